import type { TiersAmount } from '../../schemas/index.ts';
import { errorAt } from '../check/issues.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare, zero } from '../number/rational.ts';
import type { StepRef } from '../program/builder.ts';
import type { PayContext, PayKind } from './kind.ts';
import { figurePlaces } from './money.ts';

/** A rate by tiers of a figure. */
export const tiers: PayKind<'tiers'> = {
  kind: 'tiers',
  check({ figure, base, tiers: list }, { pointer, formula }) {
    return [
      ...formula(figure, 'figure'),
      ...(base === undefined ? [] : formula(base, 'base')),
      ...list.flatMap(({ from }, index) => {
        const before = index === 0 ? zero : parseDecimal(list[index - 1]!.from)!;
        return compare(before, parseDecimal(from)!) < 0
          ? []
          : [errorAt('pay.tiersNotRising', `${pointer}/tiers/${index}/from`)];
      }),
    ];
  },
  compile(amount, context) {
    const { builder, id, formula } = context;
    const figure = builder.step(`${id}.figure`, 'round', [formula(amount.figure, 'figure')], figurePlaces);
    const percent =
      amount.method === 'whole' ? reached(amount, context, figure) : sliced(amount, context, figure);
    const unit = amount.method === 'whole' ? figure : builder.fixed(1);
    const base = amount.base === undefined ? unit : formula(amount.base, 'base');
    const rated = builder.step(`${id}.`, 'mul', [base, percent]);
    return { exact: builder.step(`${id}.`, 'div', [rated, builder.fixed(100)]) };
  },
};

/** The rate of the tier that the figure lies in. */
function reached({ below, tiers: list }: TiersAmount, context: PayContext, figure: StepRef): StepRef {
  const { builder, id, pointer } = context;
  let rate = builder.model(`${id}.`, `${pointer}/below`, parseDecimal(below)!);
  for (const [index, tier] of list.entries()) {
    const from = builder.model(`${id}.`, `${pointer}/tiers/${index}/from`, parseDecimal(tier.from)!);
    const own = builder.model(`${id}.`, `${pointer}/tiers/${index}/rate`, parseDecimal(tier.rate)!);
    rate = builder.step(`${id}.`, 'choose', [builder.step(`${id}.`, 'less', [figure, from]), rate, own]);
  }
  const missing = builder.step(`${id}.`, 'missing', [figure]);
  const nothing = builder.nothing(`${id}.`, { reason: 'unknown', pointer });
  return builder.step(`${id}.rate`, 'choose', [missing, nothing, rate]);
}

/** Of what lies in each tier, from zero on, its own rate; in all. */
function sliced({ below, tiers: list }: TiersAmount, context: PayContext, figure: StepRef): StepRef {
  const { builder, id, pointer } = context;
  const froms = [
    builder.fixed(0),
    ...list.map(({ from }, index) =>
      builder.model(`${id}.`, `${pointer}/tiers/${index}/from`, parseDecimal(from)!),
    ),
  ];
  const rates = [
    builder.model(`${id}.`, `${pointer}/below`, parseDecimal(below)!),
    ...list.map(({ rate }, index) =>
      builder.model(`${id}.`, `${pointer}/tiers/${index}/rate`, parseDecimal(rate)!),
    ),
  ];
  const slices = froms.map((from, index) => {
    const next = froms[index + 1];
    const within = next === undefined ? figure : builder.step(`${id}.`, 'min', [figure, next]);
    const slice = builder.step(`${id}.`, 'sub', [builder.step(`${id}.`, 'max', [within, from]), from]);
    return builder.step(`${id}.`, 'mul', [slice, rates[index]!]);
  });
  return builder.step(`${id}.`, 'add', slices);
}
