import type { Model } from '../../schemas/index.ts';

const label = (text: string) => ({ zh: text, en: text });

/** The domain's worked example: five given figures, weights 30/20/15/15/20, bands at 80 and 90. */
export function g3Model(): Model {
  const weights = { attainment: 30, nps: 20, complaints: 15, referral: 15, understanding: 20 };
  return {
    format: 'meritscale/model/1',
    key: 'g3',
    name: label('G3'),
    subject: 'person',
    stage: 'expansion',
    cadence: 'quarter',
    measures: Object.keys(weights).map((id) => ({
      id: `${id}_figure`,
      name: label(id),
      aggregate: { kind: 'given' },
    })),
    groups: [{ id: 'all', name: label('All') }],
    metrics: Object.entries(weights).map(([id, weight]) => ({
      id,
      name: label(id),
      group: 'all',
      weight,
      formula: `${id}_figure`,
      direction: 'higherIsBetter',
      scoring: { kind: 'asIs' },
      whenMissing: 'exclude',
    })),
    grades: ['excellent', 'good', 'to_improve'].map((id) => ({ id, name: label(id) })),
    bands: [
      { grade: 'excellent', from: 90 },
      { grade: 'good', from: 80, to: 90 },
      { grade: 'to_improve', to: 80 },
    ],
  };
}
