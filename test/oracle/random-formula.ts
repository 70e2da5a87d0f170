import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { chance, randomDecimal, respelled } from './random-decimals.ts';

const wide = new Map(
  Object.entries({ '(': '（', ')': '）', ',': '，', '+': '＋', '-': '－', '*': '×', '/': '÷' }),
);

const functions = 'sum mean count abs round floor ceil clamp if if ifMissing'.split(' ');

/** Every word of the formula language that is no name. */
export const formulaWords: readonly string[] = ['min', 'max', 'and', 'or', 'not', 'isMissing', ...functions];

/** A formula over the given names (measures, and `target` where there is one); it mentions at least one of them. */
export function randomFormula(random: Random, names: readonly string[]): string {
  const kind = random();
  const [a, b] = [pick(random, names), pick(random, names)];
  if (kind < 0.4) return a;
  if (kind < 0.5) return `${a} / ${b} * 100`;
  for (;;) {
    const formula = nested(random, names);
    if (formula.length <= 1000 && mentioned(formula).some((name) => names.includes(name))) return formula;
  }
}

/** The names in a formula, in order: functions too. */
export function mentioned(formula: string): string[] {
  return formula.match(/\p{L}[\p{L}\p{N}_]*(\.\p{L}[\p{L}\p{N}_]*)?/gu) ?? [];
}

/** Follows the grammar from the top, so that what comes out is always well formed. */
function nested(random: Random, names: readonly string[]): string {
  const widths = pick(random, [0, 0, 0.5, 1]);
  const spaces = pick(random, [0, 0.5, 1]);
  const sign = (ascii: string): string => {
    const text = chance(random, widths) ? (wide.get(ascii) ?? ascii) : ascii;
    return '(),'.includes(ascii) || !chance(random, spaces) ? text : ` ${text} `;
  };
  const joined = (count: number, signs: string[], part: (after: string) => string): string => {
    let text = part('');
    for (let i = 1; i < count; i += 1) {
      const next = pick(random, signs);
      text += sign(next) + part(next);
    }
    return text;
  };
  const sum = (depth: number): string =>
    joined(whole(random, 1, depth > 1 ? 3 : 2), ['+', '-'], () => product(depth));
  const product = (depth: number): string =>
    joined(pick(random, [1, 1, 2, 2, 3]), ['*', '/'], (after) => factor(depth, after === '/'));
  const call = (name: string, args: readonly string[]) => name + sign('(') + args.join(sign(',')) + sign(')');
  const sums = (depth: number, least: number, most: number) =>
    Array.from({ length: whole(random, least, most) }, () => sum(depth - 1));
  const compared = (depth: number): string => {
    const op = pick(random, ['<', '>', '<=', '>=', '=', '<>', '≥', '≤', '≠', '＞', '＜', '＝']);
    return `${sum(depth - 1)} ${op} ${sum(depth - 1)}`;
  };
  const truth = (depth: number): string => {
    const kind = depth <= 1 ? 1 : random();
    if (kind < 0.2) return call(pick(random, ['and', 'or']), [truth(depth - 1), truth(depth - 1)]);
    if (kind < 0.3) return call('not', [truth(depth - 1)]);
    if (kind < 0.45) return call('isMissing', [sum(depth - 1)]);
    return compared(depth);
  };
  const called = (depth: number): string => {
    const name = pick(random, ['min', 'max', 'min', 'max', ...functions]);
    switch (name) {
      case 'abs':
      case 'floor':
      case 'ceil':
        return call(name, sums(depth, 1, 1));
      case 'round':
        return call(name, [
          ...sums(depth, 1, 1),
          ...(chance(random, 0.5) ? [String(whole(random, 0, 4))] : []),
        ]);
      case 'clamp':
        return call(name, sums(depth, 3, 3));
      case 'ifMissing':
        return call(name, sums(depth, 2, 2));
      case 'if':
        return call(name, [truth(depth), ...sums(depth, 2, 2)]);
      default:
        return call(name, sums(depth, 1, 4));
    }
  };
  const factor = (depth: number, divisor: boolean): string => {
    const kind = depth === 0 ? 1 : random();
    if (kind < 0.1) return sign('-').trim() + factor(depth - 1, divisor);
    if (kind < 0.15)
      return `((${factor(depth - 1, true)})^${pick(random, ['-2', '-1', '0', '1', '2', '3'])})`;
    if (kind < 0.3) return sign('(') + sum(depth - 1) + sign(')');
    if (kind < 0.6) return called(depth);
    return chance(random, 0.75) ? pick(random, names) : literal(random, divisor);
  };
  return sum(whole(random, 0, 3));
}

function literal(random: Random, divisor: boolean): string {
  for (;;) {
    const text = randomDecimal(random).replace('-', '');
    if (divisor && Number(text) === 0) continue;
    if (chance(random, 0.1)) return text + pick(random, ['%', '％']);
    return chance(random, 0.1) ? respelled(random, text).replace('-', '') : text;
  }
}
