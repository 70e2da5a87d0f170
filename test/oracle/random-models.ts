import type { Band, Metric, Model } from '../../schemas/index.ts';
import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { randomBetween } from './random-composite.ts';
import { randomConditions } from './random-conditions.ts';
import type { Facts, Named } from './random-conditions.ts';
import { chance, decimalText, randomDecimal, rising, written } from './random-decimals.ts';
import { mentioned, randomFormula } from './random-formula.ts';
import { givenFacts, randomNamed } from './random-named.ts';
import { roles, shuffledIds, stages, teams } from './random-names.ts';
import { randomPay } from './random-pay.ts';
import { randomScoring } from './random-scoring.ts';
import { randomAnyTarget } from './random-targets.ts';

export { randomFigures } from './random-figures.ts';

const places = [0, 1, 1, 2, 2, 2, 3, 4, 5, 6];
const labels = (id: string): { zh: string; en: string } => ({ zh: id, en: id });
const listOf = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/**
 * A valid model: 1-6 given measures, 1-8 metrics, 1-6 bands, 0-4 grade rules, 0-6 actions. Its thresholds are
 * drawn from few round figures, so that `randomFigures` lands on them often.
 */
export function randomModel(random: Random): Model {
  const names = shuffledIds(random);
  const measures = names.splice(0, whole(random, 1, 6));
  const weights = randomWeights(random, whole(random, 1, 8));
  const groups = shuffledIds(random).slice(0, whole(random, 1, Math.min(3, weights.length)));
  const missing = chance(random, 0.4)
    ? (['exclude'] as const)
    : (['exclude', 'exclude', 'zero', 'hold'] as const);
  const plain = chance(random, 0.2);
  const namedIds = chance(random, 0.3) ? shuffledIds(random).slice(0, whole(random, 1, 5)) : [];
  const early = namedIds.splice(0, whole(random, 0, namedIds.length));
  const [given, known] = randomNamed(random, givenFacts(measures, []), early);
  const metrics = weights.map((weight, i): Metric => ({
    ...(plain ? plainMetric(random, measures) : randomMetric(random, measures, known)),
    id: names[i]!,
    name: labels(names[i]!),
    group: groups[i] ?? pick(random, groups),
    weight: written(random, weight),
    whenMissing: pick(random, missing),
  }));
  const grades = shuffledIds(random).slice(0, whole(random, 1, 6));
  const edges = randomEdges(random);
  const without: Facts = {
    metrics: metrics.map((metric) => metric.id),
    measures,
    grades,
    stages,
    teams,
    roles,
    edges: [...edges, '0', '60', '100', '0.0000001'],
    levelled: metrics.flatMap(({ id, target }) => (target?.kind === 'levels' ? [id] : [])),
    named: known,
  };
  const [late, named] = randomNamed(random, without, namedIds);
  const facts: Facts = { ...without, named };
  const conditions = [...given, ...late];
  const model: Model = {
    format: 'meritscale/model/1',
    key: pick(random, names),
    name: { zh: '随机方案', en: 'Random model' },
    subject: pick(random, ['person', 'team'] as const),
    stage: pick(random, stages),
    cadence: pick(random, ['month', 'quarter', 'year'] as const),
    ...(chance(random, 0.7) && { places: pick(random, places) }),
    measures: measures.map((id) => ({ id, name: labels(id), aggregate: { kind: 'given' } })),
    groups: groups.map((id, i) => {
      const parent = chance(random, 0.4) ? groups[i - 1] : undefined;
      return { id, name: labels(id), ...(parent !== undefined && { parent }) };
    }),
    metrics,
    grades: grades.map((id) => ({ id, name: labels(id) })),
    ...(conditions.length > 0 && { conditions: chance(random, 0.5) ? conditions : conditions.toReversed() }),
    bands: randomBands(random, grades, edges),
    ...(chance(random, 0.8) && {
      gradeRules: randomRules(random, facts, whole(random, 0, 4)).map((rule) => ({
        ...rule,
        event: { type: 'grade' as const, params: { grade: pick(random, grades) } },
      })),
    }),
    ...(chance(random, 0.9) && {
      actions: randomRules(random, facts, whole(random, 0, 6)).map((rule) => ({
        ...rule,
        event: {
          type: pick(random, actionTypes),
          ...(chance(random, 0.3) && { params: { months: 3, 说明: '面谈' } }),
        },
      })),
    }),
  };
  const between = { ...model, ...randomBetween(random, model, facts, randomWeights) };
  if (chance(random, 0.8)) return between;
  const ids = names.slice(weights.length, weights.length + whole(random, 1, 4));
  return { ...between, pay: randomPay(random, model, ids) };
}

