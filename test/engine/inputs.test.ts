import { describe, expect, it } from 'vitest';
import {
  canonical,
  compile,
  evaluate,
  evaluateRow,
  explain,
  inputsOf,
  numberColumn,
  parseDecimal,
  judge,
  tableOfInputs,
  complete,
  type Table,
} from '../../engine/index.ts';
import type { Model } from '../../schemas/index.ts';
import { randomFigures, randomModel } from '../oracle/random-models.ts';
import { compiled, tableFor } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';
import { campaignSeed, campaignSize, seeded } from '../support/random.ts';

const seed = campaignSeed(20_261_123);

describe('what a result keeps of its figures', () => {
  it(`gives the same result and receipt, byte for byte, as the table it came from (seed ${seed})`, () => {
    const random = seeded(seed);
    for (let index = 0; index < campaignSize(150, 5000); index += 1) {
      const model = randomModel(random);
      const program = compiled(model);
      // Parts of pools are inputs too.
      const table = complete(
        program,
        tableFor(
          program,
          Array.from({ length: 4 }, () => randomFigures(random, model)),
        ),
      );
      const judged = [...judge(program, table)];
      for (const [row, result] of evaluate(program, table).entries()) {
        const subject = table.subjects[row]!;
        // As it comes back from a store.
        const kept = JSON.parse(JSON.stringify(inputsOf(program, table, row))) as ReturnType<typeof inputsOf>;
        const alone = tableOfInputs(program, subject, kept);
        expect(canonical(evaluateRow(program, alone, 0))).toBe(canonical(result));
        const receipt = canonical(explain(program, table, row));
        expect(canonical(explain(program, alone, 0))).toBe(receipt);
        expect(judged[row]).toEqual({ result, receipt });
      }
    }
  });

  it('says again why a figure was missing', () => {
    const model: Model = g3Model();
    const program = compile(model);
    const table: Table = {
      subjects: ['a', 'b'],
      columns: new Map([
        ['attainment_figure', numberColumn([null, parseDecimal('1.25')!], new Map([[0, 'emptyCell']]))],
      ]),
    };
    const kept = inputsOf(program, table, 0);
    expect(kept.inputs['attainment_figure']).toBeNull();
    expect(kept.missing).toMatchObject({ attainment_figure: 'emptyCell', nps_figure: 'notSupplied' });
    expect(evaluateRow(program, tableOfInputs(program, 'a', kept), 0)).toEqual(
      evaluateRow(program, table, 0),
    );
    expect(inputsOf(program, table, 1).inputs).toMatchObject({ attainment_figure: '1.25' });
  });
});
