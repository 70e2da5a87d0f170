import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffSections } from '../../../../admin/models/diff/sections.ts';
import { partsText, readerOf } from '../../../../admin/models/diff/values.ts';
import { withValueAt } from '../../../../admin/models/document/pointer.ts';
import { placeText } from '../../../../admin/models/findings/place-text.ts';
import { readModel } from '../../../../admin/models/json/read-model.ts';
import { ruleText } from '../../../../admin/models/sentences.ts';
import type { Model } from '../../../../schemas/index.ts';

const file = join(import.meta.dirname, '../../../../rules/examples/named-conditions.model.json');
const text = readFileSync(file, 'utf8');
const model = JSON.parse(text) as Model;
const changed = (pointer: string, value: unknown, language: 'zh' | 'en' = 'en') =>
  diffSections(model, withValueAt(model, pointer, value), language).flatMap(({ sentences }) =>
    sentences.map((sentence) => sentence.text),
  );

describe('a named condition', () => {
  it('stands in the sentence of a rule by its name', () => {
    const { conditions } = model.actions![0]!;
    expect(ruleText(model, conditions, 'en')).toBe('Grade is Excellent and “Sound”');
    expect(ruleText(model, conditions, 'zh')).toBe('等级 为 优秀 且 “稳健”');
    expect(ruleText(model, model.actions![1]!.conditions, 'en')).toBe(
      'not (“Formal staff”) and “Clean record”',
    );
    const reader = readerOf(model, 'en', (id) => id);
    expect(partsText(reader, { conditions: model.gates![0]!.conditions }, 'gates', '')).toBe(
      'Conditions: not (“Clean record”)',
    );
  });

  it('is shown in a draft where it leads to nothing, or back to itself', () => {
    expect(ruleText(model, { condition: 'nobody' }, 'en')).toBe('“nobody”');
    const circle = withValueAt(model, '/conditions/0/conditions', { condition: 'sound' });
    expect(ruleText(circle, circle.conditions![0]!.conditions, 'en')).toBe('“Sound”');
  });

  it.each<[string, unknown, string]>([
    [
      '/conditions/0/conditions/all/0/value',
      12,
      'Conditions of the condition “Formal staff”: Months employed ≥ 6 and Role is not intern → Months employed ≥ 12 and Role is not intern',
    ],
    ['/conditions/2/name/en', 'Steady', 'English name of the condition “Steady”: “Sound” → “Steady”'],
    [
      '/actions/0/conditions/all/1/condition',
      'clean_record',
      'Conditions of the rule Promotion: Grade is Excellent and “Sound” → Grade is Excellent and “Clean record”',
    ],
    [
      '/conditions/1',
      undefined,
      'Removed: the condition “Clean record”. Id: “clean_record”; Name: Chinese name: “无成立投诉”; English name: “Clean record”; Conditions: Upheld complaints is 0',
    ],
    [
      '/conditions',
      model.conditions!.toReversed(),
      'Order of named conditions: Formal staff, Clean record, Sound → Sound, Clean record, Formal staff',
    ],
  ])('changed at %s is said in a sentence', (pointer, value, sentence) => {
    expect(changed(pointer, value)).toContain(sentence);
  });

  it('is said in Chinese too', () => {
    expect(changed('/conditions/1/conditions/all/0/value', 1, 'zh')).toEqual([
      '条件“无成立投诉”的条件：成立的投诉 为 0 → 成立的投诉 为 1',
    ]);
  });

  it('has its findings placed in words and in the text', () => {
    expect(placeText(model, '/conditions/2/conditions/all/0/condition', 'en')).toBe('Sound · Conditions');
    expect(placeText(model, '/conditions', 'en')).toBe('Named conditions');
    const { issues } = readModel(text.replace('"condition": "sound"', '"condition": "sond"'));
    expect(issues.map(({ issue, line }) => [issue.code, line])).toEqual([
      ['condition.unknown', text.slice(0, text.indexOf('"condition": "sound"')).split('\n').length],
    ]);
  });
});
