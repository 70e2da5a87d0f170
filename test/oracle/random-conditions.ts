import type { Comparison, Condition, Conditions, Operator } from '../../schemas/index.ts';
import { pick, whole } from '../support/random.ts';
import type { Random } from '../support/random.ts';
import { chance, jsonNumber, nearby, randomDecimal } from './random-decimals.ts';

/** A named condition, and what those who refer to it must know. */
export interface Named {
  id: string;
  asked?: 'given' | 'measured';
}

/** What rules may speak of, and the figures at which the model itself turns. */
export interface Facts {
  metrics: string[];
  measures: string[];
  grades: string[];
  stages: string[];
  teams: string[];
  roles: string[];
  edges: string[];
  /** Only what is known before metrics are computed, or before the composite is; everything if absent. */
  asked?: 'given' | 'measured';
  /** Metrics whose targets have levels. */
  levelled?: string[];
  /** What rules may refer to. */
  named?: Named[];
}

const deepest = 4;
const equalities: Operator[] = ['equal', 'notEqual', 'in', 'notIn'];
const orderings: Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

/** The conditions of one rule: all, any or not, at most four of them nested, or a reference. */
export function randomConditions(random: Random, facts: Facts, depth = 1): Conditions {
  const named = facts.named?.filter(({ asked }) => knows(facts.asked, asked)) ?? [];
  if (named.length > 0 && chance(random, 0.25)) return { condition: pick(random, named).id };
  const parts = (): Condition[] =>
    Array.from({ length: pick(random, [1, 1, 2, 2, 3]) }, () => randomPart(random, facts, depth + 1));
  const kind = random();
  if (kind < 0.4) return { all: parts() };
  if (kind < 0.75) return { any: parts() };
  return { not: randomPart(random, facts, depth + 1) };
}

/** Whether who knows this much can answer what is asked. */
function knows(known: Facts['asked'], asked: Facts['asked']): boolean {
  return known === undefined || asked === 'given' || asked === known;
}

function randomPart(random: Random, facts: Facts, depth: number): Condition {
  const deeper = depth <= deepest && chance(random, 0.4);
  return deeper ? randomConditions(random, facts, depth) : randomComparison(random, facts);
}

function randomComparison(random: Random, facts: Facts): Comparison {
  const fact = randomFact(random, facts);
  if (chance(random, 0.12)) return { ...fact.named, operator: 'isMissing', value: chance(random, 0.5) };
  if (chance(random, 0.12)) return decoratedComparison(random, fact);
  const operator = pick(random, fact.ordered && chance(random, 0.65) ? orderings : equalities);
  if (operator !== 'in' && operator !== 'notIn') return { ...fact.named, operator, value: fact.draw() };
  return { ...fact.named, operator, value: Array.from({ length: whole(random, 1, 4) }, fact.draw) };
}

/** With a decorator, or, of a figure, a range. */
function decoratedComparison(random: Random, { named, ordered, draw }: Fact): Comparison {
  if (ordered && chance(random, 0.3)) {
    const range = [draw(), draw()].toSorted((a, b) => Number(a) - Number(b));
    return { ...named, operator: pick(random, ['between', 'not:between']), value: range };
  }
  const base = pick(random, ordered ? [...orderings, 'equal'] : ['equal', 'notEqual']);
  if (chance(random, 0.5))
    return { ...named, operator: pick(random, ['not:', 'swap:']) + base, value: draw() };
  const value = Array.from({ length: whole(random, 1, 3) }, draw);
  const lists = [
    `someValue:${base}`,
    `everyValue:not:${base}`,
    'not:in',
    'swap:contains',
    'swap:doesNotContain',
  ];
  return { ...named, operator: pick(random, lists), value };
}

type Fact = { named: Pick<Comparison, 'fact' | 'path'>; ordered: boolean; draw: () => string | number };

function randomFact(random: Random, facts: Facts): Fact {
  const oneOf = (fact: string, texts: string[]): Fact => ({
    named: { fact },
    ordered: false,
    draw: () => pick(random, texts),
  });
  const figure = (named: Fact['named']): Fact => ({
    named,
    ordered: true,
    draw: () => threshold(random, facts.edges),
  });
  const kind = random();
  if (kind < 0.2 && facts.asked === undefined) return figure({ fact: 'composite' });
  if (kind < 0.35 && facts.asked === undefined) return oneOf('grade', facts.grades);
  if (kind < 0.42) return oneOf('stage', facts.stages);
  if (kind < 0.48) return oneOf('team', facts.teams);
  if (kind < 0.54) return oneOf('role', facts.roles);
  if (kind < 0.69 || facts.asked === 'given') return figure({ fact: pick(random, facts.measures) });
  const metric = pick(random, facts.metrics);
  if (facts.levelled?.includes(metric) && chance(random, 0.5)) {
    return { named: { fact: metric, path: 'level' }, ordered: true, draw: () => whole(random, 0, 3) };
  }
  return figure({ fact: metric, path: chance(random, 0.5) ? 'value' : 'score' });
}

function threshold(random: Random, edges: string[]): number {
  for (;;) {
    const text = chance(random, 0.6) ? pick(random, edges) : randomDecimal(random);
    const number = jsonNumber(chance(random, 0.1) ? nearby(random, text) : text);
    if (number !== undefined) return number;
  }
}
