import type { Conflict, Model, Points, PointsBound } from '../../schemas/index.ts';
import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { randomConditions, type Facts } from './random-conditions.ts';
import { chance, randomDecimal, rising, written } from './random-decimals.ts';
import { randomFormula } from './random-formula.ts';
import { shuffledIds } from './random-names.ts';

type Between = Pick<Model, 'overlays' | 'points' | 'pointsBound' | 'adjustments' | 'gates' | 'conflicts'>;

/** What stands between the metrics of a model and its grade and actions; often nothing. */
export function randomBetween(
  random: Random,
  model: Model,
  facts: Facts,
  randomWeights: (random: Random, count: number) => string[],
): Between {
  const named = (count: number) =>
    shuffledIds(random)
      .slice(0, count)
      .map((id) => ({ id, name: { zh: id, en: id } }));
  const points = chance(random, 0.35)
    ? named(whole(random, 1, 3)).map((item) => ({ ...item, ...randomPoints(random, facts) }))
    : undefined;
  return {
    ...(chance(random, 0.25) && {
      overlays: named(whole(random, 1, 2)).map((item) => ({
        ...item,
        conditions: randomConditions(random, { ...facts, asked: 'given' }),
        weights: randomWeights(random, model.metrics.length).map((weight, index) => ({
          metric: model.metrics[index]!.id,
          weight: written(random, weight),
        })),
      })),
    }),
    ...(points && { points }),
    ...(points && chance(random, 0.4) && { pointsBound: randomBound(random) }),
    ...(chance(random, 0.12) && {
      adjustments: {
        measure: pick(random, facts.measures),
        reason: 'reason',
        by: 'by',
        atMost: pick(random, ['5', '100', '0.5', '999999999']),
      },
    }),
    ...(chance(random, 0.35) &&
      model.grades.length > 1 && {
        gates: named(whole(random, 1, 3)).map((item) => ({
          ...item,
          conditions: randomConditions(random, facts),
          cap: model.grades[whole(random, 1, model.grades.length - 1)]!.id,
        })),
      }),
    ...randomConflicts(random, model, named),
  };
}

function randomPoints(random: Random, facts: Facts): Omit<Points, 'id' | 'name'> {
  const conditions = chance(random, 0.7) && {
    conditions: randomConditions(random, { ...facts, asked: 'measured' }),
  };
  if (chance(random, 0.5)) return { ...conditions, value: written(random, randomDecimal(random)) };
  const [least, most] = rising(random, 2, () => pick(random, ['-10', '-3', '0', '2.5', '10', '0.005']));
  return {
    ...conditions,
    formula: randomFormula(random, [...facts.measures, ...facts.metrics]),
    ...(chance(random, 0.6) && { atLeast: least! }),
    ...(chance(random, 0.6) && { atMost: most! }),
  };
}

function randomBound(random: Random): PointsBound {
  const [least, most] = [pick(random, ['0', '-5', '-2.345']), pick(random, ['0', '5', '3.335'])];
  return chance(random, 0.5) ? { atLeast: least, atMost: most } : { atMost: most };
}

function randomConflicts(
  random: Random,
  { actions = [] }: Model,
  named: (count: number) => { id: string; name: { zh: string; en: string } }[],
): Pick<Model, 'conflicts'> {
  const types = [...new Set(actions.map(({ event }) => event.type))];
  if (types.length < 2 || chance(random, 0.5)) return {};
  return {
    conflicts: named(whole(random, 1, 2)).map((item): Conflict => {
      const first = whole(random, 0, types.length - 1);
      const turned = [...types.slice(first), ...types.slice(0, first)];
      return {
        ...item,
        types: turned.slice(0, whole(random, 2, types.length)),
        keep: pick(random, ['priority', 'listed', 'none'] as const),
      };
    }),
  };
}