const actionTypes = ['proposal', 'promotion', 'improvement_plan', '培训'] as const;

type Scored = Omit<Metric, 'id' | 'name' | 'group' | 'weight' | 'whenMissing'>;

/** As it is: so that whoever has the same figures everywhere has that composite too. */
function plainMetric(random: Random, measures: string[]): Scored {
  const scoring = { kind: 'asIs' } as const;
  return { formula: pick(random, measures), direction: 'higherIsBetter', scoring, ...randomPlaces(random) };
}

function randomMetric(random: Random, measures: string[], named: Named[]): Scored {
  const { direction, scoring } = randomScoring(random);
  const needed = scoring.kind === 'ratioToTarget' || scoring.kind === 'gapToTarget';
  const offered = needed || chance(random, 0.3);
  const formula = randomFormula(random, offered ? [...measures, 'target'] : measures);
  const used = needed || mentioned(formula).includes('target');
  return {
    formula,
    direction,
    scoring,
    ...((used || (offered && chance(random, 0.2))) && {
      target: randomAnyTarget(random, {
        measures,
        direction,
        inFormula: mentioned(formula).includes('target'),
        named,
      }),
    }),
    ...randomPlaces(random),
  };
}

function randomPlaces(random: Random): Pick<Metric, 'places'> {
  if (chance(random, 0.2)) return {};
  const value = chance(random, 0.8) && { value: pick(random, places) };
  const score = chance(random, 0.8) && { score: pick(random, places) };
  return { places: { ...value, ...score } };
}

/** Parts of 100 with 0 to 3 decimals; some are 0. */
function randomWeights(random: Random, count: number): string[] {
  const decimals = pick(random, [0, 0, 1, 2, 3]);
  const grain = decimals === 0 && chance(random, 0.6) ? 5 : 1;
  const units = (100 * 10 ** decimals) / grain;
  const cuts = listOf(count - 1, () => whole(random, 0, units)).toSorted((a, b) => a - b);
  const ends = [...cuts, units];
  return ends.map((end, i) => decimalText(BigInt((end - (ends[i - 1] ?? 0)) * grain), decimals));
}

function randomEdges(random: Random): string[] {
  const usual = ['50', '60', '70', '75', '80', '85', '90', '95', '100'];
  const round = chance(random, 0.6);
  return rising(random, whole(random, 0, 5), () => (round ? pick(random, usual) : randomDecimal(random)));
}

/** The better the composite, the better the grade; a grade may have two bands, or none. Listed in any order. */
function randomBands(random: Random, grades: string[], edges: string[]): Band[] {
  const ranks = listOf(edges.length + 1, () => whole(random, 0, grades.length - 1)).toSorted((a, b) => b - a);
  const bands = ranks.map((rank, i): Band => {
    const [from, to] = [edges[i - 1], edges[i]];
    return {
      grade: grades[rank]!,
      ...(from !== undefined && { from: written(random, from) }),
      ...(to !== undefined && { to: written(random, to) }),
    };
  });
  return chance(random, 0.5) ? bands : bands.toReversed();
}

function randomRules(random: Random, facts: Facts, count: number) {
  return shuffledIds(random)
    .slice(0, count)
    .map((id) => ({
      id,
      name: labels(id),
      ...(chance(random, 0.7) && { priority: pick(random, [1, 2, 2, 10, 1_000_000]) }),
      conditions: randomConditions(random, facts),
    }));
}
