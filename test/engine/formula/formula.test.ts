import { describe, expect, it } from 'vitest';
import { checkFormula } from '../../../engine/formula/check-formula.ts';
import { compileFormula } from '../../../engine/formula/compile-formula.ts';
import { formulaText } from '../../../engine/formula/formula-text.ts';
import { parseFormula } from '../../../engine/formula/formula.ts';
import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { createBuilder } from '../../../engine/program/builder.ts';
import { isRational } from '../../../engine/program/operations.ts';
import { runProgram } from '../../../engine/program/run.ts';

const figures: Readonly<Record<string, string | null>> = {
  a: '7',
  b: '-2.5',
  销售额: '120.50',
  gap: null,
  zero: '0',
};
const scope = { names: new Set(Object.keys(figures)), hasTarget: true };

/** The exact value; null where it is missing, or the codes of what is wrong. */
function valueOf(text: string): string | null | readonly string[] {
  const parsed = parseFormula(text);
  if ('error' in parsed) return [`syntax at ${parsed.error.at}`];
  const issues = checkFormula(parsed.formula, scope, '/formula');
  if (issues.length > 0) return issues.map(({ code, params }) => `${code} at ${params?.['at']}`);
  const builder = createBuilder();
  const step = compileFormula(builder, parsed.formula, 'v.', '/formula', (name) => builder.column(name));
  const values = runProgram(builder.steps, (name) => {
    const figure = name === 'target' ? '100' : figures[name]!;
    return figure === null ? null : parseDecimal(figure)!;
  });
  const value = values[step]!;
  return isRational(value) ? formatExact(value) : null;
}

describe('a formula', () => {
  it.each([
    ['a + b * 2', '2'],
    ['(a + b) * 2', '9'],
    ['a / 3', '7/3'],
    ['销售额 ÷ target × 100', '120.5'],
    ['15% * a', '1.05'],
    ['a * 50％', '3.5'],
    ['a^2', '49'],
    ['(b)^-2', '0.16'],
    ['a^0', '1'],
    ['gap^0', null],
    ['zero^-1', null],
    ['-a', '-7'],
    ['-(a^2)', '-49'],
    ['min(a, b, 3)', '-2.5'],
    ['max(a, gap)', null],
    ['sum(a, b, 1)', '5.5'],
    ['mean(a, b)', '2.25'],
    ['mean(a, gap)', null],
    ['count(a, gap, b)', '2'],
    ['abs(b)', '2.5'],
    ['round(b)', '-3'],
    ['round(7 / 3, 2)', '2.33'],
    ['round(2.345, 2)', '2.35'],
    ['floor(b)', '-3'],
    ['floor(2.5)', '2'],
    ['floor(2)', '2'],
    ['ceil(b)', '-2'],
    ['ceil(2.000001)', '3'],
    ['clamp(销售额, 0, 120)', '120'],
    ['clamp(b, 0, 120)', '0'],
    ['if(a > 5, 1, 2)', '1'],
    ['if(a ≥ 7, 1, 2)', '1'],
    ['if(a ＜ 7, 1, 2)', '2'],
    ['if(a <> 7, 1, 2)', '2'],
    ['if(a = 7, 1, gap)', '1'],
    ['if(gap > 5, 1, 2)', null],
    ['if(not(gap > 5), 1, 2)', null],
    ['if(or(gap > 5, a > 5), 1, 2)', '1'],
    ['if(and(gap > 5, a > 5), 1, 2)', null],
    ['if(isMissing(gap), 1, 2)', '1'],
    ['ifMissing(gap, 3)', '3'],
    ['ifMissing(a, 3)', '7'],
    ['a / zero', null],
  ])('%s comes to %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    ['-a^2', ['syntax at 2']],
    ['a +', ['syntax at 3']],
    ['1 < 2 < 3', ['syntax at 6']],
    ['a ^ b', ['syntax at 4']],
    ['a > 5', ['formula.notNumber at 2']],
    ['if(a, 1, 2)', ['formula.notTruth at 3']],
    ['(a > 1) + 2', ['formula.notNumber at 3']],
    ['if(a > 1, 2)', ['formula.argumentCount at 0']],
    ['abs(a, b)', ['formula.argumentCount at 0']],
    ['round(a, b)', ['formula.places at 9']],
    ['round(a, 11)', ['formula.places at 9']],
    ['a^11', ['formula.power at 1']],
    ['sqrt(a)', ['formula.unknownFunction at 0']],
    ['toString(a)', ['formula.unknownFunction at 0']],
    ['nobody + 1', ['formula.unknownName at 0']],
    ['if(nobody > 1, a, else)', ['formula.unknownName at 3', 'formula.unknownName at 18']],
  ])('%s is refused: %j', (text, issues) => {
    expect(valueOf(text)).toEqual(issues);
  });

  it.each([
    'a + b × 2',
    '(a + b) × 2',
    'a − (b − 1)',
    'a ÷ (b × 2)',
    '−(a^2)',
    '(a + 1)^2',
    'if(a ≥ 7, 15%, 0)',
    'min(a, (b + 1) × 2)',
  ])('%s is shown as it is written', (text) => {
    expect(formulaText(text, (name) => name)).toBe(text);
  });
});
