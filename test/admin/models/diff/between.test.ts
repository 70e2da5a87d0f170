import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffSections } from '../../../../admin/models/diff/sections.ts';
import { withValueAt } from '../../../../admin/models/document/pointer.ts';
import type { Model } from '../../../../schemas/index.ts';

const file = join(import.meta.dirname, '../../../../rules/examples/from-score-to-grade.model.json');
const model = JSON.parse(readFileSync(file, 'utf8')) as Model;
const changed = (pointer: string, value: unknown, language: 'zh' | 'en' = 'en') =>
  diffSections(model, withValueAt(model, pointer, value), language).flatMap(({ sentences }) =>
    sentences.map(({ text }) => text),
  );

describe('what a draft changes between metrics and grade', () => {
  it.each([
    ['/gates/0/cap', 'to_improve', 'Grade at best of the gate Collection gate: “Good” → “To improve”'],
    ['/pointsBound/atMost', 8, 'Points at most: 6 → 8'],
    ['/adjustments/atMost', 5, 'Adjustments at most: 3 → 5'],
    ['/points/2/value', -4, 'Points of the points “Escalated complaint”: -3 → -4 (−1)'],
    [
      '/overlays/0/weights/0/weight',
      25,
      'Weight of Collection of the weights “While on an improvement plan”: 20 → 25 (+5)',
    ],
    ['/metrics/0/target/cases/0/value', 96, 'Target of Collection: 95 → 96 (+1)'],
    ['/metrics/1/target/levels/2/growth/percent', 25, 'Growth in percent of Sales: 20 → 25 (+5)'],
    [
      '/conflicts/0/keep',
      'none',
      'What is kept of the conflict Who is to improve is not promoted: what stands first → none',
    ],
  ])('says %s in a sentence', (pointer, value, text) => {
    expect(changed(pointer, value)).toEqual([text]);
  });

  it('says a new target of these kinds whole, in both languages', () => {
    const target = { kind: 'constant', value: 90 };
    expect(changed('/metrics/0/target', target)).toEqual([
      'Target of Collection: by condition: 95 if Payment term, days ≤ 30; 90 if Payment term, days ≤ 60; otherwise 80 → 90',
    ]);
    expect(changed('/metrics/1/target', target, 'zh')).toEqual([
      '销售额的目标：分级：基础目标 比上期销售额增长 10%；挑战目标 比上期销售额增长 15%；冲刺目标 比上期销售额增长 20% → 90',
    ]);
  });
});
