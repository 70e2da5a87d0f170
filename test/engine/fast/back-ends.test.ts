import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '../../../engine/index.ts';
import { evaluateByBlocks } from '../../../engine/fast/evaluate-blocks.ts';
import { evaluateByClosures } from '../../../engine/fast/evaluate-rows.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';

describe.each([
  ['closures', evaluateByClosures],
  ['blocks', evaluateByBlocks],
] as const)('the %s', (name, back) => {
  it(
    'give what the reference gives, byte for byte, on random models and people',
    { timeout: 3_600_000 },
    () => {
      const seed = campaignSeed(20_261_124);
      const peopleEach = 20;
      const models = campaignSize(20_000, 1_000_000) / peopleEach;
      const random = seeded(seed);
      const tally = { resolved: 0, exactRows: 0 };
      for (let index = 0; index < models; index += 1) {
        const model = randomModel(random);
        const program = compile(model);
        const people = Array.from({ length: peopleEach }, () => randomFigures(random, model));
        const table = tableFor(program, people);
        const expected = JSON.stringify(evaluate(program, table));
        const results = JSON.stringify(
          back(program, table, tally) ?? evaluateByClosures(program, table, tally),
        );
        if (results !== expected) {
          expect({ seed, index, model, results: JSON.parse(results) as unknown }).toEqual({
            seed,
            index,
            model,
            results: JSON.parse(expected) as unknown,
          });
        }
      }
      const rows = models * peopleEach;
      console.log(
        `${name}: ${rows} rows, seed ${seed}, ${tally.resolved} figures and ${tally.exactRows} rows computed exactly`,
      );
      expect(tally.exactRows).toBeLessThan(rows / 4);
    },
  );
});
