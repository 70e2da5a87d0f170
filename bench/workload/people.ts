import { figureSpecs, roles, stages, type FigureSpec } from './figures.ts';
import { mulberry32 } from './random.ts';

/** A subject and its facts by name: 24 numbers of two decimals, and two texts. All have the same shape. */
export interface Person {
  readonly subject: string;
  readonly facts: Readonly<Record<string, number | string>>;
}

export const seed = 42;

/** The people of the workload, without end. */
export function* everyone(): Generator<Person> {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let index = 1; ; index += 1) {
    const able = abilityOf(random);
    const facts: Record<string, number | string> = {};
    for (const spec of figureSpecs) facts[spec.id] = hundredths(spec, able, random) / 100;
    facts['stage'] = pick(stages);
    facts['role'] = pick(roles);
    // As a reader of documents has them: objects of one shape.
    yield JSON.parse(JSON.stringify({ subject: `p${String(index).padStart(7, '0')}`, facts })) as Person;
  }
}

/** The first `count` people. */
export function people(count: number): Person[] {
  const source = everyone();
  return Array.from({ length: count }, () => source.next().value as Person);
}

/** How able somebody is, from 0 to 1, mostly in the middle. */
export function abilityOf(random: () => number): number {
  return (random() + random()) / 2;
}

/** A figure of somebody, in hundredths. */
export function hundredths({ low, high, ability }: FigureSpec, able: number, random: () => number): number {
  const share = ability === 0 ? random() : 0.6 * (ability === 1 ? able : 1 - able) + 0.4 * random();
  return Math.round((low + (high - low) * share) * 100);
}
