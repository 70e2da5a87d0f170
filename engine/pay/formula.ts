import type { PayKind } from './kind.ts';

/** What a formula comes to. */
export const formula: PayKind<'formula'> = {
  kind: 'formula',
  check: (amount, check) => check.formula(amount.formula, 'formula'),
  compile: (amount, context) => ({ exact: context.formula(amount.formula, 'formula') }),
};
