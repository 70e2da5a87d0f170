import { setImmediate } from 'node:timers/promises';
import {
  compareVersions,
  compile,
  editsIn,
  editsOf,
  hasErrors,
  sharesOfEdits,
  type Edit,
  type Shares,
  type Table,
  type VersionsCompared,
} from '../../engine/index.ts';
import { formatFixed } from '../../engine/number/decimal.ts';
import { powerOfTen } from '../../engine/number/rational.ts';
import type { Issue, Model, Period } from '../../schemas/index.ts';
import { storedTable } from '../runs/stored-table.ts';
import type { Store } from '../store/store.ts';

/** What edits did to somebody. */
export interface ToldShares {
  readonly shares: readonly { readonly edit: string; readonly share: string }[] | null;
  readonly flip: readonly string[] | null;
}

/** Two versions over one period. */
export interface InPeriod extends VersionsCompared {
  readonly period: Period;
  readonly edits: readonly Edit[];
  readonly method: Shares['method'] | null;
  /** Everybody whom the later version judges, with their figures. */
  readonly table: Table;
  sharesOf(subject: string): ToldShares;
}

/** @param before undefined: there is no version before, everybody joins. */
export async function compareIn(
  store: Store,
  before: Model | undefined,
  after: Model,
  period: Period,
  withShares: boolean,
  onProgress: (done: number, all: number) => void,
): Promise<InPeriod | { readonly issues: readonly Issue[] }> {
  const to = await tableOf(store, after, period);
  if ('issues' in to) return to;
  const from =
    before === undefined ? { table: { ...to.table, subjects: [] } } : await tableOf(store, before, period);
  if ('issues' in from) return from;
  const sides = [
    { model: before ?? after, table: from.table },
    { model: after, table: to.table },
  ] as const;
  const compared = compareVersions(...sides);
  const edits = before === undefined ? [] : editsOf(before, after).edits;
  if (!withShares)
    return {
      ...compared,
      period,
      edits,
      table: to.table,
      method: null,
      sharesOf: () => ({ shares: null, flip: null }),
    };
  const { common } = compared;
  const shares = await finished(
    sharesOfEdits({ ...sides[0], table: common.before }, { ...sides[1], table: common.after }),
    onProgress,
  );
  const rows = new Map(common.before.subjects.map((subject, row) => [subject, row]));
  return {
    ...compared,
    period,
    edits,
    table: to.table,
    method: shares.method,
    sharesOf: (subject) => told(shares, rows.get(subject)),
  };
}

/** Everybody's figures; a company of nobody has a table of nobody. */
async function tableOf(
  store: Store,
  model: Model,
  period: Period,
): Promise<{ readonly table: Table } | { readonly issues: readonly Issue[] }> {
  const { table, issues } = await storedTable(store, compile(model), period.id);
  const errors = issues.filter(({ code, severity }) => severity === 'error' && code !== 'run.noPeople');
  return table === undefined || hasErrors(errors) ? { issues: errors } : { table };
}

async function finished(
  steps: ReturnType<typeof sharesOfEdits>,
  onProgress: (done: number, all: number) => void,
): Promise<Shares> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value.done, step.value.all);
    // Whoever waits for the thread is let in.
    await setImmediate();
  }
}

function told(shares: Shares, row: number | undefined): ToldShares {
  if (row === undefined) return { shares: null, flip: null };
  const d = powerOfTen(shares.places);
  const own = shares.of(row);
  const flip = shares.flipOf(row);
  return {
    shares:
      own === undefined
        ? null
        : shares.hybrids.edits.map(({ id }, edit) => ({
            edit: id,
            share: formatFixed({ n: own[edit]!, d }, shares.places),
          })),
    flip: flip === undefined ? null : editsIn(shares.hybrids, flip).map(({ id }) => id),
  };
}
