import { errorAt, repeated } from '../check/issues.ts';
import { towards } from '../formula/functions.ts';
import { parseDecimal } from '../number/decimal.ts';
import { add, compare, integer, zero } from '../number/rational.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import type { PayKind } from './kind.ts';
import { moneyPlaces } from './money.ts';

/** A base cut to the cent into parts, each times its own factor. */
export const split: PayKind<'split'> = {
  kind: 'split',
  check({ base, parts }, { pointer, formula }) {
    const shares = parts.map(({ share }) => parseDecimal(share)!);
    return [
      ...formula(base, 'base'),
      ...repeated(
        parts,
        ({ id }) => id,
        'id.repeated',
        (index) => `${pointer}/parts/${index}/id`,
      ),
      ...shares.flatMap((share, index) =>
        compare(share, zero) < 0 ? [errorAt('pay.shareNegative', `${pointer}/parts/${index}/share`)] : [],
      ),
      ...(compare(shares.reduce(add, zero), integer(100)) === 0
        ? []
        : [errorAt('pay.sharesNotWhole', `${pointer}/parts`)]),
      ...parts.flatMap(({ factor }, index) =>
        factor === undefined ? [] : formula(factor, `parts/${index}/factor`),
      ),
    ];
  },
  compile({ base, parts }, { builder, id, pointer, formula }) {
    const whole = builder.step(`${id}.base`, 'round', [formula(base, 'base')], moneyPlaces);
    // A percentage of an amount of money is so many cents.
    const cents = parts.map(({ share }, index) => {
      const percent = builder.model(`${id}.`, `${pointer}/parts/${index}/share`, parseDecimal(share)!);
      return builder.step(`${id}.`, 'mul', [whole, percent]);
    });
    const all = builder.step(`${id}.`, 'mul', [whole, builder.fixed(100)]);
    const amounts = toTheCent(builder, `${id}.`, cents, all).map((units, index) => {
      const { id: part, factor } = parts[index]!;
      const name = `${id}:${part}`;
      if (factor === undefined) return builder.step(name, 'div', [units, builder.fixed(100)]);
      const share = builder.step(`${name}.share`, 'div', [units, builder.fixed(100)]);
      const exact = builder.step(`${name}.`, 'mul', [share, formula(factor, `parts/${index}/factor`)]);
      return builder.step(name, 'round', [exact], moneyPlaces);
    });
    return {
      exact: builder.step(`${id}.`, 'add', amounts),
      parts: parts.map((part, index) => ({ id: part.id, amount: amounts[index]! })),
    };
  },
};

/** Whole cents of each first; those that are left go to the largest remainders, equals in their order. */
function toTheCent(builder: Builder, scope: string, cents: readonly StepRef[], all: StepRef): StepRef[] {
  const floors = cents.map((exact) => towards({ builder, scope, pointer: '' }, exact, 'down'));
  const rests = cents.map((exact, index) => builder.step(scope, 'sub', [exact, floors[index]!]));
  const left = builder.step(scope, 'sub', [all, builder.step(scope, 'add', floors)]);
  const before: StepRef[][] = cents.map(() => []);
  for (const [later, own] of rests.entries()) {
    for (const [earlier, other] of rests.slice(0, later).entries()) {
      const overtakes = builder.step(scope, 'less', [other, own]);
      before[earlier]!.push(builder.step(scope, 'choose', [overtakes, builder.fixed(1), builder.fixed(0)]));
      before[later]!.push(builder.step(scope, 'choose', [overtakes, builder.fixed(0), builder.fixed(1)]));
    }
  }
  return floors.map((floor, index) => {
    const place = builder.step(scope, 'add', before[index]!);
    const gets = builder.step(scope, 'less', [place, left]);
    const one = builder.step(scope, 'choose', [gets, builder.fixed(1), builder.fixed(0)]);
    return builder.step(scope, 'add', [floor, one]);
  });
}
