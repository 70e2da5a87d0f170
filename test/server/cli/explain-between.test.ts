import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, tableOf } from '../../../engine/index.ts';
import type { Cases, Model } from '../../../schemas/index.ts';
import { statement } from '../../../server/statement/statement.ts';

const folder = join(import.meta.dirname, '../../../rules/examples');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const model = read('from-score-to-grade.model.json') as Model;
const { cases } = read('from-score-to-grade.cases.json') as Cases;

function linesOf(subject: string, language: 'zh' | 'en'): string[] {
  const program = compile(model);
  const { table } = tableOf(program.inputs, cases);
  return statement(program, table, table.subjects.indexOf(subject), language);
}

describe('a statement says what stands between the metrics and the grade', () => {
  it('targets by condition, levels, points, the gate, and what was set aside', () => {
    expect(linesOf('not promoted', 'en')).toEqual(
      expect.arrayContaining([
        '  Target: 95, because Payment term, days [30] ≤ 30 ✓ 0',
        '  Levels reached: 2 of 3 (Base 110000, Challenge 115000, Sprint 120000)',
        'Before points and adjustments = 32 + 31.5 + 6 + 10 = 79.50',
        'Points “Escalated complaint”: -3.00, because Complaints that were escalated [2] > 0 ✓ 2',
        'Composite = 79.50 − 3.00 + 0.00 = 76.50',
        'Gate “Collection gate”: the grade is at best Good, because Collection [76.0000] < 80 ✓ 4',
        'Set aside: First in line for promotion, because of “Who is to improve is not promoted”: Not eligible for promotion this year comes first',
      ]),
    );
  });

  it('the weights that held, in Chinese too', () => {
    const lines = linesOf('on a plan', 'zh');
    expect(lines).toContain('客户触达 · 权重 50 %');
    expect(lines).toContain('权重按“改进计划期间”执行，因为进行中的改进计划数 [1] > 0 ✓ 1');
  });

  it('why an adjustment holds somebody', () => {
    expect(linesOf('beyond the bound', 'en')).toContain(
      'The adjustment of 3.01 points goes further than the 3 that people may change a composite by: held for review.',
    );
  });
});
