import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameJson } from '../../../../engine/difference/changes.ts';
import { diffSections } from '../../../../admin/models/diff/sections.ts';
import { withValueAt } from '../../../../admin/models/document/pointer.ts';
import type { Model, Scoring } from '../../../../schemas/index.ts';
import { mutate } from '../../../support/mutate.ts';
import { campaignSeed, seeded } from '../../../support/random.ts';
import { starterModels } from '../../../support/starter-models.ts';

const models = starterModels();
const file = join(import.meta.dirname, '../../../../rules/starter/models/expansion.model.json');
const expansion = JSON.parse(readFileSync(file, 'utf8')) as Model;
const seed = campaignSeed(20261205);

const sentences = (after: Model, language: 'zh' | 'en' = 'en', before = expansion) =>
  diffSections(before, after, language).flatMap((section) => section.sentences.map(({ text }) => text));
const at = (id: string) => expansion.metrics.findIndex((metric) => metric.id === id);
const changed = (pointer: string, value: unknown) => sentences(withValueAt(expansion, pointer, value));
const metric = (id: string, field: string, value: unknown) => changed(`/metrics/${at(id)}/${field}`, value);

describe('what a draft changes, in sentences', () => {
  it('says a weight with its difference, in both languages', () => {
    const other = withValueAt(expansion, `/metrics/${at('new_customers')}/weight`, '17.50');
    expect(sentences(other)).toEqual(['Weight of New customers (A 2, B 1.5, C 1): 12 → 17.50 (+5.5)']);
    expect(sentences(other, 'zh')).toEqual(['客户开发量(A 2、B 1.5、C 1)的权重：12 → 17.50（+5.5）']);
  });

  it('says the difference of what falls with a minus', () => {
    expect(metric('collection', 'target/value', '92.5')).toEqual([
      'Target of Collection rate: 95 → 92.5 (−2.5)',
    ]);
  });

  it.each<[string, string, unknown, string]>([
    ['collection', 'scoring/cap', 110, 'Cap of Collection rate: 100 → 110 (+10)'],
    ['collection', 'scoring/floor', 20, 'Floor of Collection rate: none → 20'],
    ['collection', 'scoring/cap', undefined, 'Cap of Collection rate: 100 → none'],
    [
      'satisfaction',
      'scoring/to/value',
      90,
      'Result of the second point of Customer satisfaction: 95 → 90 (−5)',
    ],
    [
      'complaints_in_time',
      'scoring/steps/1/score',
      85,
      'Score of step 2 of Complaints solved in time: 80 → 85 (+5)',
    ],
    [
      'complaints_in_time',
      'scoring/steps/0',
      undefined,
      'Steps of Complaints solved in time: from 50: 60; from 75: 80; from 90: 100 → from 75: 80; from 90: 100',
    ],
    [
      'need_understanding',
      'scoring',
      { kind: 'linear', from: { value: 0, score: 0 }, to: { value: 90, score: 100 } },
      'Scoring of Need understanding: as it is → linear from (0 → 0) to (90 → 100)',
    ],
    [
      'collection',
      'target',
      { kind: 'measure', measure: 'receivable' },
      'Target of Collection rate: 95 → per person: “Receivable”',
    ],
    ['collection', 'whenMissing', 'hold', 'If missing of Collection rate: left out → held for review'],
    [
      'collection',
      'group',
      'satisfaction',
      'Group of Collection rate: “Performance” → “Customer satisfaction”',
    ],
    [
      'collection',
      'formula',
      'collected',
      'Formula of Collection rate: “collected / receivable * 100” → “collected”',
    ],
    [
      'collection',
      'scoring',
      {
        kind: 'curve',
        points: [
          { value: 0, score: 0 },
          { value: '80.5', score: 60 },
        ],
      },
      'Scoring of Collection rate: ratio to target, cap 100 → on lines through (0 → 0), (80.5 → 60)',
    ],
    [
      'need_understanding',
      'scoring',
      { kind: 'rating', from: 1, to: 5 },
      'Scoring of Need understanding: as it is → mark on a scale from 1 (scores 0) to 5 (scores 100)',
    ],
    [
      'collection',
      'scoring',
      { kind: 'gapToTarget', base: 100, perUnit: 2, floor: 0 },
      'Scoring of Collection rate: ratio to target, cap 100 → 100 on target, 2 more for each unit above it and less for each below, floor 0',
    ],
    [
      'collection',
      'places',
      { value: 2 },
      'Decimal places of Collection rate: none → Decimal places of the result: 2',
    ],
    [
      'new_customers',
      'target/stages/0/value',
      15,
      'Target in the stage expansion of New customers (A 2, B 1.5, C 1): 12 → 15 (+3)',
    ],
    [
      'new_customers',
      'target/stages/1',
      undefined,
      'Target in the stage mature of New customers (A 2, B 1.5, C 1): 7 → none',
    ],
    [
      'collection',
      'name/en',
      'Paid in time',
      'English name of Paid in time: “Collection rate” → “Paid in time”',
    ],
  ])('%s %s', (id, field, value, text) => {
    expect(metric(id, field, value)).toEqual([text]);
  });

  it('says what another direction makes of the scoring', () => {
    expect(metric('collection', 'direction', 'lowerIsBetter')).toEqual([
      'Direction of Collection rate: higher is better → lower is better',
      'Scoring of Collection rate: ratio to target, cap 100 → 200 − result ÷ target × 100, cap 100',
    ]);
    expect(metric('complaints_in_time', 'direction', 'lowerIsBetter')).toEqual([
      'Direction of Complaints solved in time: higher is better → lower is better',
    ]);
    const lower = withValueAt(expansion, `/metrics/${at('need_understanding')}/direction`, 'lowerIsBetter');
    const rated = withValueAt(lower, `/metrics/${at('need_understanding')}/scoring`, {
      kind: 'rating',
      from: 1,
      to: 5,
    });
    expect(sentences(rated, 'en', lower)).toEqual([
      'Scoring of Need understanding: 100 − result → mark on a scale from 1 (scores 100) to 5 (scores 0)',
    ]);
  });

  it('says each figure of a curve, a scale and a distance', () => {
    const index = at('collection');
    const withScoring = (scoring: Scoring) => withValueAt(expansion, `/metrics/${index}/scoring`, scoring);
    const points = [
      { value: 0, score: 0 },
      { value: 80, score: 60 },
    ];
    const curve = withScoring({ kind: 'curve', points });
    expect(
      sentences(
        withScoring({ kind: 'curve', points: points.with(1, { value: 85, score: 70 }) }),
        'en',
        curve,
      ),
    ).toEqual([
      'Result of point 2 of Collection rate: 80 → 85 (+5)',
      'Score of point 2 of Collection rate: 60 → 70 (+10)',
    ]);
    const longer = withScoring({ kind: 'curve', points: [...points, { value: 100, score: 100 }] });
    expect(sentences(longer, 'zh', curve)).toEqual([
      '回款率的折点：(0 → 0), (80 → 60) → (0 → 0), (80 → 60), (100 → 100)',
    ]);
    const rating = withScoring({ kind: 'rating', from: 1, to: 5 });
    expect(sentences(withScoring({ kind: 'rating', from: 0, to: 10 }), 'en', rating)).toEqual([
      'Lowest mark of the scale of Collection rate: 1 → 0 (−1)',
      'Highest mark of the scale of Collection rate: 5 → 10 (+5)',
    ]);
    const gap = withScoring({ kind: 'gapToTarget', base: 100, perUnit: 1 });
    expect(sentences(withScoring({ kind: 'gapToTarget', base: 80, perUnit: '1.5' }), 'zh', gap)).toEqual([
      '回款率的达标得分：100 → 80（−20）',
      '回款率的每单位分数：1 → 1.5（+0.5）',
    ]);
  });

  it('says a decimal that is only written otherwise as it stands', () => {
    expect(metric('collection', 'weight', String(expansion.metrics[at('collection')]!.weight))).toEqual([
      'Weight of Collection rate: 6 → "6"',
    ]);
    expect(metric('collection', 'weight', '1,5')).toEqual(['Weight of Collection rate: 6 → "1,5"']);
  });

  it('says what is new and what is gone with all that it says', () => {
    const added = { ...expansion.metrics[0]!, id: 'extra', name: { zh: '新增项', en: 'Extra' } };
    const more = { ...expansion, metrics: [...expansion.metrics, added] };
    const [text] = sentences(more);
    expect(text).toMatch(
      /^New: Extra\. Id: “extra”; Name: Chinese name: “新增项”; English name: “Extra”; Group: /,
    );
    for (const part of [
      'Weight: 14',
      'Formula: “',
      'Target: per person',
      'Scoring: as it is, cap 120',
      'held for',
    ])
      expect(text).toContain(part);
    expect(sentences(expansion, 'en', more)[0]).toMatch(/^Removed: Extra\. Id/);
  });

  it('says another order of metrics', () => {
    const [first, second, ...others] = expansion.metrics;
    const other = { ...expansion, metrics: [second!, first!, ...others] };
    expect(sentences(other)[0]).toMatch(
      /^Order of metrics: Attainment of sales to new.* → Attainment of repeat.*/,
    );
  });

  it('says a rule’s conditions as a sentence, and its number', () => {
    expect(changed('/gradeRules/0/conditions/all/1/value', 55)).toEqual([
      expect.stringMatching(
        /^Conditions of the rule Collection below.*Collection rate < 60 → .*Collection rate < 55$/,
      ),
    ]);
    expect(changed('/gradeRules/0/priority', 11)).toEqual([
      'Priority of the rule Collection below 60%: good at best: 10 → 11 (+1)',
    ]);
  });

  it('says bands, grades, groups, measures and the model itself', () => {
    expect(changed('/bands/0/from', 88)).toEqual(['From of the band Excellent: 90 → 88 (−2)']);
    expect(changed('/grades/0/name/en', 'Top')).toEqual([
      'English name of the grade Top: “Excellent” → “Top”',
    ]);
    expect(changed('/groups/0/name/zh', '业务')).toEqual([
      'Chinese name of the group Performance: “业绩” → “业务”',
    ]);
    expect(changed('/places', 1)).toEqual(['Decimal places of the composite: 2 → 1']);
    expect(changed('/measures/0/unit', 'EUR')[0]).toMatch(/^Unit of the measure .* → “EUR”$/);
  });

  it('shows what the schema does not know by its pointer, as it stands', () => {
    expect(changed('/extra', { deep: [1, null] })).toEqual(['/extra: none → {"deep":[1,null]}']);
    expect(metric('collection', 'scoring/curve', 3)).toEqual([
      `/metrics/${at('collection')}/scoring/curve: none → 3`,
    ]);
  });

  it('groups sentences by metric, with the place of each', () => {
    const index = at('collection');
    const other = withValueAt(
      withValueAt(expansion, `/metrics/${index}/weight`, 8),
      `/metrics/${index}/scoring/cap`,
      90,
    );
    expect(diffSections(expansion, withValueAt(other, '/places', 3), 'en')).toEqual([
      { key: 'model', title: 'The model', sentences: [expect.objectContaining({ pointer: '/places' })] },
      {
        key: 'metrics/collection',
        title: 'Collection rate',
        sentences: [
          expect.objectContaining({ pointer: `/metrics/${index}/weight` }),
          expect.objectContaining({ pointer: `/metrics/${index}/scoring/cap` }),
        ],
      },
    ]);
  });

  it('has a sentence for every kind of change of a model, none where nothing changed, and names no undefined', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(models.length - 1), (own, index) => {
        const model = models[index]!;
        const other = mutate(seeded(own), structuredClone(model)) as Model;
        // Lists of a model are lists in every document that is a draft.
        if (!keepsLists(model, other)) return;
        for (const language of ['zh', 'en'] as const) {
          const texts = sentences(other, language, model);
          expect(texts.length === 0).toBe(sameJson(model, other));
          for (const text of texts) expect(text).not.toMatch(/undefined|\[object|→ $/);
        }
      }),
      { seed, numRuns: 500 },
    );
  });
});

function keepsLists(model: Model, other: Model): boolean {
  if (typeof other !== 'object' || other === null) return false;
  return Object.entries(model).every(
    ([key, value]) =>
      !Array.isArray(value) || Array.isArray((other as unknown as Record<string, unknown>)[key]),
  );
}
