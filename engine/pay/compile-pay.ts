import type { Model, PayLine } from '../../schemas/index.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import { parseFormula } from '../formula/formula.ts';
import type { MetricSteps } from '../model/compile-metric.ts';
import { zeroWhenMissing } from '../model/compile-metric.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import { compileGroupScore } from './group-score.ts';
import { payKindOf } from './index.ts';
import type { AmountSteps } from './kind.ts';
import { moneyPlaces } from './money.ts';

/** Where a pay line stands in the program. */
export interface PayLineSteps extends Pick<AmountSteps, 'parts' | 'pool'> {
  readonly line: PayLine;
  readonly amount: StepRef;
  readonly paid: StepRef;
  /** Undefined where nothing is held back. */
  readonly held: StepRef | undefined;
}

/** Where the pay stands in the program. */
export interface PaySteps {
  /** The first step that is made for pay alone: from here on receipts are private. */
  readonly first: StepRef;
  readonly lines: readonly PayLineSteps[];
  readonly total: StepRef;
}

/** What pay may use of what was judged. */
export interface PayBasis {
  readonly metrics: readonly MetricSteps[];
  readonly composite: StepRef;
  readonly grade: StepRef;
  /** True where the subject is held for review, and is paid nothing until then. */
  readonly held: StepRef | undefined;
}

/** The pay lines in their order, each published, and their sum; undefined where the model pays nothing. */
export function compilePay(builder: Builder, model: Model, basis: PayBasis): PaySteps | undefined {
  if (model.pay === undefined) return undefined;
  const first = builder.steps.length;
  const known = new Map<string, StepRef>([['composite', basis.composite]]);
  for (const { id, value, score } of basis.metrics) known.set(`${id}.value`, value).set(`${id}.score`, score);
  const resolve = (name: string): StepRef => {
    const [group, figure] = name.split('.');
    const ref =
      known.get(name) ??
      (figure === 'groupScore'
        ? compileGroupScore(builder, model, basis.metrics, group!)
        : builder.column(name));
    known.set(name, ref);
    return ref;
  };
  const lines: PayLineSteps[] = [];
  for (const [index, line] of model.pay.entries()) {
    const steps = compileLine(builder, line, `/pay/${index}`, basis, resolve);
    known.set(line.id, steps.amount);
    lines.push(steps);
  }
  const total = builder.step(
    'total.pay',
    'add',
    lines.map(({ paid }) => paid),
  );
  return { first, lines, total };
}

function compileLine(
  builder: Builder,
  line: PayLine,
  pointer: string,
  { grade, held }: PayBasis,
  resolve: (name: string) => StepRef,
): PayLineSteps {
  const id = `pay:${line.id}`;
  const formulaAt = (text: string, at: string) => {
    const parsed = parseFormula(text);
    if ('error' in parsed) throw new Error(`unchecked formula of ${id}`);
    return compileFormula(builder, parsed.formula, `${id}.`, at, resolve);
  };
  const { amount } = line;
  const made = payKindOf(amount).compile(amount, {
    builder,
    line,
    id,
    pointer: `${pointer}/amount`,
    grade,
    formula: (text, path) => formulaAt(text, `${pointer}/amount/${path}`),
  });
  let exact = made.exact;
  if (line.floor !== undefined) {
    exact = builder.step(`${id}.`, 'max', [exact, limit(builder, id, `${pointer}/floor`, line.floor)]);
  }
  if (line.cap !== undefined) {
    exact = builder.step(`${id}.`, 'min', [exact, limit(builder, id, `${pointer}/cap`, line.cap)]);
  }
  const counted = line.whenMissing === 'zero' ? zeroWhenMissing(builder, exact, `${id}.`) : exact;
  const unlessHeld = held === undefined ? counted : withheld(builder, id, held, counted);
  const published = builder.step(id, 'round', [unlessHeld], moneyPlaces);
  const common = {
    line,
    amount: published,
    ...(made.parts && { parts: made.parts }),
    ...(made.pool && { pool: made.pool }),
  };
  if (line.hold === undefined) return { ...common, paid: published, held: undefined };
  const share = formulaAt(line.hold.released, `${pointer}/hold/released`);
  const least = builder.step(`${id}.`, 'max', [share, builder.fixed(0)]);
  const released = builder.step(`${id}.released`, 'min', [least, builder.fixed(1)]);
  const part = builder.step(`${id}.`, 'mul', [published, released]);
  const paid = builder.step(`${id}.paid`, 'round', [part], moneyPlaces);
  return { ...common, paid, held: builder.step(`${id}.held`, 'sub', [published, paid]) };
}

function limit(builder: Builder, id: string, pointer: string, value: string | number): StepRef {
  return builder.model(`${id}.`, pointer, parseDecimal(value)!);
}

function withheld(builder: Builder, id: string, held: StepRef, amount: StepRef): StepRef {
  const nothing = builder.nothing(`${id}.`, { reason: 'held', pointer: '/metrics' });
  return builder.step(`${id}.`, 'choose', [held, nothing, amount]);
}
