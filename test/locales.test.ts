import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparisonSentence, fill, issueText, textsOf } from '../locales/index.ts';

const root = join(import.meta.dirname, '..');

/** Everything in quotes, in the sources that make issues, that looks like a code. */
function codesInSources(): Set<string> {
  const codes = new Set<string>();
  let files = 0;
  for (const room of ['engine', 'server', 'admin']) {
    for (const file of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || file.includes('generated')) continue;
      files += 1;
      const text = readFileSync(join(root, room, file), 'utf8');
      for (const [, code] of text.matchAll(/'([a-z]+\.[a-z][A-Za-z]+)'/g)) codes.add(code!);
    }
  }
  if (files < 80) throw new Error(`only ${files} files looked at`);
  return codes;
}

const { issues } = textsOf('en');
const known = new Set<string>(Object.keys(issues));
/** The first word of a code says what it is about; other quoted words with a dot, such as receipt ids, are none. */
const subjects = new Set([...known].map((code) => code.split('.')[0]!));
const notCodes = new Set([
  'grade.band',
  'grade.rank',
  'grade.ruled',
  'composite.weights',
  'company.json',
  'document.json',
  'file.csv',
]);

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();

describe('texts', () => {
  it('Chinese ones have Chinese punctuation; formulas their own', () => {
    const files = ['admin', 'locales'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => /(texts|zh)\.ts$/.test(file))
        .map((file) => join(room, file)),
    );
    expect(files.length).toBeGreaterThan(15);
    const found = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^.*[一-鿿][,:;!?].*$/gmu)]
        .map(([line]) => line.trim())
        .filter((line) => !/^(\/\/|\*|\/\*|call_)/.test(line))
        .map((line) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });

  it('there is one for every issue code that the sources make', () => {
    const made = [...codesInSources()].filter(
      (code) => subjects.has(code.split('.')[0]!) && !notCodes.has(code),
    );
    expect(made.length).toBeGreaterThan(60);
    expect(made.filter((code) => !known.has(code))).toEqual([]);
  });

  it('there is none for a code that nothing makes', () => {
    const made = codesInSources();
    // Codes of schema keywords are put together from the keyword.
    expect([...known].filter((code) => !code.startsWith('schema.') && !made.has(code))).toEqual([]);
  });

  it('there is one for every keyword of the schemas', () => {
    const keywords = new Set<string>();
    const collect = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (!Array.isArray(node)) keywords.add(key);
        collect(value);
      }
    };
    for (const file of readdirSync(join(root, 'schemas'))) {
      if (file.endsWith('.schema.json'))
        collect(JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')));
    }
    const failing = [
      'type',
      'enum',
      'const',
      'required',
      'additionalProperties',
      'propertyNames',
      'pattern',
      'format',
      'not',
      'discriminator',
      'minimum',
      'maximum',
      'minLength',
      'maxLength',
      'minItems',
      'maxItems',
      'maxProperties',
      'uniqueItems',
      'minProperties',
      'multipleOf',
      'contains',
      'dependentRequired',
      'exclusiveMinimum',
      'exclusiveMaximum',
    ];
    const used = failing.filter((keyword) => keywords.has(keyword));
    expect(used.length).toBeGreaterThan(12);
    expect(used.filter((keyword) => !known.has(`schema.${keyword}`))).toEqual([]);
  });

  it('name the same parameters in both languages', () => {
    const [en, zh] = [textsOf('en'), textsOf('zh')];
    for (const section of Object.keys(en) as (keyof typeof en)[]) {
      for (const [key, text] of Object.entries<string>(en[section])) {
        const other = (zh[section] as Record<string, string>)[key]!;
        expect([key, placeholders(other)]).toEqual([key, placeholders(text)]);
      }
    }
  });

  it('show a parameter that is not given, and a code that has no text, rather than nothing', () => {
    expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
    expect(fill('{constructor}', {})).toBe('{constructor}');
    expect(issueText('zh', 'no.such')).toBe('no.such');
    expect(issueText('zh', 'weights.sum', { sum: '99.99' })).toBe('权重合计为 99.99，必须恰好等于 100。');
  });
});

describe('comparisons', () => {
  it.each([
    ['en', 'between', [2, 5], 'Sales is from 2 to 5 (both ends included)'],
    ['zh', 'between', [2, 5], '销售额 介于 2–5（含两端）'],
    ['en', 'not:in', ['a', 'b'], 'not (Sales is one of A, B)'],
    ['en', 'isMissing', false, 'Sales is not missing'],
  ] as const)('are sentences (%s): %s', (language, operator, value, expected) => {
    const { words } = textsOf(language);
    const fact = language === 'zh' ? '销售额' : 'Sales';
    expect(comparisonSentence(words, { operator, value }, fact, (item) => item.toUpperCase())).toBe(expected);
  });
});
