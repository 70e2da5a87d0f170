import type { Model } from '../../schemas/index.ts';
import { manyRulesModel } from '../workload/many-rules.ts';
import { standardModel } from '../workload/model.ts';
import type { OpenEngine } from './engine.ts';

/** An engine of the benchmark: what it is, and what a caller has of it. */
export interface Contestant {
  readonly title: string;
  readonly returns: string;
  readonly model: () => Model;
  /** People that are compared with the reference; fewer with --quick. */
  readonly proof: readonly [full: number, quick: number];
  readonly load: () => Promise<OpenEngine>;
}

const standard = () => standardModel;
const manyRules = () => manyRulesModel(1000);
const everyone = [100_000, 2_000] as const;
const some = [10_000, 200] as const;
const rules = () => import('./json-rules-engine.ts');
const rows = () => import('./ours-rows.ts');
const columns = () => import('./ours-columns.ts');
const pipelines = () => import('./pipelines.ts');

const result = 'result object: composite, grade, metrics, actions';

export const contestants = {
  reference: {
    title: 'Meritscale, exact reference',
    returns: 'Result object',
    model: standard,
    proof: everyone,
    load: async () => (await import('./reference.ts')).openReference,
  },
  compact: {
    title: 'Meritscale, row, compact',
    returns: 'composite, grade, fired actions',
    model: standard,
    proof: everyone,
    load: async () => (await rows()).openCompact,
  },
  result: {
    title: 'Meritscale, row, result',
    returns: 'Result object, decimals as strings',
    model: standard,
    proof: everyone,
    load: async () => (await rows()).openResult,
  },
  receipt: {
    title: 'Meritscale, row, whole receipt',
    returns: 'Result object and receipt of every step, as text',
    model: standard,
    proof: [20_000, 500],
    load: async () => (await rows()).openReceipt,
  },
  explained: {
    title: 'Meritscale, row, explained',
    returns: 'the figures, and of every rule the tree of its conditions with facts and outcomes',
    model: standard,
    proof: everyone,
    load: async () => (await import('./ours-explained.ts')).openExplained,
  },
  columns: {
    title: 'Meritscale, columns',
    returns: 'composite, grade, actions as columns',
    model: standard,
    proof: everyone,
    load: async () => (await columns()).openColumns,
  },
  rulesEngine: {
    title: 'json-rules-engine, full',
    returns: 'condition tree of every rule, almanac',
    model: standard,
    proof: some,
    load: async () => (await rules()).openFull,
  },
  rulesEngineTuned: {
    title: 'json-rules-engine, full, tuned',
    returns: 'condition tree of every rule, almanac',
    model: standard,
    proof: some,
    load: async () => (await rules()).openTuned,
  },
  rulesEngineRulesOnly: {
    title: 'json-rules-engine, rules only',
    returns: 'condition tree of every rule, almanac',
    model: standard,
    proof: some,
    load: async () => (await rules()).openRulesOnly,
  },
  zen: {
    title: 'zen, one by one',
    returns: 'object of everything computed',
    model: standard,
    proof: some,
    load: async () => (await import('./zen.ts')).openZen,
  },
  zenConcurrent: {
    title: 'zen, 64 in flight',
    returns: 'object of everything computed',
    model: standard,
    proof: some,
    load: async () => (await import('./zen.ts')).openZenConcurrent,
  },
  jsonLogic: {
    title: 'json-logic-engine, compiled',
    returns: 'object of everything computed, reused',
    model: standard,
    proof: everyone,
    load: async () => (await import('./json-logic.ts')).openJsonLogic,
  },
  duckDb: {
    title: 'DuckDB, one thread',
    returns: 'composite, grade, actions as a table of its own',
    model: standard,
    proof: everyone,
    load: async () => (await import('./duckdb.ts')).openDuckDb,
  },
  handWritten: {
    title: 'JavaScript written for this model',
    returns: `${result}; floats`,
    model: standard,
    proof: everyone,
    load: async () => (await import('./hand-written.ts')).openHandWritten,
  },
  manyReference: {
    title: 'Meritscale, exact reference',
    returns: 'Result object',
    model: manyRules,
    proof: [2_000, 100],
    load: async () => (await import('./reference.ts')).openReference,
  },
  manyCompact: {
    title: 'Meritscale, row, compact',
    returns: 'composite, grade, fired actions',
    model: manyRules,
    proof: [2_000, 100],
    load: async () => (await rows()).openCompact,
  },
  manyColumns: {
    title: 'Meritscale, columns',
    returns: 'composite, grade, actions as columns',
    model: manyRules,
    proof: [2_000, 100],
    load: async () => (await columns()).openColumns,
  },
  manyRulesEngine: {
    title: 'json-rules-engine, full',
    returns: 'condition tree of every rule, almanac',
    model: manyRules,
    proof: [100, 10],
    load: async () => (await rules()).openFull,
  },
  ndjson: {
    title: 'Meritscale, NDJSON → NDJSON',
    returns: 'Result object as JSON, in a file',
    model: standard,
    proof: [5_000, 5_000],
    load: async () => (await pipelines()).openOursNdjson,
  },
  ndjsonRulesEngine: {
    title: 'json-rules-engine, NDJSON → NDJSON',
    returns: 'an object of the same parts as JSON, in a file',
    model: standard,
    proof: [300, 300],
    load: async () => (await pipelines()).openPeerNdjson,
  },
  sqlite: {
    title: 'Meritscale, SQLite → SQLite',
    returns: 'Result object as JSON, in a table',
    model: standard,
    proof: [5_000, 5_000],
    load: async () => (await pipelines()).openOursSqlite,
  },
  sqliteRulesEngine: {
    title: 'json-rules-engine, SQLite → SQLite',
    returns: 'an object of the same parts as JSON, in a table',
    model: standard,
    proof: [300, 300],
    load: async () => (await pipelines()).openPeerSqlite,
  },
} as const satisfies Record<string, Contestant>;

export type ContestantId = keyof typeof contestants;
