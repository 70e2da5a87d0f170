import type { ContestantId } from '../engines/registry.ts';

/** Engines that are measured together, over one model. */
export interface Group {
  readonly title: string;
  readonly engines: readonly ContestantId[];
  /** Whose outcomes are right. */
  readonly reference: ContestantId;
  /** Whose speed is 1 for an engine of the group. */
  readonly baselineOf: (id: ContestantId) => ContestantId;
}

export const groups: readonly Group[] = [
  {
    title: 'One model, 12 metrics, 18 rules',
    engines: [
      ...([
        'reference',
        'rulesEngine',
        'rulesEngineTuned',
        'rulesEngineRulesOnly',
        'zen',
        'zenConcurrent',
      ] as const),
      ...([
        'jsonLogic',
        'duckDb',
        'handWritten',
        'compact',
        'result',
        'explained',
        'receipt',
        'columns',
      ] as const),
    ],
    reference: 'reference',
    baselineOf: () => 'rulesEngine',
  },
  {
    title: '1,000 rules',
    engines: ['manyReference', 'manyRulesEngine', 'manyCompact', 'manyColumns'],
    reference: 'manyReference',
    baselineOf: () => 'manyRulesEngine',
  },
  {
    title: 'Documents in, results out',
    engines: ['ndjson', 'ndjsonRulesEngine', 'sqlite', 'sqliteRulesEngine'],
    reference: 'ndjson',
    baselineOf: (id) => (id.startsWith('sqlite') ? 'sqliteRulesEngine' : 'ndjsonRulesEngine'),
  },
];
