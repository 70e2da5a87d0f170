import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, tableOf } from '../../engine/index.ts';
import type { Model, Pay, PayLine, RoleShare } from '../../schemas/index.ts';
import { compiled, resultsOf } from '../support/evaluate-rows.ts';
import model from '../../rules/examples/pay.model.json' with { type: 'json' };

const seed = Number(process.env['MERITSCALE_SEED'] ?? 20_261_123);
const runs = { seed, numRuns: 200 };
const name = { zh: '行', en: 'line' };
const paying = (amount: PayLine['amount']): Model => ({
  ...(model as Model),
  pay: [{ id: 'line', name, amount }],
});
const money = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((cents) => (cents / 100).toFixed(2));
const cents = (text: string) => Math.round(Number(text) * 100);
const usual = { actual_sales: 100, sales_target: 100, satisfaction_mean: 90, capability_mark: 5 };

/** The pay of subjects by their ids. */
function paid(document: Model, people: readonly { id: string; figures: object }[]): Map<string, Pay> {
  const program = compiled(document);
  const rows = people.map(({ id, figures }) => ({ subject: id, figures: { ...usual, ...figures } }));
  const { table } = tableOf(program.inputs, rows);
  return new Map(evaluate(program, table).map(({ subject, pay }) => [subject, pay!]));
}

const people = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }).map((number) => `p${number}`),
    figures: fc.record({
      role: fc.constantFrom('lead', 'support', 'cook', null),
      team: fc.constantFrom('A', 'B'),
      monthly_salary: money(-100, 10_000),
      satisfaction_mean: fc.constantFrom(0, 90),
    }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);

const pool = fc.record(
  {
    kind: fc.constant('pool' as const),
    scope: fc.constantFrom('model' as const, 'team' as const),
    sum: fc.oneof(
      money(0, 1_000_000).map((value) => ({ kind: 'constant' as const, value })),
      fc.constant({ kind: 'contributions' as const, formula: 'monthly_salary / 7' }),
    ),
    shares: fc.constant<RoleShare[]>([
      { role: 'lead', share: '33.34' },
      { role: 'support', share: '33.33' },
    ]),
    grades: fc.constant<string[]>(['excellent']),
    weight: fc.constant('monthly_salary'),
  },
  { requiredKeys: ['kind', 'scope', 'sum'] },
);

describe('laws of pay', () => {
  it('what is divided of a pool, and its fund, add up to it, to the cent', () => {
    fc.assert(
      fc.property(pool, people, (amount, members) => {
        const lines = paid(paying(amount), members);
        for (const team of amount.scope === 'team' ? ['A', 'B'] : ['']) {
          const own = members.filter(({ figures }) => team === '' || figures.team === team);
          const parts = own.map(({ id }) => lines.get(id)!.lines['line']!);
          if (parts.length === 0) continue;
          const { sum, fund } = parts[0]!.pool!;
          const all = parts.reduce((total, part) => total + cents(part.amount!), cents(fund!));
          expect(all).toBe(cents(sum!));
          expect(parts.every((part) => cents(part.amount!) >= 0)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('the order of the subjects never matters', () => {
    fc.assert(
      fc.property(pool, people, fc.infiniteStream(fc.nat()), (amount, members, keys) => {
        const shuffled = members
          .map((member) => ({ member, key: keys.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ member }) => member);
        expect(paid(paying(amount), shuffled)).toEqual(paid(paying(amount), members));
      }),
      runs,
    );
  });

  it('the parts of a split add up to its base, to the cent', () => {
    fc.assert(
      fc.property(
        money(-1_000_000, 1_000_000),
        fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 }),
        (monthly_salary, cuts) => {
          const ends = [...cuts.toSorted((a, b) => a - b), 10_000];
          const parts = ends.map((end, index) => ({
            id: `p${index}`,
            name,
            share: ((end - (ends[index - 1] ?? 0)) / 100).toFixed(2),
          }));
          const amount = { kind: 'split' as const, base: 'monthly_salary', parts };
          const [result] = resultsOf(paying(amount), [{ ...usual, monthly_salary }]);
          expect(result!.pay!.lines['line']!.amount).toBe(monthly_salary);
        },
      ),
      runs,
    );
  });

  it('marginal tiers have no jump: a cent more pays at most a cent more, where no rate is above 100', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: -100, max: 60_000 }),
        (froms, rates, at) => {
          const tiers = froms.toSorted((a, b) => a - b).map((from, index) => ({ from, rate: rates[index]! }));
          const document = paying({
            kind: 'tiers',
            figure: 'monthly_salary',
            method: 'marginal',
            below: rates[4]!,
            tiers,
          });
          const figures = [at, at + 1].map((units) => ({
            ...usual,
            monthly_salary: (units / 100).toFixed(2),
          }));
          const [less, more] = resultsOf(document, figures).map(({ pay }) => cents(pay!.total!));
          expect([0, 1]).toContain(more! - less!);
        },
      ),
      runs,
    );
  });
});
