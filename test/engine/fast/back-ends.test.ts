import { describe, expect, it } from 'vitest';
import { backEnds, evaluateBy } from '../../../engine/fast/evaluate-table.ts';
import { rowEvaluator } from '../../../engine/fast/row-evaluator.ts';
import { compile, evaluate } from '../../../engine/index.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';

const peopleEach = 20;

describe('the back ends', () => {
  it(
    'give what the reference gives, byte for byte, on random models and people, as tables and as rows',
    { timeout: 36_000_000 },
    () => {
      const seed = campaignSeed(20_261_124);
      const models = campaignSize(20_000, 1_000_000) / peopleEach;
      const random = seeded(seed);
      const tallies = backEnds.map((name) => ({ name, resolved: 0, exactRows: 0 }));
      for (let index = 0; index < models; index += 1) {
        const model = randomModel(random);
        const program = compile(model);
        const people = Array.from({ length: peopleEach }, () => randomFigures(random, model));
        const table = tableFor(program, people);
        const expected = evaluate(program, table);
        const text = JSON.stringify(expected);
        const rows = rowEvaluator(program);
        const outcomes = [
          ...tallies.map((tally) => [tally.name, evaluateBy(tally.name, program, table, tally)] as const),
          // A row alone has no part in a pool.
          ...(model.pay?.some(({ amount }) => amount.kind === 'pool') === true
            ? []
            : [['rows', people.map((figures, row) => rows.result(`s${row}`, figures))] as const]),
        ];
        for (const [name, results] of outcomes) {
          // Comparing texts is fast; comparing values says what differs.
          if (JSON.stringify(results) === text) continue;
          expect({ seed, index, name, model, results }).toEqual({
            seed,
            index,
            name,
            model,
            results: expected,
          });
        }
        expect(people.map((figures) => rows.compact(figures))).toEqual(
          expected.map(({ composite, grade, actions }) => ({
            composite: composite === null ? null : Number(composite),
            grade,
            actions: program.actions.map(({ rule }) => actions.some((action) => action.rule === rule.id)),
          })),
        );
      }
      const rows = models * peopleEach;
      for (const { name, resolved, exactRows } of tallies) {
        console.log(`${name}: ${rows} rows, seed ${seed}, ${resolved} figures and ${exactRows} rows exactly`);
      }
      expect(tallies.at(-1)!.exactRows).toBeLessThan(rows / 3);
    },
  );
});
