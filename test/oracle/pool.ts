/** Pools of money divided to the cent, for the oracle. */
import { calculate } from './formula.ts';
import { add, less, rational, subtract, times, zero, type Rational } from './fractions.ts';
import { cut } from './cents.ts';
import type { Judgement } from './oracle.ts';
import { publish } from './publish.ts';

type Decimal = string | number;
type Figures = Record<string, string | number | boolean | null>;
export type Person = { id: string; figures: Figures; judged: Judgement };
export type PoolAmount = {
  kind: 'pool';
  scope: 'model' | 'team';
  sum: { kind: 'constant'; value: Decimal } | { kind: 'contributions'; formula: string };
  shares?: { role: string; share: Decimal }[];
  grades?: string[];
  weight?: string;
};
type LookUp = (name: string) => Rational | null;
type Part = { exact: Rational | null; pool: { sum: string | null; fund: string | null } };

const hundred = rational(100);
const money = (cents: bigint): Rational => ({ n: cents, d: 100n });

/** The part of each, in their order. */
export function payPool(pool: PoolAmount, people: Person[], lookUps: LookUp[]): Part[] {
  const teamOf = (i: number) => (pool.scope === 'team' ? (people[i]!.figures['team'] ?? null) : null);
  return people.map((_, i) => {
    const members = [...people.keys()].filter((other) => teamOf(other) === teamOf(i));
    const divided = divideAmong(pool, people, members, lookUps);
    if (divided === null) return { exact: null, pool: { sum: null, fund: null } };
    const { sum, parts } = divided;
    const fund = [...parts.values()].reduce((rest, part) => rest - part, sum);
    return {
      exact: money(parts.get(i) ?? 0n),
      pool: { sum: publish(money(sum), 2), fund: publish(money(fund), 2) },
    };
  });
}

function divideAmong(pool: PoolAmount, people: Person[], members: number[], lookUps: LookUp[]) {
  const figure = (formula: string, i: number, places: number) => {
    const text = publish(calculate(formula, lookUps[i]!), places);
    return text === null ? null : rational(text);
  };
  let sum: Rational | null =
    pool.sum.kind === 'constant' ? rational(publish(rational(pool.sum.value), 2)!) : zero;
  if (pool.sum.kind === 'contributions') {
    for (const i of members) {
      const own = figure(pool.sum.formula, i, 2);
      sum = sum && own && add(sum, own);
    }
    if (sum && less(sum, zero)) sum = zero;
  }
  if (sum === null) return null;
  const scaled = times(sum, hundred);
  const cents = scaled.n / scaled.d;

  const roleOf = (i: number) => people[i]!.figures['role'] ?? null;
  const taking: { i: number; weight: Rational }[] = [];
  for (const i of members) {
    const { grade } = people[i]!.judged;
    if (pool.grades !== undefined && (grade === null || !pool.grades.includes(grade))) continue;
    if (pool.shares !== undefined && !pool.shares.some(({ role }) => role === roleOf(i))) continue;
    const weight = pool.weight === undefined ? rational(1) : figure(pool.weight, i, 4);
    if (weight === null) return null;
    if (less(zero, weight)) taking.push({ i, weight });
  }
  taking.sort((a, b) => (people[a.i]!.id < people[b.i]!.id ? -1 : 1));
  const parts = new Map<number, bigint>();
  const give = (amount: bigint, among: typeof taking) => {
    if (among.length === 0) return;
    const own = cut(
      { n: amount, d: 1n },
      among.map(({ weight }) => weight),
    );
    for (const [k, { i }] of among.entries()) parts.set(i, own[k]!);
  };
  if (pool.shares === undefined) give(cents, taking);
  else {
    const shares = pool.shares.map(({ share }) => rational(share));
    const rest = shares.reduce((left, share) => subtract(left, share), hundred);
    const cuts = cut({ n: cents, d: 1n }, [...shares, rest]);
    for (const [k, { role }] of pool.shares.entries()) {
      give(
        cuts[k]!,
        taking.filter(({ i }) => roleOf(i) === role),
      );
    }
  }
  return { sum: cents, parts };
}
