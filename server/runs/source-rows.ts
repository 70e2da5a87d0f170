import { canSee, type Caller } from '../../engine/access/can.ts';
import { matcherOf, rowsOf } from '../../engine/index.ts';
import type { Dataset, Run, SourceRows } from '../../schemas/index.ts';
import { currentDefinitions, definitionByHash } from '../definitions/definitions.ts';
import { modelByHash } from '../models/published.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import { recordViews } from '../records/views.ts';
import type { RecordRevision, RunResult } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { modelUseOf } from './model-use.ts';

const most = 500;

/** The records that one measure of one person was made from; undefined where the model has no such measure. */
export async function sourceRows(
  store: Store,
  run: Run,
  stored: RunResult,
  measureId: string,
  caller: Caller,
): Promise<SourceRows | undefined> {
  const { subject } = stored.result;
  const use = modelUseOf(run.models, stored);
  const model = use === undefined ? undefined : await modelByHash(store, use.hash);
  const followed = model && rowsOf(model.document.measures, measureId, run.period);
  if (followed === undefined) return undefined;
  const { measure, periods } = followed;
  const { dataset: id, subject: subjectColumn } = measure.aggregate;
  const dataset = await definitionByHash(store, 'dataset', run.datasets[id] ?? '');
  if (dataset === undefined) return undefined;
  const rows: RecordRevision[] = [];
  let total = 0;
  // By the very code that made the measure: what it takes is what it was made from.
  const matchers = periods.map((period) => matcherOf(dataset, measure, period));
  for await (const record of recordsAsOf(store, id, run.commit)) {
    if (record.values[subjectColumn] !== subject) continue;
    if (!matchers.some((matches) => matches(record))) continue;
    total += 1;
    if (rows.length < most) rows.push(record);
  }
  // What is hidden of the person the statement is about stays so, whoever else a record names.
  const hidden = await hiddenColumns(store, dataset, caller, subject);
  const views = (await recordViews(store, dataset, rows, caller)).map((view) => ({
    ...view,
    values: Object.fromEntries(Object.entries(view.values).filter(([column]) => !hidden.includes(column))),
    hidden: [...new Set([...view.hidden, ...hidden])],
  }));
  return {
    dataset: id,
    measure: measureId,
    total,
    hidden: hidden.length > 0,
    columns: dataset.columns
      .filter(({ id: column }) => !hidden.includes(column))
      .map((column) => ({
        id: column.id,
        name: column.name,
        ...(column.type === 'choice' && {
          choices: column.choices.flatMap(({ value, name }) => (name === undefined ? [] : [{ value, name }])),
        }),
      })),
    rows: views,
  };
}

/** Columns that were private when the run was made, or are so now. */
async function hiddenColumns(
  store: Store,
  dataset: Dataset,
  caller: Caller,
  subject: string,
): Promise<string[]> {
  const now = (await currentDefinitions(store, 'dataset')).find(({ key }) => key === dataset.id);
  const columns = [...dataset.columns, ...(now?.document.columns ?? [])];
  const hidden = columns.filter(
    ({ sensitivity }) => sensitivity !== undefined && !canSee(caller, sensitivity, subject),
  );
  return dataset.columns.map(({ id }) => id).filter((id) => hidden.some((column) => column.id === id));
}
