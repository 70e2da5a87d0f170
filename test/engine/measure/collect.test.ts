import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect, measuresOf, periodOf } from '../../../engine/index.ts';
import type { Aggregate, DataRecord, Dataset, Measure } from '../../../schemas/index.ts';

const name = { zh: '名', en: 'Name' };
const column = { name, required: false } as const;

const deals: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'deals',
  name,
  key: ['id'],
  columns: [
    { ...column, id: 'id', type: 'text', required: true },
    { ...column, id: 'seller', type: 'person' },
    { ...column, id: 'day', type: 'date' },
    { ...column, id: 'at', type: 'instant' },
    { ...column, id: 'amount', type: 'decimal', places: 2 },
    { ...column, id: 'status', type: 'text' },
  ],
};

const period = periodOf('2026-Q1', 'Asia/Shanghai')!;

const deal = (values: Record<string, string | null>): DataRecord => ({
  dataset: 'deals',
  key: 'k',
  values: { seller: 'p1', day: '2026-02-01', amount: '1', status: 'won', ...values },
});

/** The figure of p1, as text, or why it is missing. */
function figure(aggregate: object, records: readonly DataRecord[], more: Partial<Measure> = {}): string {
  const measure = {
    id: 'm',
    name,
    aggregate: { dataset: 'deals', subject: 'seller', date: 'day', ...aggregate } as Aggregate,
    ...more,
  } satisfies Measure;
  const collector = collect(deals, measuresOf(deals, [measure]), period);
  for (const record of records) collector.take(record);
  const { units, places, reasons } = collector.columns(['p1']).get('m')!;
  return units[0] === null ? reasons.get(0)! : `${units[0]}e-${places}`;
}

const sum = { kind: 'sum', column: 'amount', whenEmpty: 'missing' };

describe('a measure', () => {
  it('is exact: a dime and two, however many times', () => {
    expect(figure(sum, [deal({ amount: '0.1' }), deal({ amount: '0.2' }), deal({ amount: '5' })])).toBe(
      '53e-1',
    );
  });

  it('is taken from the days of its window', () => {
    const records = [
      deal({ day: '2025-02-01', amount: '1' }),
      deal({ day: '2025-12-31', amount: '10' }),
      deal({ day: '2026-01-01', amount: '100' }),
    ];
    expect(figure(sum, records)).toBe('100e-0');
    expect(figure(sum, records, { window: { kind: 'earlier', periods: 1 } })).toBe('10e-0');
    expect(figure(sum, records, { window: { kind: 'earlierYear', years: 1 } })).toBe('1e-0');
    expect(figure(sum, records, { window: { kind: 'rolling', periods: 2 } })).toBe('110e-0');
  });

  it('is missing where there are fewer records than it takes', () => {
    const mean = { kind: 'mean', column: 'amount' };
    const answers = (count: number) => Array.from({ length: count }, () => deal({ amount: '4' }));
    expect(figure(mean, answers(4), { smallest: 5 })).toBe('tooFewRecords');
    expect(figure(mean, [...answers(4), deal({ amount: null })], { smallest: 5 })).toBe('tooFewRecords');
    expect(figure(mean, answers(5), { smallest: 5 })).toBe('40000e-4');
    expect(figure({ kind: 'count', whenEmpty: 'zero' }, [], { smallest: 5 })).toBe('0e-0');
    expect(figure({ kind: 'count', whenEmpty: 'zero' }, answers(4), { smallest: 5 })).toBe('tooFewRecords');
  });

  it('counts the days from the first to the last of the period', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', null];
    expect(
      figure(
        { kind: 'count', whenEmpty: 'zero' },
        days.map((day) => deal({ day })),
      ),
    ).toBe('2e-0');
  });

  it('reads instants on the clock of the company', () => {
    const instants = [
      '2025-12-31T15:59:59.999Z',
      '2025-12-31T16:00:00.000Z',
      '2026-03-31T15:59:59.999Z',
      '2026-03-31T16:00:00.000Z',
    ];
    expect(
      figure(
        { kind: 'count', date: 'at', whenEmpty: 'zero' },
        instants.map((at) => deal({ at })),
      ),
    ).toBe('2e-0');
  });

  it('takes no records for zero only where it is told to', () => {
    expect(figure(sum, [])).toBe('noRecords');
    expect(figure({ ...sum, whenEmpty: 'zero' }, [deal({ seller: 'p2' })])).toBe('0e-0');
    expect(figure({ kind: 'mean', column: 'amount' }, [])).toBe('noRecords');
    expect(
      figure({ kind: 'share', of: { all: [{ fact: 'status', operator: 'equal', value: 'won' }] } }, []),
    ).toBe('noRecords');
  });

  it('never adds up over an empty cell, and leaves it out of a mean', () => {
    const records = [deal({ amount: '3' }), deal({ amount: null }), deal({ amount: '4' })];
    expect(figure(sum, records)).toBe('emptyCell');
    expect(figure({ kind: 'mean', column: 'amount', places: 2 }, records)).toBe('350e-2');
    expect(figure({ kind: 'min', column: 'amount' }, records)).toBe('3e-0');
    expect(figure({ kind: 'max', column: 'amount' }, records)).toBe('4e-0');
  });

  it('publishes a share in percent, half-up', () => {
    const share = { kind: 'share', of: { all: [{ fact: 'status', operator: 'equal', value: 'won' }] } };
    expect(figure(share, [deal({}), deal({}), deal({ status: 'lost' })])).toBe('666667e-4');
  });

  it('counts different values, and not empty ones', () => {
    const records = ['a', 'b', 'a', null].map((status) => deal({ status }));
    expect(figure({ kind: 'distinctCount', column: 'status', whenEmpty: 'zero' }, records)).toBe('2e-0');
  });

  it('leaves out a record whose filter is unknown', () => {
    const where = { not: { fact: 'status', operator: 'equal', value: 'lost' } };
    const records = ['won', 'lost', null].map((status) => deal({ status }));
    expect(figure({ kind: 'count', where, whenEmpty: 'zero' }, records)).toBe('1e-0');
  });

  it('never depends on the order of records', () => {
    const amount = fc.option(
      fc.integer({ min: -9999, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
      { freq: 20 },
    );
    const kinds = [sum, { kind: 'mean', column: 'amount' }, { kind: 'max', column: 'amount' }];
    fc.assert(
      fc.property(fc.array(amount), fc.constantFrom(...kinds), (amounts, kind) => {
        const records = amounts.map((item) => deal({ amount: item === null ? null : String(Number(item)) }));
        expect(figure(kind, records.toReversed())).toBe(figure(kind, records));
      }),
      { seed: 42 },
    );
  });
});
