import { describe, expect, it } from 'vitest';
import { columnsOf, placesIn } from '../../../engine/fast/columns-of.ts';
import { fastProgram } from '../../../engine/fast/fast-program.ts';
import { ruleIndex } from '../../../engine/fast/rule-index.ts';
import { rowEvaluator } from '../../../engine/fast/row-evaluator.ts';
import { compile, evaluate } from '../../../engine/index.ts';
import type { ActionRule, Model } from '../../../schemas/index.ts';
import { randomConditions } from '../../oracle/random-conditions.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';
import { campaignSeed, campaignSize, seeded, type Random } from '../../support/random.ts';

const peopleEach = 10;

describe('an index of rules', () => {
  it('says of every rule what asking it says, on random models and people', { timeout: 3_600_000 }, () => {
    const seed = campaignSeed(20_261_128);
    const random = seeded(seed);
    const tally = { known: 0, left: 0, hold: 0 };
    for (let index = 0; index < campaignSize(200, 20_000); index += 1) {
      const model = randomModel(random);
      const program = compile(model);
      const table = tableFor(
        program,
        Array.from({ length: peopleEach }, () => randomFigures(random, model)),
      );
      const fast = fastProgram(program, placesIn(table));
      if (fast === undefined) continue;
      const { lowered, single } = fast;
      const truths = [...program.actions, ...program.gradeRules].map(
        ({ verdict }) => lowered.figures[verdict]!.node,
      );
      const rules = ruleIndex(lowered.nodes, truths);
      tally.left += new Set(truths).size - rules.truths.length;
      const columns = columnsOf(program, table, lowered.texts);
      for (let row = 0; row < peopleEach; row += 1) {
        if (!single.run((input) => columns[input]![row]!)) continue;
        rules.run((fact) => single.values[rules.facts[fact]!]!);
        for (const [place, truth] of rules.truths.entries()) {
          const holds = rules.holds(place);
          expect({ seed, index, row, place, holds }).toEqual({
            seed,
            index,
            row,
            place,
            holds: single.values[truth] === 1,
          });
          tally.known += 1;
          if (holds) tally.hold += 1;
        }
      }
    }
    console.log(`rule index: seed ${seed}, ${JSON.stringify(tally)}, 0 differences`);
    expect(tally.hold).toBeGreaterThan(tally.known / 10);
    expect(tally.hold).toBeLessThan((tally.known * 9) / 10);
  });

  it('decides models of many rules, row by row, as the reference does', () => {
    const seed = campaignSeed(20_261_129);
    const random = seeded(seed);
    const model = manyRules(random, 200);
    const program = compile(model);
    const rows = rowEvaluator(program);
    const people = Array.from({ length: 300 }, () => randomFigures(random, model));
    for (const [index, result] of evaluate(program, tableFor(program, people)).entries()) {
      const fired = new Set(result.actions.map(({ rule }) => rule));
      const { composite, grade, actions } = rows.compact(people[index]!);
      expect({ seed, index, composite, grade, actions }).toEqual({
        seed,
        index,
        composite: result.composite === null ? null : Number(result.composite),
        grade: result.grade,
        actions: program.actions.map(({ rule }) => fired.has(rule.id)),
      });
      expect(rows.result(result.subject, people[index]!)).toEqual(result);
    }
  });
});

/** The domain's model with many rules on everything that rules may speak of. */
function manyRules(random: Random, count: number): Model {
  const model = g3Model();
  const facts = {
    metrics: model.metrics.map(({ id }) => id),
    measures: model.measures.map(({ id }) => id),
    grades: model.grades.map(({ id }) => id),
    stages: ['expansion', 'mature'],
    teams: ['t1', 't2'],
    roles: ['r1', 'r2'],
    edges: ['60', '80', '90', '76.65'],
  };
  model.actions = Array.from({ length: count }, (_, index): ActionRule => ({
    id: `rule_${index}`,
    name: { zh: '规则', en: 'Rule' },
    conditions: randomConditions(random, facts),
    event: { type: 'talk' },
  }));
  return model;
}
