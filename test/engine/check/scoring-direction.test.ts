import { expect, it } from 'vitest';
import { check } from '../../../engine/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { g3Model } from '../../support/models.ts';

type Metric = Model['metrics'][number];

/** Scores of a metric whose figure goes from 1 to 2, of each kind that is written point by point. */
const scorings: Readonly<Record<string, (first: string, last: string) => Metric['scoring']>> = {
  linear: (first, last) => ({
    kind: 'linear',
    from: { value: '1', score: first },
    to: { value: '2', score: last },
  }),
  curve: (first, last) => ({
    kind: 'curve',
    points: [
      { value: '1', score: first },
      { value: '2', score: last },
    ],
  }),
  steps: (first, last) => ({ kind: 'steps', below: first, steps: [{ from: '2', score: last }] }),
};

function codes(direction: Metric['direction'], scoring: Metric['scoring']): string[] {
  const model = structuredClone(g3Model());
  const metrics = model.metrics.map((metric, at) => (at === 0 ? { ...metric, direction, scoring } : metric));
  return check({ ...model, metrics }).map(({ code }) => code);
}

const kinds = Object.entries(scorings);

it.each(kinds)('%s: where higher is better, a better figure may not score less', (_, scoring) => {
  expect(codes('higherIsBetter', scoring('40', '30'))).toEqual(['scoring.againstDirection']);
  expect(codes('higherIsBetter', scoring('30', '40'))).toEqual([]);
});

it.each(kinds)('%s: where lower is better, a higher figure may not score more', (_, scoring) => {
  expect(codes('lowerIsBetter', scoring('30', '40'))).toEqual(['scoring.againstDirection']);
  expect(codes('lowerIsBetter', scoring('40', '30'))).toEqual([]);
});

it.each(kinds)('%s: figures may score the same, in either direction', (_, scoring) => {
  expect(codes('higherIsBetter', scoring('30', '30'))).toEqual([]);
  expect(codes('lowerIsBetter', scoring('30', '30'))).toEqual([]);
});
