import { describe, expect, it } from 'vitest';
import { paySentence } from '../../admin/models/pay/pay-sentence.ts';
import { texts } from '../../admin/models/pay/texts.ts';
import type { Cases, Model } from '../../schemas/index.ts';
import { statement } from '../../server/statement/statement.ts';
import cases from '../../rules/examples/pay.cases.json' with { type: 'json' };
import model from '../../rules/examples/pay.model.json' with { type: 'json' };
import { compiled, tableFor } from '../support/evaluate-rows.ts';

const example = model as Model;

describe('pay in words', () => {
  it.each(['en', 'zh'] as const)('says in a statement (%s) how each amount came about', (language) => {
    const program = compiled(example);
    const table = tableFor(
      program,
      (cases as Cases).cases.map(({ figures }) => figures),
    );
    const text = statement(program, table, 0, language).join('\n');
    for (const told of [
      '3600.03',
      '1800.02, × (120 ÷ 100) = 2160.02',
      'if(95 ≥ 90, 12000.1 × 5%, 0)',
      '5000 × 1.2',
      '13000.00',
      '10000.01',
      '32833.79',
    ]) {
      expect(text).toContain(told);
    }
    expect(text).not.toMatch(/\{\w+\}/);
  });

  it('says of a model what it pays, with the names of its figures', () => {
    const sentences = example.pay!.map((line) => paySentence(example, line, 'en', texts.en));
    expect(sentences).toEqual([
      'Performance pay: Monthly salary × 30%, split: Base performance pay 40 %; Performance bonus 50 % × Quantitative.groupScore ÷ 100; Capability bonus 10 % × Qualitative.groupScore ÷ 100',
      'Extra for satisfaction: if(Satisfaction.value ≥ 90, Monthly salary × 5%, 0)',
      'Bonus by grade: Bonus base × by grade: Excellent 1.2; Good 1; To improve 0.8',
      'Tiered commission: Actual sales × the rate that Sales attainment.value reaches: < 80 → 0 %; ≥ 80 → 10 %; ≥ 100 → 15 %; ≥ 120 → 20 %, at most 100000, paid as far as if(Receivable = 0, 1, Collected ÷ Receivable), the rest held back',
      'Extra above target: Sales target ÷ 100 × what lies of Sales attainment.value in each tier × its rate: < 100 → 0 %; ≥ 100 → 20 %; ≥ 150 → 30 %',
      'Project pool: part of a pool of 10000.01 for all: lead 50 %; support 30 %; equally',
      'Pool of the excellent: part of a pool of all contributions (Actual sales × 0.1%) for all: in proportion to Actual sales; only Excellent',
    ]);
  });
});
