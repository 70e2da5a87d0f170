import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DataRecord } from '../../../schemas/index.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { campaignSeed, campaignSize } from '../../support/random.ts';
import { tempFolder } from '../store/temp.ts';
import { salesDataset } from './datasets.ts';
import { importer } from './importer.ts';

const folder = await tempFolder();

const whole = fc.bigInt({ min: 0n, max: 999_999_999n }).map(String);
const cents = fc.tuple(whole, fc.integer({ min: 1, max: 99 })).map(([units, part]) => {
  return `${units}.${String(part).padStart(2, '0')}`.replace(/0$/, '');
});
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('0002-01-01T00:00:00Z'), max: new Date('9998-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Text as it is stored: everything a cell can hold, quotes, commas and line ends above all. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('"', ',', '\n', ' ', '销'),
    ),
  })
  .map((raw) =>
    raw
      .replaceAll(/[^\P{Cc}\t\n]/gu, '')
      .normalize('NFC')
      .trim()
      .normalize('NFC'),
  )
  .filter((clean) => clean.trim() === clean && clean.normalize('NFC') === clean);
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

const record: fc.Arbitrary<DataRecord['values']> = fc.record({
  id: text.filter((id) => id !== '' && Array.from(id).length <= 40),
  seller: optional(fc.constant('person-1')),
  count: optional(whole),
  status: optional(fc.constantFrom('won', 'lost', 'open')),
  closed_on: optional(day),
  amount: optional(fc.oneof(whole, cents)),
  answered: optional(instant),
  note: text
    .map((note) => (note === '' ? null : note))
    .filter((note) => note === null || Array.from(note).length <= 200),
});

const layout = fc.record({
  columns: fc.shuffledSubarray(Object.keys({ ...fc.sample(record, 1)[0] }), { minLength: 8 }),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.constantFrom('', '\ufeff'),
  quoteAll: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

function quoted(cell: string, always: boolean): string {
  return always || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** As a file writes it: dates by the pattern of their column, people by an identifier. */
function written(column: string, value: string | null): string {
  if (value === null) return '';
  if (column === 'seller') return 'S1';
  if (column !== 'closed_on') return value;
  const [year, month, date] = value.split('-') as [string, string, string];
  return `${year}/${Number(month)}/${Number(date)}`;
}

it(
  'whatever records a file is written of, it is read as the same records',
  { timeout: 600_000 },
  async () => {
    const records = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(records, layout, async (all, { columns, lineEnd, mark, quoteAll, lastLineEnd }) => {
        const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, quoteAll)).join(',');
        const lines = [
          line(columns),
          ...all.map((values) => line(columns.map((column) => written(column, values[column]!)))),
        ];
        const store = openMemoryStore();
        const deals = importer(store, folder, salesDataset);
        await store.collection('identifiers').insert({ id: 'S1', person: 'person-1' });
        const report = await deals.run(mark + lines.join(lineEnd) + (lastLineEnd ? lineEnd : ''), {
          encoding: 'utf-8',
        });
        expect(report.found.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(report.added).toBe(all.length);
        const byKey = (await deals.records()).map(({ values }) => values);
        expect(new Map(byKey.map((values) => [values['id'], values]))).toEqual(
          new Map(all.map((values) => [values['id'], { ...values }])),
        );
      }),
      { seed: campaignSeed(5), numRuns: campaignSize(200, 5000) },
    );
  },
);
