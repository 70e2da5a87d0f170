import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certify } from '../../../engine/certificate/certify.ts';
import {
  complete,
  evaluate,
  evaluateRow,
  formatExact,
  inputsOf,
  parseDecimal,
  tableOfInputs,
} from '../../../engine/index.ts';
import type { Model, Receipt, ReceiptEntry } from '../../../schemas/index.ts';
import { g3Model } from '../../support/models.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { compiled, tableFor } from '../../support/evaluate-rows.ts';
import { valueAt } from '../../support/pointers.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';
import { checkedReceipts } from '../../support/receipts.ts';

interface Person {
  readonly name: { readonly en: string };
  readonly figures: Readonly<Record<string, unknown>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const model = read('model.json') as Model;
const people = read('people.json') as Person[];

/** Compiled in each test, so that it is part of what is tested. */
function world() {
  const program = compiled(model);
  const table = tableFor(
    program,
    people.map(({ figures }) => figures),
  );
  return { program, table };
}

/** A receipt as lines to be read: the figure, what it is, how it was made. */
const linesOf = ({ entries }: Receipt) =>
  entries.map(({ id, op, args, value }) => `${id} = ${String(value)}: ${op}(${args.join(', ')})\n`).join('');

// After a change that is meant: `npx vitest run test/engine/whole -u`, and read what changed.
describe('a model that has one of everything', () => {
  it('judges people as it is written in results.jsonl', async () => {
    const { program, table } = world();
    const results = evaluate(program, table).map((result, row) => ({
      name: people[row]!.name.en,
      ...result,
    }));
    const lines = results.map((result) => `${JSON.stringify(result)}\n`);
    await expect(lines.join('')).toMatchFileSnapshot('results.jsonl');
  });

  it('says how it came to that as it is written in receipt.txt', async () => {
    const { program, table } = world();
    await expect(linesOf(checkedReceipts(program, table)[0]!)).toMatchFileSnapshot('receipt.txt');
  });

  it('judges each of them again, alone, from the figures that are kept', () => {
    const { program, table } = world();
    const whole = complete(program, table);
    const again = table.subjects.map((subject, row) =>
      evaluateRow(program, tableOfInputs(program, subject, inputsOf(program, whole, row)), 0),
    );
    expect(again).toEqual(evaluate(program, table));
  });

  it('ranks a table once, however often it is asked', () => {
    const { program, table } = world();
    expect(complete(program, table)).toBe(complete(program, table));
  });

  it('is certified by json-rules-engine', async () => {
    const { program, table } = world();
    expect((await certify(model, table, evaluate(program, table))).disagreements).toEqual([]);
  });
});

describe('a model that has little', () => {
  it('has a short receipt, receipt-of-little.txt: nothing of what others need', async () => {
    const base = g3Model();
    const program = compiled({
      ...base,
      metrics: [{ ...base.metrics[0]!, weight: 100, whenMissing: 'zero' }],
      bands: [
        { grade: 'good', from: 80 },
        { grade: 'to_improve', to: 80 },
      ],
      ranking: {
        scope: 'model',
        seats: [{ grade: 'excellent', end: 'top', share: 10 }],
        otherwise: 'good',
        rounding: 'up',
        ties: 'expand',
        smallestGroup: 2,
      },
    });
    const [receipt] = checkedReceipts(program, tableFor(program, [{ attainment_figure: 85 }]));
    await expect(linesOf(receipt!)).toMatchFileSnapshot('receipt-of-little.txt');
  });
});

describe('a receipt', () => {
  const seed = campaignSeed(20_261_130);

  /** How a receipt may show what stands in a document: a decimal, a text, a truth. */
  const shown = (value: unknown) => {
    const decimal = typeof value === 'boolean' ? undefined : parseDecimal(String(value));
    return [value, `'${String(value)}`, decimal && formatExact(decimal)];
  };
  // What is missing is nowhere written, and a formula has several figures; those of pay are formulas.
  const isOneFigure = ({ args, value }: ReceiptEntry) =>
    value !== null && !/^\/pay\/|\/formula$/.test(String(args[1]));

  it(`takes from the model what stands there at the pointer it gives (seed ${seed})`, () => {
    const random = seeded(seed);
    for (let index = 0; index < campaignSize(200, 10_000); index += 1) {
      const document = randomModel(random);
      const any = compiled(document);
      const [receipt] = checkedReceipts(any, tableFor(any, [randomFigures(random, document)]));
      const taken = receipt!.entries.filter(({ op, args }) => op === 'given' && args[0] === 'model');
      const there = ({ args }: ReceiptEntry) => valueAt(document, String(args[1]));
      const wrong = taken.filter((entry) =>
        isOneFigure(entry) ? !shown(there(entry)).includes(entry.value) : there(entry) === undefined,
      );
      const nameless = receipt!.entries.filter(({ id, args }) => id === '' || args.includes(''));
      expect(nameless).toEqual([]);
      expect({ index, wrong }).toEqual({ index, wrong: [] });
    }
  });
});
