import { describe, expect, it } from 'vitest';
import { decide } from '../../../engine/certificate/rule-engine.ts';
import { recordFilter } from '../../../engine/condition/record-filter.ts';
import { parseDecimal } from '../../../engine/number/decimal.ts';
import type { Column, Comparison, Condition, Conditions } from '../../../schemas/index.ts';
import { campaignSeed, campaignSize, pick, seeded, whole, type Random } from '../../support/random.ts';

const name = { zh: '列', en: 'Column' };
const columns: ReadonlyMap<string, Column> = new Map(
  (
    [
      { id: 'tags', name, required: false, type: 'text', separator: ';' },
      { id: 'city', name, required: false, type: 'text' },
      { id: 'day', name, required: false, type: 'date' },
      { id: 'amount', name, required: false, type: 'decimal', places: 2 },
    ] satisfies Column[]
  ).map((column) => [column.id, column]),
);

type Cells = Readonly<Record<string, string>>;

function matches(condition: Condition, cells: Cells): boolean {
  const filter = recordFilter({ all: [condition] }, columns);
  return filter((column) => {
    const cell = cells[column] ?? null;
    return cell !== null && column === 'amount' ? parseDecimal(cell)! : cell;
  });
}

describe('filters over records', () => {
  it.each<[string, Comparison, Cells, boolean]>([
    ['a list contains', { fact: 'tags', operator: 'contains', value: 'new' }, { tags: 'key; new' }, true],
    [
      'not a part of an entry',
      { fact: 'tags', operator: 'contains', value: 'ne' },
      { tags: 'key;new' },
      false,
    ],
    ['every entry', { fact: 'tags', operator: 'everyFact:in', value: ['a', 'b'] }, { tags: 'a;b;a' }, true],
    ['some entry', { fact: 'tags', operator: 'someFact:startsWith', value: 'k' }, { tags: 'a;key' }, true],
    [
      'each value',
      { fact: 'tags', operator: 'everyValue:contains', value: ['a', 'b'] },
      { tags: 'b;a' },
      true,
    ],
    ['a list of nothing', { fact: 'tags', operator: 'doesNotContain', value: 'a' }, { tags: ' ; ' }, false],
    ['an empty cell', { fact: 'tags', operator: 'doesNotContain', value: 'a' }, {}, false],
    ['a beginning', { fact: 'city', operator: 'startsWith', value: 'Shang' }, { city: 'Shanghai' }, true],
    ['another', { fact: 'city', operator: 'not:startsWith', value: 'hai' }, { city: 'Shanghai' }, true],
    ['a day before', { fact: 'day', operator: 'lessThan', value: '2026-07-01' }, { day: '2026-06-30' }, true],
    ['not on it', { fact: 'day', operator: 'lessThan', value: '2026-07-01' }, { day: '2026-07-01' }, false],
    [
      'days, both ends',
      { fact: 'day', operator: 'between', value: ['2026-07-01', '2026-09-30'] },
      { day: '2026-09-30' },
      true,
    ],
    ['figures, both ends', { fact: 'amount', operator: 'between', value: [1, 5] }, { amount: '5.00' }, true],
    ['figures outside', { fact: 'amount', operator: 'between', value: [1, 5] }, { amount: '5.01' }, false],
  ])('%s', (_, comparison, cells, expected) => {
    expect(matches(comparison, cells)).toBe(expected);
  });

  it('decide as json-rules-engine does, lists as arrays, days as texts', { timeout: 3_600_000 }, async () => {
    const seed = campaignSeed(11);
    const pairs = campaignSize(5_000, 500_000);
    const random = seeded(seed);
    let kept = 0;
    for (let pair = 0; pair < pairs; pair += 5) {
      const cells = randomCells(random);
      const rules = Array.from({ length: 5 }, (__, index) => ({
        id: String(index),
        conditions: { all: [randomCondition(random, 2)] } satisfies Conditions,
      }));
      const fired = await decide(rules, factsOf(cells));
      for (const { id, conditions } of rules) {
        const ours = matches(conditions, cells);
        if (ours) kept += 1;
        if (ours !== fired.has(id)) expect.fail(JSON.stringify({ seed, pair, conditions, cells, ours }));
      }
    }
    console.log(`filters and json-rules-engine: ${pairs} pairs, seed ${seed}, ${kept} kept, 0 differences`);
    expect(kept).toBeGreaterThan(pairs / 10);
  });
});

const entries = ['new', 'key', 'a', 'b'];
const days = ['2026-06-30', '2026-07-01', '2026-12-31', '2025-07-01'];
const orderings = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

function randomCells(random: Random): Cells {
  const tags = Array.from({ length: whole(random, 1, 3) }, () => pick(random, entries)).join(';');
  const all = {
    tags,
    city: pick(random, entries),
    day: pick(random, days),
    amount: pick(random, ['1', '2.5', '-3']),
  };
  return Object.fromEntries(Object.entries(all).filter(() => random() < 0.85));
}

function factsOf(cells: Cells): Map<string, unknown> {
  return new Map(
    Object.entries(cells).map(([id, cell]): [string, unknown] => {
      if (id === 'tags') return [id, cell.split(';')];
      return [id, id === 'amount' ? Number(cell) : cell];
    }),
  );
}

function randomCondition(random: Random, depth: number): Condition {
  const part = () => randomCondition(random, depth - 1);
  const kind = depth === 0 ? 1 : random();
  if (kind < 0.2) return { any: [part(), part()] };
  if (kind < 0.4) return { not: part() };
  return randomComparison(random);
}

function randomComparison(random: Random): Comparison {
  const many = <X>(items: readonly X[]) =>
    Array.from({ length: whole(random, 1, 3) }, () => pick(random, items));
  const not = random() < 0.2 ? 'not:' : '';
  switch (pick(random, ['tags', 'everyTag', 'tagValues', 'city', 'day', 'someDay', 'amount'])) {
    case 'tags':
      return {
        fact: 'tags',
        operator: not + pick(random, ['contains', 'doesNotContain']),
        value: pick(random, entries),
      };
    case 'everyTag': {
      const quantor = pick(random, ['someFact:', 'everyFact:']);
      return {
        fact: 'tags',
        operator: `${not}${quantor}${pick(random, ['in', 'notIn'])}`,
        value: many(entries),
      };
    }
    case 'tagValues': {
      const quantor = pick(random, [
        'someValue:',
        'everyValue:',
        'everyValue:someFact:',
        'someFact:someValue:',
      ]);
      const base = quantor.includes('Fact') ? 'equal' : 'contains';
      return { fact: 'tags', operator: not + quantor + base, value: many(entries) };
    }
    case 'city':
      return {
        fact: 'city',
        operator: `${not}${pick(random, ['in', 'swap:contains'])}`,
        value: many(entries),
      };
    case 'day':
      return { fact: 'day', operator: not + pick(random, orderings), value: pick(random, days) };
    case 'someDay':
      return { fact: 'day', operator: `someValue:${pick(random, orderings)}`, value: many(days) };
    default:
      return {
        fact: 'amount',
        operator: not + pick(random, orderings),
        value: pick(random, [1, 2.5, -3, 0]),
      };
  }
}
