import { describe, expect, it } from 'vitest';
import {
  functionGroups,
  functionNames,
  functionsOf,
} from '../../../../admin/models/metric/formula/functions.ts';
import { withCall, withWord, type Edited } from '../../../../admin/models/metric/formula/insert.ts';
import { formulaPlace } from '../../../../admin/models/metric/formula/place.ts';
import { texts } from '../../../../admin/models/metric/formula/texts.ts';
import { checkFormula } from '../../../../engine/formula/check-formula.ts';
import { parseFormula } from '../../../../engine/formula/formula.ts';
import { formulaFunctions } from '../../../../engine/formula/functions.ts';
import type { Issue } from '../../../../schemas/index.ts';

const scope = { names: new Set(['sales', 'a']), hasTarget: false };
const issuesOf = (text: string): Issue[] => {
  const parsed = parseFormula(text);
  if ('error' in parsed)
    return [{ code: 'formula.syntax', severity: 'error', params: { ...parsed.error }, pointer: '' }];
  return checkFormula(parsed.formula, scope, '');
};

describe('the help on functions', () => {
  it.each(['zh', 'en'] as const)(
    'lists every function of the engine once, each with its text (%s)',
    (language) => {
      const listed = functionGroups.flatMap((group) => functionsOf(group, language));
      expect(listed.map(({ name }) => name).toSorted()).toEqual(
        [...Object.keys(formulaFunctions), 'round'].toSorted(),
      );
      for (const { name, call, does } of listed) {
        expect(call).toMatch(new RegExp(`^${name}\\(.+\\)$`));
        expect(does).toMatch(/.{3,}[.。]$/);
      }
    },
  );

  it('has no text of a function that the engine does not know', () => {
    const named = Object.keys(texts.en).flatMap((key) => /^(?:call|does)_(.+)$/.exec(key)?.[1] ?? []);
    expect(named.filter((name) => !functionNames.includes(name))).toEqual([]);
  });

  it('puts in calls with as many arguments as the engine asks for', () => {
    for (const group of functionGroups)
      for (const { name, least } of functionsOf(group, 'en')) {
        const { text } = withCall('', 0, 0, name, least);
        const filled = text.replaceAll(/(?<=[(,]) ?(?=[,)])/g, 'a');
        expect(issuesOf(filled).map(({ code }) => code)).not.toContain('formula.argumentCount');
        expect(issuesOf(filled).map(({ code }) => code)).not.toContain('formula.syntax');
      }
  });
});

describe('putting something into a formula', () => {
  const shown = ({ text, from, to }: Edited) =>
    `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;

  it('keeps words apart from what is beside them', () => {
    expect(shown(withWord('', 0, 0, 'sales'))).toBe('sales[]');
    expect(shown(withWord('a /', 3, 3, 'sales'))).toBe('a / sales[]');
    expect(shown(withWord('(a)', 1, 2, 'sales'))).toBe('(sales[])');
    expect(shown(withWord('ab', 1, 1, 'sales'))).toBe('a sales[] b');
  });

  it('puts the caret where the first argument is missing', () => {
    expect(shown(withCall('', 0, 0, 'sum', 1))).toBe('sum([])');
    expect(shown(withCall('a + ', 4, 4, 'clamp', 3))).toBe('a + clamp([], , )');
  });

  it('makes what is selected the first argument', () => {
    expect(shown(withCall('a + b', 0, 5, 'abs', 1))).toBe('abs(a + b[])');
    expect(shown(withCall('a * 2', 0, 1, 'if', 3))).toBe('if(a, [], ) * 2');
    expect(shown(withCall('a * 2', 0, 1, 'ifMissing', 2))).toBe('ifMissing(a, []) * 2');
  });
});

describe('an error in a formula', () => {
  const places = (text: string) =>
    issuesOf(text).map((issue) => {
      const place = formulaPlace(text, issue)!;
      expect(text.slice(place.from, place.to)).toBe(place.marked);
      return `${place.before}[${place.marked}]${place.after}`;
    });

  it('is shown at the word it is about', () => {
    expect(places('salse / 2')).toEqual(['[salse] / 2']);
    expect(places('avg(sales) + target')).toEqual(['[avg](sales) + target', 'avg(sales) + [target]']);
    expect(places('sales > 3')).toEqual(['sales [>] 3']);
  });

  it('is shown where the formula stops making sense, also at its end', () => {
    expect(places('sales * / 2')).toEqual(['sales * [/] 2']);
    expect(places('sales / ')).toEqual(['sales / []']);
  });

  it('is shown with only what is around it in a long formula', () => {
    const [place] = places(`${'sales + '.repeat(20)}salse${' + sales'.repeat(20)}`);
    expect(place).toBe('…sales + sales + sales + [salse] + sales + sales + sales…');
  });

  it('has no place where the issue names none', () => {
    expect(formulaPlace('a', { code: 'schema.maxLength', severity: 'error' })).toBeUndefined();
    expect(formulaPlace('a', { code: 'x', severity: 'error', params: { at: 5 } })).toBeUndefined();
  });
});
