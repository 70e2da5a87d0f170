import { describe, expect, it } from 'vitest';
import { check, compile, evaluate, hasErrors } from '../../../engine/index.ts';
import { validateResult, type Model } from '../../../schemas/index.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { mutate } from '../../support/mutate.ts';
import { resolves } from '../../support/pointers.ts';
import { campaignSeed, campaignSize, seeded } from '../../support/random.ts';
import { checkedReceipts } from '../../support/receipts.ts';
import { starterModels } from '../../support/starter-models.ts';

describe('mutated model documents', () => {
  it(
    'never crash the engine: each is refused with a pointer that resolves, or evaluates',
    { timeout: 3_600_000 },
    () => {
      const seed = campaignSeed(314);
      const count = campaignSize(2_000, 100_000);
      const random = seeded(seed);
      const models = starterModels();
      let accepted = 0;
      for (let index = 0; index < count; index += 1) {
        const document = mutate(random, structuredClone(models[index % models.length]));
        const issues = check(document);
        for (const { code, pointer } of issues) {
          expect(code).toMatch(/^[a-zA-Z]+\.[a-zA-Z0-9.]+$/);
          expect(resolves(document, pointer!), `seed ${seed}, ${index}: ${code} at ${pointer}`).toBe(true);
        }
        if (hasErrors(issues)) continue;
        accepted += 1;
        const program = compile(document as Model);
        const figures = program.inputs.map(
          ({ name, kind }) => [name, kind === 'text' ? 'expansion' : '42.5'] as const,
        );
        const table = tableFor(program, [Object.fromEntries(figures), {}]);
        for (const result of evaluate(program, table)) expect(validateResult(result)).toBe(true);
        checkedReceipts(program, table);
      }
      console.log(`mutated models: ${count}, seed ${seed}, ${accepted} still valid, 0 crashes`);
      expect(accepted).toBeGreaterThan(count / 50);
      expect(accepted).toBeLessThan(count / 2);
    },
  );
});
