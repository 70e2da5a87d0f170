import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certify } from '../../engine/certificate/certify.ts';
import { evaluate } from '../../engine/index.ts';
import type { Cases, Model } from '../../schemas/index.ts';
import { compiled, tableFor } from '../support/evaluate-rows.ts';
import { checkedReceipts } from '../support/receipts.ts';

const rules = join(import.meta.dirname, '../../rules');
const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.cases.json'),
);
const read = (file: string): unknown => JSON.parse(readFileSync(join(rules, file), 'utf8'));

describe('worked cases come out as they are written', () => {
  it('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  describe.each(files)('%s', (file) => {
    const { model: modelFile, cases } = read(file) as Cases;
    const model = read(join(dirname(file), modelFile)) as Model;
    const program = compiled(model);

    it.each(cases.map((worked) => [worked.name.en, worked] as const))('%s', (_, { figures, expected }) => {
      const table = tableFor(program, [figures]);
      checkedReceipts(program, table);
      const [result] = evaluate(program, table);
      expect(result).toMatchObject({ composite: expected.composite, grade: expected.grade });
      for (const [id, weighted] of Object.entries(expected.weighted ?? {})) {
        expect([id, result!.metrics[id]!.weighted]).toEqual([id, weighted]);
      }
      for (const [id, score] of Object.entries(expected.scores ?? {})) {
        expect([id, result!.metrics[id]!.score]).toEqual([id, score]);
      }
      const actions = result!.actions.map(({ rule }) => rule);
      expect(actions).toEqual(expected.actions ?? actions);
    });

    it('are paid what is written, all of them together in their pools', () => {
      const table = tableFor(
        program,
        cases.map(({ figures }) => figures),
      );
      checkedReceipts(program, table);
      for (const [row, { pay }] of evaluate(program, table).entries()) {
        const amounts = Object.entries(pay?.lines ?? {}).map(([id, { amount }]) => [id, amount]);
        const paid = pay && { ...Object.fromEntries(amounts), total: pay.total };
        expect(paid).toEqual(cases[row]!.expected.pay);
      }
    });

    it('are certified by json-rules-engine', async () => {
      const table = tableFor(
        program,
        cases.map(({ figures }) => figures),
      );
      expect((await certify(model, table, evaluate(program, table))).disagreements).toEqual([]);
    });
  });
});
