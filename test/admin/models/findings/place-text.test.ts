import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeText } from '../../../../admin/models/findings/place-text.ts';
import type { Model } from '../../../../schemas/index.ts';

const file = join(import.meta.dirname, '../../../../rules/starter/models/expansion.model.json');
const model = JSON.parse(readFileSync(file, 'utf8')) as Model;
const at = (id: string) => model.metrics.findIndex((metric) => metric.id === id);

describe('where a finding is, in words', () => {
  it.each([
    [`/metrics/${at('collection')}/scoring/cap`, 'Collection rate · Cap'],
    [
      `/metrics/${at('complaints_in_time')}/scoring/steps/1/from`,
      'Complaints solved in time · Result from which step 2 counts',
    ],
    [
      `/metrics/${at('referral_rate')}/target/stages/0/value`,
      'Referral rate · Target in the stage expansion',
    ],
    [`/metrics/${at('collection')}/scoring/curve/0`, 'Collection rate · Scoring'],
    [`/metrics/${at('collection')}/scoring/points/2/value`, 'Collection rate · Result of point 3'],
    [`/metrics/${at('collection')}/scoring/perUnit`, 'Collection rate · Points for each unit'],
    ['/bands/0/from', 'Excellent · From'],
    ['/bands/0', 'Excellent'],
    ['/gradeRules/0/conditions/all/1/fact', 'Collection below 60%: good at best · Conditions'],
    ['/metrics', 'Metrics'],
    ['/places', 'Decimal places of the composite'],
    ['/extra/0', '/extra/0'],
    ['/metrics/99/weight', '/metrics/99/weight'],
  ])('%s', (pointer, text) => {
    expect(placeText(model, pointer, 'en')).toBe(text);
  });
});

it('a name that is empty for the moment is said in the other language', () => {
  const [first, ...others] = model.metrics;
  const document = { ...model, metrics: [{ ...first!, name: { zh: '指标', en: '' } }, ...others] };
  expect(placeText(document, '/metrics/0/name/en', 'en')).toBe('指标 · English name');
});
