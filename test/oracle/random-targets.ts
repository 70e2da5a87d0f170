import type { Direction, Target, TargetLevel } from '../../schemas/index.ts';
import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { randomConditions, type Named } from './random-conditions.ts';
import { chance, randomDecimal, rising, written } from './random-decimals.ts';
import { givenFacts } from './random-named.ts';
import { stages } from './random-names.ts';
import { randomTarget } from './random-scoring.ts';

/** What a target is drawn for. */
interface Wanted {
  readonly measures: string[];
  readonly direction: Direction;
  /** Whether the formula uses it: then it has no levels. */
  readonly inFormula: boolean;
  readonly named: Named[];
}

/** A target of any kind. */
export function randomAnyTarget(random: Random, { measures, direction, inFormula, named }: Wanted): Target {
  const kind = random();
  if (kind < 0.25) return conditionTarget(random, measures, named);
  if (kind < 0.5 && !inFormula) {
    return { kind: 'levels', levels: randomLevels(random, measures, direction) };
  }
  return randomTarget(random, measures, stages);
}

function conditionTarget(random: Random, measures: string[], named: Named[]): Target {
  const figure = () =>
    chance(random, 0.6) ? { value: written(random, goal(random)) } : { measure: pick(random, measures) };
  const facts = givenFacts(measures, named);
  const cases = Array.from({ length: whole(random, 1, 3) }, () => ({
    conditions: randomConditions(random, facts),
    ...figure(),
  }));
  return { kind: 'condition', cases, ...(chance(random, 0.6) && { otherwise: figure() }) };
}

/** One to four, in the order in which they are harder to reach; measures among them may stand in any. */
function randomLevels(random: Random, measures: string[], direction: Direction): TargetLevel[] {
  const drawn = rising(random, whole(random, 1, 4), () => goal(random));
  const figures = direction === 'higherIsBetter' ? drawn : drawn.toReversed();
  const baseline = pick(random, measures);
  const grows = chance(random, 0.4);
  return figures.map((figure, index): TargetLevel => {
    const named = { id: `level${index + 1}`, name: { zh: `第${index + 1}级`, en: `Level ${index + 1}` } };
    if (chance(random, 0.2)) return { ...named, measure: pick(random, measures) };
    if (grows) return { ...named, growth: { baseline, percent: written(random, figure) } };
    return { ...named, value: written(random, figure) };
  });
}

function goal(random: Random): string {
  const text = randomDecimal(random);
  return chance(random, 0.7) ? text.replace('-', '').replace(/^0(\.0*)?$/, '100') : text;
}
