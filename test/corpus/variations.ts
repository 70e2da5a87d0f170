import type { Model } from '../../schemas/index.ts';
import { pick, whole, type Random } from '../support/random.ts';

// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = Record<string, any>;

export const names = (id: string) => ({ zh: id, en: id });

/** A model like another one: some weight moved, limits of bands a little elsewhere, targets and caps as they were. */
export function variationOf(random: Random, model: Model): Loose {
  const made = structuredClone(model) as Loose;
  made['key'] = `variation${whole(random, 1, 999_999)}`;
  const weighed = made['metrics'].filter(({ weight }: Loose) => Number(weight) >= 6);
  if (weighed.length > 1) {
    const [from, to] = [pick(random, weighed), pick(random, weighed)] as [Loose, Loose];
    // Satisfaction stays below what is called unbalanced.
    if (from !== to && to['group'] !== 'satisfaction') {
      const moved = whole(random, 1, 4);
      from['weight'] = Number(from['weight']) - moved;
      to['weight'] = Number(to['weight']) + moved;
    }
  }
  const shift = whole(random, -3, 3);
  for (const band of made['bands']) {
    for (const end of ['from', 'to']) if (band[end] !== undefined) band[end] = Number(band[end]) + shift;
  }
  return made;
}

/** A metric whose score has both ends, made so where none has: its id. */
export function boundedMetric(random: Random, model: Loose): string {
  const metric = pick(random, model['metrics'] as Loose[]);
  metric['scoring'] = pick(random, [
    { kind: 'asIs', floor: 0, cap: 120 },
    { kind: 'linear', from: { value: 0, score: 0 }, to: { value: 100, score: 100 } },
    { kind: 'rating', from: 1, to: 5 },
  ]);
  metric['direction'] = 'higherIsBetter';
  return metric['id'] as string;
}

/** The highest score of a metric that `boundedMetric` made. */
export function mostScore(model: Loose, id: string): number {
  const { scoring } = model['metrics'].find((metric: Loose) => metric['id'] === id);
  return scoring.kind === 'asIs' ? 120 : 100;
}

export const score = (fact: string, operator: string, value: unknown) => ({
  fact,
  path: 'score',
  operator,
  value,
});

export function gradeRule(id: string, grade: string, conditions: unknown, priority: number) {
  return { id, name: names(id), priority, conditions, event: { type: 'grade', params: { grade } } };
}

export function actionRule(id: string, type: string, conditions: unknown, params?: object) {
  return { id, name: names(id), conditions, event: { type, ...(params && { params }) } };
}

/** Adds to a list that may not be there. */
export function push(model: Loose, list: string, ...items: unknown[]): void {
  model[list] = [...(model[list] ?? []), ...items];
}

export const gradesOf = (model: Loose) => (model['grades'] as Loose[]).map(({ id }) => id as string);
