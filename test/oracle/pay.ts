/** Pay as the model format describes it, in fractions of its own; shares no code with the engine. */
import { calculate } from './formula.ts';
import {
  add,
  divide,
  hundred,
  less,
  max,
  min,
  rational,
  subtract,
  times,
  zero,
  type Rational,
} from './fractions.ts';
import type { Judgement } from './oracle.ts';
import { publish } from './publish.ts';
import { cut } from './cents.ts';
import { payPool, type Person, type PoolAmount } from './pool.ts';

type Decimal = string | number;
type Amount =
  | { kind: 'formula'; formula: string }
  | { kind: 'split'; base: string; parts: { id: string; share: Decimal; factor?: string }[] }
  | { kind: 'coefficient'; base: string; coefficients: { grade: string; coefficient: Decimal }[] }
  | {
      kind: 'tiers';
      figure: string;
      method: 'whole' | 'marginal';
      base?: string;
      below: Decimal;
      tiers: { from: Decimal; rate: Decimal }[];
    }
  | PoolAmount;
type Line = {
  id: string;
  amount: Amount;
  floor?: Decimal;
  cap?: Decimal;
  hold?: { released: string };
  whenMissing?: string;
};
type Metric = { id: string; group: string; weight: Decimal; whenMissing: string };
type Model = {
  pay?: Line[];
  metrics: Metric[];
  groups: { id: string; parent?: string }[];
  overlays?: { id: string; weights: { metric: string; weight: Decimal }[] }[];
};
export type LineResult = {
  amount: string | null;
  paid?: string | null;
  held?: string | null;
  parts?: Record<string, string | null>;
  pool?: { sum: string | null; fund: string | null };
};
export type PayResult = { total: string | null; lines: Record<string, LineResult> };

const number = (text: string | null): Rational | null => (text === null ? null : rational(text));

/** What everybody is paid, in their order. */
export function payOf(model: Model, people: Person[]): PayResult[] {
  const results = people.map((): [string, LineResult][] => []);
  const lookUps = people.map(({ figures, judged }, i) => (name: string): Rational | null => {
    const line = results[i]!.find(([id]) => id === name);
    if (line !== undefined) return number(line[1].amount);
    if (name === 'composite') return number(judged.composite);
    const [id, path] = name.split('.');
    if (path === 'groupScore') return groupScore(model, judged, id!);
    if (path !== undefined) return number(judged.metrics[id!]![path as 'value' | 'score']);
    const figure = Object.hasOwn(figures, name) ? figures[name] : null;
    return figure === null || figure === undefined ? null : rational(figure);
  });
  for (const line of model.pay ?? []) {
    const { amount } = line;
    const pool = amount.kind === 'pool' ? payPool(amount, people, lookUps) : [];
    for (const [i, person] of people.entries()) {
      const value = (formula: string) => calculate(formula, lookUps[i]!);
      const made = amount.kind === 'pool' ? pool[i]! : amountOf(amount, value, person.judged.grade);
      results[i]!.push([line.id, lineResult(line, made, value, person.judged.status === 'held')]);
    }
  }
  return results.map((lines) => {
    const paid = lines.map(([, { amount, paid: part }]) => (part === undefined ? amount : part));
    const total = paid.includes(null) ? null : paid.reduce((sum, each) => add(sum, rational(each!)), zero);
    return { total: publish(total, 2), lines: Object.fromEntries(lines) };
  });
}

type Made = { exact: Rational | null } & Pick<LineResult, 'parts' | 'pool'>;

function lineResult(
  { floor, cap, hold, whenMissing }: Line,
  { exact, ...more }: Made,
  value: (formula: string) => Rational | null,
  isHeld: boolean,
): LineResult {
  let limited = exact;
  if (limited && floor !== undefined) limited = max(limited, rational(floor));
  if (limited && cap !== undefined) limited = min(limited, rational(cap));
  const amount = isHeld ? null : publish(limited ?? (whenMissing === 'zero' ? zero : null), 2);
  if (hold === undefined) return { amount, ...more };
  const share = value(hold.released);
  const released = share && min(max(share, zero), rational(1));
  const paid = amount && released ? publish(times(rational(amount), released), 2) : null;
  const held = amount && paid ? publish(subtract(rational(amount), rational(paid)), 2) : null;
  return { amount, paid, held, ...more };
}

function amountOf(
  amount: Exclude<Amount, PoolAmount>,
  value: (formula: string) => Rational | null,
  grade: string | null,
): Made {
  if (amount.kind === 'formula') return { exact: value(amount.formula) };
  if (amount.kind === 'coefficient') {
    const own = amount.coefficients.find((each) => each.grade === grade);
    const base = value(amount.base);
    return { exact: own && base ? times(base, rational(own.coefficient)) : null };
  }
  if (amount.kind === 'split') return splitOf(amount, value);
  const figure = number(publish(value(amount.figure), 4));
  if (figure === null) return { exact: null };
  const percent = amount.method === 'whole' ? rateOf(amount, figure) : slicesOf(amount, figure);
  const unit = amount.method === 'whole' ? figure : rational(1);
  const base = amount.base === undefined ? unit : value(amount.base);
  return { exact: base && divide(times(base, percent), hundred) };
}

type Tiers = Extract<Amount, { kind: 'tiers' }>;

function rateOf({ below, tiers }: Tiers, figure: Rational): Rational {
  return rational(tiers.findLast(({ from }) => !less(figure, rational(from)))?.rate ?? below);
}

function slicesOf({ below, tiers }: Tiers, figure: Rational): Rational {
  const slices = [{ from: 0 as Decimal, rate: below }, ...tiers];
  return slices.reduce((sum, { from, rate }, i) => {
    const end = slices[i + 1] === undefined ? figure : min(figure, rational(slices[i + 1]!.from));
    const length = subtract(end, rational(from));
    return less(zero, length) ? add(sum, times(length, rational(rate))) : sum;
  }, zero);
}

function splitOf(
  { base, parts }: Extract<Amount, { kind: 'split' }>,
  value: (formula: string) => Rational | null,
): Made {
  const whole = publish(value(base), 2);
  const cents =
    whole === null
      ? null
      : cut(
          times(rational(whole), hundred),
          parts.map(({ share }) => rational(share)),
        );
  let sum: Rational | null = zero;
  const amounts = parts.map(({ id, factor }, i): [string, string | null] => {
    const own = cents && divide({ n: cents[i]!, d: 1n }, hundred);
    const by = factor === undefined ? rational(1) : value(factor);
    const amount = publish(own && by ? times(own, by) : null, 2);
    sum = sum && amount ? add(sum, rational(amount)) : null;
    return [id, amount];
  });
  return { exact: sum, parts: Object.fromEntries(amounts) };
}

function groupScore({ metrics, groups, overlays }: Model, judged: Judgement, group: string): Rational | null {
  const inside = (id: string | undefined): boolean =>
    id === group || (id !== undefined && inside(groups.find((each) => each.id === id)?.parent));
  const overlay = overlays?.find(({ id }) => id === judged.overlay);
  let [sum, present] = [zero, zero];
  for (const { id, group: own, weight: plain, whenMissing } of metrics) {
    if (!inside(own)) continue;
    const weight = overlay?.weights.find(({ metric }) => metric === id)?.weight ?? plain;
    const score = number(judged.metrics[id]!.score);
    if (score === null && whenMissing === 'hold') return null;
    if (score !== null) {
      sum = add(sum, times(score, rational(weight)));
      present = add(present, rational(weight));
    }
  }
  return number(publish(divide(sum, present), 4));
}
