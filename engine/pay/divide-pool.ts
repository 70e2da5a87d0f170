import type { PoolAmount } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, zero, type Rational } from '../number/rational.ts';
import { centsOf, divideCents } from './divide.ts';

/** A member of a pool's group. */
export interface Member {
  readonly subject: string;
  readonly role: string | null;
  readonly grade: string | null;
  /** Null where it is missing. */
  readonly contribution: Rational | null;
  readonly weight: Rational | null;
}

/** A pool divided, in cents. */
export interface Division {
  readonly sum: bigint;
  /** By member, in their order. */
  readonly parts: readonly bigint[];
  readonly fund: bigint;
}

/** Divides a pool among its members; undefined where a figure that it takes is missing. */
export function dividePool(pool: PoolAmount, members: readonly Member[]): Division | undefined {
  const sum = sumOf(pool, members);
  if (sum === undefined) return undefined;
  const takes = members.map(({ role, grade }) => {
    const graded = pool.grades === undefined || (grade !== null && pool.grades.includes(grade));
    return graded && (pool.shares === undefined || pool.shares.some((share) => share.role === role));
  });
  if (members.some(({ weight }, index) => takes[index] && weight === null)) return undefined;
  const parts = members.map(() => 0n);
  for (const { cents, role } of cutsOf(pool, sum)) {
    const sharers = members.flatMap((member, index) =>
      takes[index] && (role === undefined || member.role === role) && compare(member.weight!, zero) > 0
        ? [{ subject: member.subject, weight: member.weight!, index }]
        : [],
    );
    if (sharers.length === 0) continue;
    for (const [at, amount] of divideCents(cents, sharers).entries()) parts[sharers[at]!.index] = amount;
  }
  return { sum, parts, fund: sum - parts.reduce((all, part) => all + part, 0n) };
}

/** What there is to be divided: a pool below zero holds nothing. */
function sumOf({ sum }: PoolAmount, members: readonly Member[]): bigint | undefined {
  if (sum.kind === 'constant') return centsOf(parseDecimal(sum.value)!);
  if (members.some(({ contribution }) => contribution === null)) return undefined;
  const all = members.reduce((cents, { contribution }) => cents + centsOf(contribution!), 0n);
  return all > 0n ? all : 0n;
}

/** The pool cut by its shares, to the cent; what they leave of 100 is a cut of its own, the fund's. */
function cutsOf({ shares }: PoolAmount, sum: bigint): { role: string | undefined; cents: bigint }[] {
  if (shares === undefined) return [{ role: undefined, cents: sum }];
  const percents = shares.map(({ share }) => parseDecimal(share)!);
  const rest = percents.reduce((left, { n, d }) => ({ n: left.n * d - n * left.d, d: left.d * d }), {
    n: 100n,
    d: 1n,
  });
  // Equals in the order of the shares, the fund last.
  const sharers = [...percents, rest].map((weight, index) => ({
    subject: String(index).padStart(3, '0'),
    weight,
  }));
  const cents = divideCents(sum, sharers);
  return shares.map(({ role }, index) => ({ role, cents: cents[index]! }));
}
