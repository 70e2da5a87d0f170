import type { Direction, Scoring, Target } from '../../schemas/index.ts';
import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { chance, randomDecimal, rankedScores, rising, unitsOf, written } from './random-decimals.ts';

/** A scoring of any kind, with the direction that it has. */
export function randomScoring(random: Random): { direction: Direction; scoring: Scoring } {
  const kind = pick(random, [
    ...(['asIs', 'ratioToTarget', 'linear', 'steps', 'curve', 'rating', 'gapToTarget'] as const),
  ]);
  const direction = pick(random, ['higherIsBetter', 'higherIsBetter', 'lowerIsBetter'] as const);
  if (kind === 'asIs' || kind === 'ratioToTarget') {
    return { direction, scoring: { kind, ...randomClamp(random) } };
  }
  if (kind === 'gapToTarget') {
    const [base, perUnit] = [randomDecimal(random), randomDecimal(random).replace('-', '')];
    const bounds = { base: written(random, base), perUnit: written(random, perUnit) };
    return { direction, scoring: { kind, ...bounds, ...randomClamp(random) } };
  }
  if (kind === 'rating') {
    const ends = rising(random, 2, () => pick(random, ['0', '1', '5', '10', randomDecimal(random)]));
    return { direction, scoring: { kind, from: written(random, ends[0]!), to: written(random, ends[1]!) } };
  }
  const values = rising(random, kind === 'linear' ? 2 : whole(random, kind === 'curve' ? 2 : 1, 5), () =>
    randomDecimal(random),
  );
  const ranked = rankedScores(random, kind === 'linear' ? 2 : values.length + 1);
  const scores = direction === 'higherIsBetter' ? ranked : ranked.toReversed();
  const score = (i: number): string | number => written(random, scores[i]!);
  const value = (i: number): string | number => written(random, values[i]!);
  if (kind === 'linear') {
    const [from, to] = [0, 1].map((i) => ({ value: value(i), score: score(i) })) as [Point, Point];
    return { direction, scoring: { kind, from, to } };
  }
  if (kind === 'curve') {
    const points = values.map((_, i) => ({ value: value(i), score: score(i) }));
    return { direction, scoring: { kind, points } };
  }
  const steps = values.map((_, i) => ({ from: value(i), score: score(i + 1) }));
  return { direction, scoring: { kind, below: score(0), steps } };
}

type Point = { value: string | number; score: string | number };

/** Sometimes with more places than the score is published at: what is cut must be cut before it is rounded. */
function randomClamp(random: Random): { floor?: string | number; cap?: string | number } {
  const draw = (): string => {
    const usual = pick(random, ['0', '0', '60', '100', '100', '120', '150', '0.0000001']);
    return chance(random, 0.6) ? usual : randomDecimal(random);
  };
  const [floor, cap] = [draw(), draw()].toSorted((a, b) => (unitsOf(a, 10) < unitsOf(b, 10) ? -1 : 1));
  return {
    ...(chance(random, 0.4) && floor !== undefined && { floor: written(random, floor) }),
    ...(chance(random, 0.5) && cap !== undefined && { cap: written(random, cap) }),
  };
}

/** A target of any of the three kinds: mostly above zero, sometimes not. */
export function randomTarget(random: Random, measures: readonly string[], stages: readonly string[]): Target {
  const kind = pick(random, ['constant', 'measure', 'stage'] as const);
  if (kind === 'constant') return { kind, value: written(random, randomGoal(random)) };
  if (kind === 'measure') return { kind, measure: pick(random, measures) };
  const listed = stages.filter(() => chance(random, 0.6));
  const some = listed.length === 0 ? stages.slice(0, 1) : listed;
  return { kind, stages: some.map((stage) => ({ stage, value: written(random, randomGoal(random)) })) };
}

function randomGoal(random: Random): string {
  const text = randomDecimal(random);
  return chance(random, 0.6) ? text.replace('-', '').replace(/^0(\.0*)?$/, '100') : text;
}
