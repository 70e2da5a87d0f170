import type { Issue, Missing, Pay, PayLineResult } from '../../schemas/index.ts';
import type { Program } from '../model/compile.ts';
import type { RowFigures } from '../row-figures.ts';
import type { PayLineSteps } from './compile-pay.ts';
import { moneyPlaces } from './money.ts';

/** What a subject is paid, line by line; undefined where the model pays nothing. */
export function payResult(
  { pay }: Program,
  figures: RowFigures,
  why: (step: number) => Missing,
): Pay | undefined {
  if (pay === undefined) return undefined;
  return {
    total: figures.fixed(pay.total, moneyPlaces),
    lines: Object.fromEntries(pay.lines.map((line) => [line.line.id, lineResult(line, figures, why)])),
  };
}

function lineResult(
  { amount, paid, held, parts, pool }: PayLineSteps,
  figures: RowFigures,
  why: (step: number) => Missing,
): PayLineResult {
  const money = (step: number) => figures.fixed(step, moneyPlaces);
  return {
    amount: money(amount),
    ...(held !== undefined && { paid: money(paid), held: money(held) }),
    ...(parts && { parts: Object.fromEntries(parts.map((part) => [part.id, money(part.amount)])) }),
    ...(pool && { pool: { sum: money(pool.sum), fund: money(pool.fund) } }),
    ...(figures.missing(paid) && { missing: why(paid) }),
  };
}

/** The steps that a result shows of pay. */
export function payFigures({ pay }: Program): number[] {
  if (pay === undefined) return [];
  const ofLine = ({ amount, paid, held, parts = [], pool }: PayLineSteps) => [
    amount,
    paid,
    ...(held === undefined ? [] : [held]),
    ...parts.map((part) => part.amount),
    ...Object.values(pool ?? {}),
  ];
  return [...pay.lines.flatMap(ofLine), pay.total];
}

/** A warning for each line that is missing. */
export function payIssues({ model }: Program, { lines }: Pay): Issue[] {
  return (model.pay ?? []).flatMap(({ id }, index) => {
    const missing = lines[id]?.missing;
    if (missing === undefined) return [];
    const params = { line: id, reason: missing.reason, ...(missing.of !== undefined && { of: missing.of }) };
    return [{ code: 'pay.missing', severity: 'warning' as const, pointer: `/pay/${index}`, params }];
  });
}
