import { describe, expect, it } from 'vitest';
import { check, evaluate, evaluateBy } from '../../engine/index.ts';
import type { Model, PayLine } from '../../schemas/index.ts';
import { compiled, resultsOf, tableFor, type Figures } from '../support/evaluate-rows.ts';
import { checkedReceipts } from '../support/receipts.ts';
import model from '../../rules/examples/pay.model.json' with { type: 'json' };

const example = model as Model;
const labels = { zh: '行', en: 'line' };
type Amount = PayLine['amount'];
const line = (amount: Amount, more: Partial<PayLine> = {}): PayLine => ({
  id: 'line',
  name: labels,
  amount,
  ...more,
});
const paying = (...pay: PayLine[]): Model => ({ ...example, pay });
const usual: Figures = { actual_sales: 100, sales_target: 100, satisfaction_mean: 90, capability_mark: 5 };
const lineOf = (pay: PayLine, figures: Figures) =>
  resultsOf(paying(pay), [{ ...usual, ...figures }])[0]!.pay!.lines['line']!;
const amountOf = (amount: Amount, figures: Figures) => lineOf(line(amount), figures).amount;
const codes = (pay: PayLine) => check(paying(pay)).map(({ code, pointer }) => [code, pointer]);

describe('tiers', () => {
  const whole: Amount = {
    kind: 'tiers',
    figure: 'monthly_salary',
    method: 'whole',
    below: 0,
    tiers: [
      { from: 100, rate: 10 },
      { from: 200, rate: 15 },
      { from: 300, rate: 20 },
    ],
  };
  it.each([
    ['99.99', '0.00', '0.00'],
    ['100', '10.00', '0.00'],
    ['199.99', '20.00', '10.00'],
    ['200', '30.00', '10.00'],
    ['300', '60.00', '25.00'],
    ['300.1', '60.02', '25.02'],
    ['-5', '0.00', '0.00'],
  ])('of %s pay %s of the whole, %s by slices', (figure, ofWhole, bySlices) => {
    expect(amountOf(whole, { monthly_salary: figure })).toBe(ofWhole);
    expect(amountOf({ ...whole, method: 'marginal' }, { monthly_salary: figure })).toBe(bySlices);
  });

  it('must rise from above zero', () => {
    expect(codes(line({ ...whole, tiers: [{ from: 0, rate: 1 }] }))).toEqual([
      ['pay.tiersNotRising', '/pay/0/amount/tiers/0/from'],
    ]);
  });
});

describe('a split', () => {
  const split = (...shares: (string | number)[]): Amount => ({
    kind: 'split',
    base: 'monthly_salary',
    parts: shares.map((share, index) => ({ id: `p${index}`, name: labels, share })),
  });
  it.each([
    ['100', [40, 50, 10], ['40.00', '50.00', '10.00']],
    ['0.01', [50, 50], ['0.01', '0.00']],
    ['100', ['33.33', '33.33', '33.34'], ['33.33', '33.33', '33.34']],
    ['-0.01', [50, 50], ['0.00', '-0.01']],
    ['0.05', [40, 30, 30], ['0.02', '0.02', '0.01']],
  ] as const)('of %s by %j comes to %j', (salary, shares, parts) => {
    expect(Object.values(lineOf(line(split(...shares)), { monthly_salary: salary }).parts!)).toEqual(parts);
  });

  it('has shares that make the whole', () => {
    expect(codes(line(split(40, 50)))).toEqual([['pay.sharesNotWhole', '/pay/0/amount/parts']]);
  });
});

