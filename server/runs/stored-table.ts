import {
  checkAgainstDatasets,
  hasErrors,
  subjectRows,
  type Program,
  type Table,
} from '../../engine/index.ts';
import type { Dataset, Issue, Model } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { lastCommit } from '../records/commits.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';
import { assign, type Placed } from './assign.ts';
import { earlierNow } from './earlier.ts';
import { measure } from './measure.ts';
import { periodNow } from './pins.ts';
import { populationOf } from './population.ts';
import { tableOfPlaces } from './prepare.ts';

/** The subjects of a model, whatever they are, with their figures of a period as the store stands now. */
export async function storedTable(
  store: Store,
  { model: document, hash }: Program,
  periodId: string,
): Promise<{ readonly table?: Table; readonly issues: readonly Issue[] }> {
  const now = await periodNow(store, periodId);
  if ('issues' in now) return now;
  const { period } = now;
  const datasets = await currentDefinitions(store, 'dataset');
  const definitions = datasets.map((definition) => definition.document);
  const misfits = checkAgainstDatasets(document, definitions);
  if (hasErrors(misfits)) return { issues: misfits };
  const commit = await lastCommit(store);
  const model = { key: document.key, version: 0, hash, document };
  const { members, issues } = await populationOf(store, definitions, period, commit);
  const [assignment] = assign([model], members).assignments;
  const places = assignment?.places ?? (await rowsOf(store, document, definitions, commit));
  const earlier = await earlierNow(store, [document], period);
  const measured = await measure(store, { period, models: [model], datasets, commit, earlier }, members);
  const columns = measured.columnsFor(
    hash,
    places.map(({ subject }) => subject),
    new Map(),
  );
  const aboutPeople = assignment === undefined ? [] : issues;
  return { table: tableOfPlaces(places, columns), issues: [...aboutPeople, ...measured.issues] };
}

/** Subjects that stand in the rows of a dataset: all of the model's own stage. */
async function rowsOf(
  store: Store,
  { subjects, stage }: Model,
  datasets: readonly Dataset[],
  commit: number,
): Promise<Placed[]> {
  const dataset = datasets.find(({ id }) => id === subjects?.dataset);
  if (subjects === undefined || dataset === undefined) return [];
  const rows = subjectRows(subjects, dataset);
  for await (const record of recordsAsOf(store, dataset.id, commit)) rows.take(record);
  return rows.subjects().map((subject) => ({ subject, team: null, role: null, stage }));
}
