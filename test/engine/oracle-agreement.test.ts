import { describe, expect, it } from 'vitest';
import { check, compile, evaluate } from '../../engine/index.ts';
import type { Pay, Result } from '../../schemas/index.ts';
import { judge } from '../oracle/oracle.ts';
import { payOf } from '../oracle/pay.ts';
import { randomFigures, randomModel } from '../oracle/random-models.ts';
import { tableFor } from '../support/evaluate-rows.ts';
import { campaignSeed, campaignSize, seeded } from '../support/random.ts';
import { checkedReceipts } from '../support/receipts.ts';

/** What engine and oracle must agree on, to the last digit. */
function judged(whole: Result) {
  const { subject: _subject, rank: _rank, issues: _issues, metrics, actions, pay, ...result } = whole;
  return {
    ...result,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([id, { missing: _missing, ...figures }]) => [id, figures]),
    ),
    actions: actions.map(({ rule }) => rule),
    pay: pay && withoutReasons(pay),
  };
}

function withoutReasons({ total, lines }: Pay) {
  const told = Object.entries(lines).map(([id, { missing: _missing, ...line }]) => [id, line]);
  return { total, lines: Object.fromEntries(told) as object };
}

describe('the engine and the oracle', () => {
  it('agree to the last digit on random models and people', { timeout: 36_000_000 }, () => {
    const seed = campaignSeed(20_261_123);
    const peopleEach = 5;
    const models = campaignSize(20_000, 1_000_000) / peopleEach;
    const random = seeded(seed);
    let pairs = 0;
    let referring = 0;
    let receipts = 0;
    for (let index = 0; index < models; index += 1) {
      const model = randomModel(random);
      expect(check(model), `seed ${seed}, model ${index}`).toEqual([]);
      const program = compile(model);
      const people = Array.from({ length: peopleEach }, () => randomFigures(random, model));
      const table = tableFor(program, people);
      const results = evaluate(program, table).map(judged);
      const judgements = people.map((figures, i) => ({
        id: `s${i}`,
        figures,
        judged: judge(model, figures),
      }));
      const paid = model.pay && payOf(model, judgements);
      const expected = judgements.map(({ judged: own }, i) => ({ ...own, pay: paid?.[i] }));
      expect({ seed, index, model, people, results }).toEqual({
        seed,
        index,
        model,
        people,
        results: expected,
      });
      pairs += peopleEach;
      if (model.conditions !== undefined) referring += peopleEach;
      if (index % 10 === 0) receipts += checkedReceipts(program, table).length;
    }
    console.log(
      `oracle: ${pairs} model × people pairs, ${referring} with named conditions, seed ${seed}, 0 differences, ${receipts} receipts recomputed`,
    );
  });
});