describe('a line', () => {
  const salary: Amount = { kind: 'formula', formula: 'monthly_salary' };
  it('is kept between its floor and its cap', () => {
    const limits = { floor: '10', cap: 20 };
    const paid = ['9.99', '15', '20.01'].map(
      (figure) => lineOf(line(salary, limits), { monthly_salary: figure }).amount,
    );
    expect(paid).toEqual(['10.00', '15.00', '20.00']);
    expect(codes(line(salary, { floor: 2, cap: 1 }))).toEqual([['scoring.floorAboveCap', '/pay/0/floor']]);
  });

  it.each([
    ['0', '0.00', '100.01'],
    ['1', '33.34', '66.67'],
    ['4', '100.01', '0.00'],
    ['-1', '0.00', '100.01'],
  ])('pays the share that is released: of 3, %s', (collected, paid, held) => {
    const hold = { released: 'collected / receivable' };
    const figures = { monthly_salary: '100.01', collected, receivable: 3 };
    expect(lineOf(line(salary, { hold }), figures)).toEqual({ amount: '100.01', paid, held });
  });

  it('that is missing says why, and so the total is missing, never zero', () => {
    const [result] = resultsOf(paying(line(salary)), [usual]);
    const missing = { reason: 'notSupplied', of: 'monthly_salary' };
    expect(result!.pay).toEqual({ total: null, lines: { line: { amount: null, missing } } });
    expect(result!.issues.map(({ code }) => code)).toContain('pay.missing');
    expect(lineOf(line(salary, { whenMissing: 'zero' }), {})).toEqual({ amount: '0.00' });
  });

  it('is not paid to somebody held for review, whatever it is made of', () => {
    const held = lineOf(line(salary, { whenMissing: 'zero' }), { sales_target: null, monthly_salary: 1 });
    expect(held).toEqual({ amount: null, missing: { reason: 'held', of: '/metrics' } });
  });

  it('knows measures, metrics, groups and the lines before it, and nothing else', () => {
    const of = (formula: string) => line({ kind: 'formula', formula });
    for (const known of ['attainment.value', 'attainment.score', 'quantitative.groupScore', 'composite']) {
      expect(codes(of(known))).toEqual([]);
    }
    for (const unknown of ['attainment', 'line', 'quantitative.score', 'attainment.groupScore', 'a.b']) {
      expect(codes(of(unknown))).toEqual([['formula.unknownName', '/pay/0/amount/formula']]);
    }
    const [first, second] = [of('monthly_salary'), { ...of('line * 2'), id: 'second' }];
    const [result] = resultsOf(paying(first, second), [{ ...usual, monthly_salary: '1.005' }]);
    expect(result!.pay!.lines).toMatchObject({ line: { amount: '1.01' }, second: { amount: '2.02' } });
  });

  it('by coefficient names every grade once', () => {
    const coefficients = [
      { grade: 'good', coefficient: 1 },
      { grade: 'good', coefficient: 2 },
      { grade: 'odd', coefficient: 1 },
    ];
    const found = codes(line({ kind: 'coefficient', base: 'composite', coefficients })).map(([code]) => code);
    expect(found).toEqual(['id.repeated', 'grade.unknown', 'pay.gradeMissing', 'pay.gradeMissing']);
  });
});

describe('a pool', () => {
  const pool = (more: object): PayLine =>
    line({ kind: 'pool', scope: 'team', sum: { kind: 'constant', value: '100' }, ...more });
  const members = (pay: PayLine, figures: Figures[]) => {
    const program = compiled(paying(pay));
    const table = tableFor(
      program,
      figures.map((own) => ({ ...usual, ...own })),
    );
    checkedReceipts(program, table);
    const results = evaluate(program, table);
    for (const backEnd of ['closures', 'columns'] as const) {
      expect(evaluateBy(backEnd, program, table)).toEqual(results);
    }
    return results.map(({ pay: own }) => own!.lines['line']!);
  };

  it('of each team is divided among its members; cents left go to the larger remainder, then by id', () => {
    const team = (name: string) => ({ team: name });
    const lines = members(pool({}), [team('A'), team('B'), team('A'), team('A')]);
    expect(lines.map(({ amount }) => amount)).toEqual(['33.34', '100.00', '33.33', '33.33']);
  });

  it('keeps in the fund what shares leave and what nobody can take', () => {
    const shares = [
      { role: 'lead', share: 50 },
      { role: 'support', share: 30 },
    ];
    const lines = members(pool({ shares }), [{ role: 'lead' }, { role: 'cook' }, {}]);
    expect(lines.map(({ amount, pool: of }) => [amount, of])).toEqual([
      ['50.00', { sum: '100.00', fund: '50.00' }],
      ['0.00', { sum: '100.00', fund: '50.00' }],
      ['0.00', { sum: '100.00', fund: '50.00' }],
    ]);
  });

  it('is not divided while somebody who takes part has no weight, and says so', () => {
    const lines = members(pool({ weight: 'monthly_salary' }), [{ monthly_salary: 1 }, {}]);
    expect(lines.map(({ amount, missing }) => [amount, missing!.reason])).toEqual([
      [null, 'poolUnknown'],
      [null, 'poolUnknown'],
    ]);
  });

  it('has shares of at most the whole', () => {
    const shares = [
      { role: 'a', share: 60 },
      { role: 'a', share: 60 },
    ];
    expect(codes(pool({ shares })).map(([code]) => code)).toEqual([
      'pay.roleRepeated',
      'pay.sharesAboveWhole',
    ]);
  });
});
