import {
  measuresOf,
  measuring,
  type Column,
  type Measuring,
  type Outside,
  type ResultFound,
} from '../../engine/index.ts';
import type { Dataset, Issue, Result } from '../../schemas/index.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';
import { keyOf, resultsOfEarlier } from './earlier.ts';
import type { Pins } from './pins.ts';
import type { Member } from './population.ts';
import { teamKey } from './subject-key.ts';

/** The measures of the pinned models, by model hash. */
export interface Measured {
  /**
   * A model's columns for these subjects, by measure.
   * @param thisRun what the run says so far, by what it is stored under.
   */
  columnsFor(
    model: string,
    subjects: readonly string[],
    thisRun: ReadonlyMap<string, Result>,
  ): Map<string, Column>;
  readonly issues: readonly Issue[];
}

type Reading = Pick<Pins, 'period' | 'models' | 'datasets' | 'commit' | 'earlier'>;

/** Reads every dataset once and aggregates it for all models. */
export async function measure(
  store: Store,
  { period, models, datasets, commit, earlier }: Reading,
  members: readonly Member[],
): Promise<Measured> {
  const definitions = datasets.map(({ document }) => document);
  const measurings = models.map(({ hash, document }) => ({
    hash,
    document,
    measuring: measuring(document, definitions, period),
  }));
  const issues: Issue[] = [];
  for (const { key, document: dataset } of datasets) {
    const reading = measurings.filter(({ measuring: { datasets: read } }) => read.has(key));
    if (reading.length === 0) continue;
    for await (const record of recordsAsOf(store, key, commit)) {
      for (const { measuring: reader } of reading) reader.take(record);
    }
    const aggregating = reading.filter(({ document }) => measuresOf(dataset, document.measures).length > 0);
    if (isEmpty(dataset, aggregating)) {
      issues.push({ code: 'run.datasetEmpty', severity: 'warning', params: { dataset: key } });
    }
  }
  const results = await resultsOfEarlier(store, earlier);
  const team = membersByTeam(members);
  return {
    issues,
    columnsFor(model, subjects, thisRun) {
      const outside: Outside = {
        members: (name) => team.get(name) ?? [],
        result(asked, kind, subject): ResultFound {
          const run = asked === undefined ? thisRun : results.get(keyOf(asked));
          if (run === undefined) return 'noRun';
          return run.get(kind === 'team' ? teamKey(subject) : subject) ?? 'noResult';
        },
      };
      return measurings.find(({ hash }) => hash === model)!.measuring.columns(subjects, outside);
    },
  };
}

/** Nobody can tell an empty month from a file that was never imported. */
function isEmpty(dataset: Dataset, reading: readonly { readonly measuring: Measuring }[]): boolean {
  return reading.length > 0 && reading.every(({ measuring: reader }) => reader.matched(dataset.id) === 0);
}

function membersByTeam(members: readonly Member[]): ReadonlyMap<string, string[]> {
  const teams = new Map<string, string[]>();
  for (const { person, team } of members) teams.set(team, [...(teams.get(team) ?? []), person]);
  return teams;
}
