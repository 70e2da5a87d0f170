import type { Issue, Model, PayLine } from '../../schemas/index.ts';
import { formatFixed, parseDecimal } from '../number/decimal.ts';
import { compare, divide, integer, multiply, subtract, zero, type Rational } from '../number/rational.ts';
import { moneyPlaces } from '../pay/money.ts';
import { findingAt } from './finding.ts';

/** What a single step may cost before it is called a cliff, in money, unless it is said otherwise. */
export const usualCliff = 5000;

/** A better figure that is paid less, and steps that cost a lot: of tiers and of coefficients by grade. */
export function payTrouble(model: Model, cliff: number): Issue[] {
  return (model.pay ?? []).flatMap((line, index) => [
    ...ofTiers(line, `/pay/${index}/amount`, cliff),
    ...ofCoefficients(model, line, `/pay/${index}/amount`),
  ]);
}

function ofTiers({ id, amount }: PayLine, pointer: string, cliff: number): Issue[] {
  if (amount.kind !== 'tiers') return [];
  const rates = [parseDecimal(amount.below)!, ...amount.tiers.map(({ rate }) => parseDecimal(rate)!)];
  return amount.tiers.flatMap(({ from }, index) => {
    const at = `${pointer}/tiers/${index}`;
    const [before, after] = [rates[index]!, rates[index + 1]!];
    const params = { line: id, from: String(from) };
    if (amount.method !== 'whole') {
      return compare(after, zero) < 0 ? [findingAt('pay.notMonotone', at, params)] : [];
    }
    if (compare(after, before) < 0) return [findingAt('pay.notMonotone', at, params)];
    // Of another base than the figure itself nobody knows here how large it is.
    if (amount.base !== undefined) return [];
    const jump = divide(multiply(parseDecimal(from)!, subtract(after, before)), integer(100))!;
    return compare(jump, integer(cliff)) > 0
      ? [findingAt('pay.cliff', at, { ...params, jump: money(jump), cliff })]
      : [];
  });
}

function ofCoefficients({ grades }: Model, { id, amount }: PayLine, pointer: string): Issue[] {
  if (amount.kind !== 'coefficient') return [];
  const of = (grade: string) => amount.coefficients.find((one) => one.grade === grade);
  return grades.slice(1).flatMap((grade, index) => {
    const [better, worse] = [of(grades[index]!.id), of(grade.id)];
    if (better === undefined || worse === undefined) return [];
    if (compare(parseDecimal(better.coefficient)!, parseDecimal(worse.coefficient)!) >= 0) return [];
    const at = amount.coefficients.indexOf(better);
    return [
      findingAt('pay.notMonotone', `${pointer}/coefficients/${at}`, { line: id, from: grades[index]!.id }),
    ];
  });
}

function money(value: Rational): string {
  return formatFixed(value, moneyPlaces);
}
