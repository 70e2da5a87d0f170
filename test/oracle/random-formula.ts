import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { chance, randomDecimal, respelled } from './random-decimals.ts';

const wide = new Map(
  Object.entries({ '(': '（', ')': '）', ',': '，', '+': '＋', '-': '－', '*': '×', '/': '÷' }),
);

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
  return formula.match(/\p{L}[\p{L}\p{N}_]*/gu) ?? [];
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
  const factor = (depth: number, divisor: boolean): string => {
    const kind = depth === 0 ? 1 : random();
    if (kind < 0.1) return sign('-').trim() + factor(depth - 1, divisor);
    if (kind < 0.3) return sign('(') + sum(depth - 1) + sign(')');
    if (kind < 0.55) {
      const values = Array.from({ length: whole(random, 1, 4) }, () => sum(depth - 1));
      return pick(random, ['min', 'max']) + sign('(') + values.join(sign(',')) + sign(')');
    }
    return chance(random, 0.75) ? pick(random, names) : literal(random, divisor);
  };
  return sum(whole(random, 0, 3));
}

function literal(random: Random, divisor: boolean): string {
  for (;;) {
    const text = randomDecimal(random).replace('-', '');
    if (divisor && Number(text) === 0) continue;
    return chance(random, 0.1) ? respelled(random, text).replace('-', '') : text;
  }
}
