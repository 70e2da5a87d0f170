import type { PayAmount } from '../../schemas/index.ts';
import { coefficient } from './coefficient.ts';
import { formula } from './formula.ts';
import type { PayKind } from './kind.ts';
import { pool } from './pool.ts';
import { split } from './split.ts';
import { tiers } from './tiers.ts';

const kinds: { readonly [K in PayAmount['kind']]: PayKind<K> } = { formula, split, coefficient, tiers, pool };

/** The kind of an amount; the one place that lists them. */
export function payKindOf<K extends PayAmount['kind']>(amount: Extract<PayAmount, { kind: K }>): PayKind<K> {
  return kinds[amount.kind];
}
