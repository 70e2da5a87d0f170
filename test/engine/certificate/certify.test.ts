import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { certify } from '../../../engine/certificate/certify.ts';
import { evaluate } from '../../../engine/index.ts';
import { validateCertificate, type Model, type Result } from '../../../schemas/index.ts';
import { compiled, tableFor } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';

const name = { zh: '规则', en: 'Rule' };

/** The worked example with a gate and an action whose condition can be unknown. */
const model: Model = {
  ...g3Model(),
  gradeRules: [
    {
      id: 'gate',
      name,
      conditions: { all: [{ fact: 'nps', path: 'value', operator: 'lessThan', value: 60 }] },
      event: { type: 'grade', params: { grade: 'to_improve' } },
    },
  ],
  actions: [
    {
      id: 'talk',
      name,
      conditions: { not: { fact: 'nps', path: 'value', operator: 'greaterThanInclusive', value: 80 } },
      event: { type: 'talk' },
    },
  ],
};

const figures = [110, 105, 120, 0, 79.99].flatMap((attainment) =>
  [50, 79.9999, 80, null].map((nps) => ({
    attainment_figure: attainment,
    nps_figure: nps,
    complaints_figure: 95,
    referral_figure: 12,
    understanding_figure: 88,
  })),
);

function evaluated(): { table: ReturnType<typeof tableFor>; results: Result[] } {
  const program = compiled(model);
  const table = tableFor(program, figures);
  return { table, results: evaluate(program, table) };
}

describe('the certificate', () => {
  it('says that json-rules-engine decided every band and rule for everyone as we did', async () => {
    const { table, results } = evaluated();
    const certificate = await certify(model, table, results);
    expect(validateCertificate(certificate)).toBe(true);
    expect(certificate).toMatchObject({
      agreed: true,
      subjects: 20,
      rules: 5,
      decisions: 100,
      disagreements: [],
    });
  });

  it('names the release of json-rules-engine that is installed', async () => {
    const { version } = createRequire(import.meta.url)('json-rules-engine/package.json') as {
      version: string;
    };
    const { table, results } = evaluated();
    expect((await certify(model, table, results)).engine).toBe(`json-rules-engine@${version}`);
  });

  it.each<[string, (results: Result[]) => void]>([
    [
      'a grade one band too high',
      (results) =>
        Object.assign(
          results.find(({ grade }) => grade === 'to_improve')!,
          { grade: 'good' },
        ),
    ],
    ['a composite moved across a band', (results) => Object.assign(results[2]!, { composite: '90.00' })],
    ['an action left out', (results) => Object.assign(results[0]!, { actions: [] })],
    [
      'an action where the condition is unknown',
      (results) =>
        Object.assign(results[3]!, { actions: [{ rule: 'talk', type: 'talk', params: {}, priority: 1 }] }),
    ],
    ['a gate passed over', (results) => Object.assign(results[0]!, { grade: 'good', gradeRule: undefined })],
    [
      'a metric figure that turns a rule',
      (results) => Object.assign(results[0]!.metrics['nps']!, { value: '99.0000' }),
    ],
  ])('fails on a planted fault: %s', async (_, plant) => {
    const { table, results } = evaluated();
    plant(results);
    const certificate = await certify(model, table, results);
    expect(certificate.agreed).toBe(false);
    expect(certificate.disagreements.length).toBeGreaterThan(0);
  });

  it('fails when our evaluator is at fault: bands taken as open below, unknown taken as false', async () => {
    const program = compiled(model);
    const table = tableFor(program, figures);
    const faulty = {
      ...program,
      steps: program.steps.map((step) =>
        step.op === 'less' && step.id.startsWith('grade.') ? { ...step, args: step.args.toReversed() } : step,
      ),
    };
    const certificate = await certify(model, table, evaluate(faulty, table));
    expect(certificate.agreed).toBe(false);
  });
});
