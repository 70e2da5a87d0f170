import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse, check, compile, evaluate, hasErrors } from '../../../engine/index.ts';
import type { Issue, Model } from '../../../schemas/index.ts';
import { randomFigures, randomModel } from '../../oracle/random-models.ts';
import { tableFor } from '../../support/evaluate-rows.ts';
import { g3Model } from '../../support/models.ts';
import { resolves } from '../../support/pointers.ts';
import { campaignSeed, seeded } from '../../support/random.ts';

const root = join(import.meta.dirname, '../../../rules');

// oxlint-disable-next-line typescript/no-explicit-any
type Loose = Record<string, any>;

const names = (id: string) => ({ zh: id, en: id });
const score = (fact: string, operator: string, value: unknown) => ({ fact, path: 'score', operator, value });
const rule = (id: string, grade: string, all: unknown[], priority?: number) => ({
  id,
  name: names(id),
  ...(priority !== undefined && { priority }),
  conditions: { all },
  event: { type: 'grade', params: { grade } },
});
const action = (id: string, type: string, all: unknown[], params?: object) => ({
  id,
  name: names(id),
  conditions: { all },
  event: { type, ...(params && { params }) },
});

/** What analysis says of the worked example after a change that check allows. */
function analysed(
  change: (model: Loose, id: (at: number) => string, grade: (at: number) => string) => void,
): Issue[] {
  const model = structuredClone(g3Model()) as Loose;
  change(
    model,
    (at) => model['metrics'][at].id as string,
    (at) => model['grades'].at(at).id as string,
  );
  expect(check(model).filter(({ severity }) => severity === 'error')).toEqual([]);
  const issues = analyse(model);
  for (const { pointer } of issues) expect(resolves(model, pointer!), pointer).toBe(true);
  return issues;
}

describe('what is allowed in a model and most likely not meant', () => {
  it.each<[string, string, Parameters<typeof analysed>[0]]>([
    [
      'rule.shadowed',
      '/gradeRules/1',
      (m, id, grade) => {
        m['gradeRules'] = [
          rule('from80', grade(1), [score(id(0), 'greaterThanInclusive', 80)]),
          rule('from90', grade(0), [score(id(0), 'greaterThanInclusive', 90)]),
        ];
      },
    ],
    [
      'rule.unreachable',
      '/gradeRules/2',
      (m, id, grade) => {
        m['gradeRules'] = [
          rule('low', grade(-1), [score(id(0), 'lessThan', 60)], 9),
          rule('high', grade(0), [score(id(0), 'greaterThan', 40)], 8),
          rule('all', grade(1), [score(id(0), 'between', [20, 90])], 7),
        ];
      },
    ],
    [
      'condition.neverTrue',
      '/gradeRules/0/conditions',
      (m, id, grade) => {
        m['gradeRules'] = [
          rule('none', grade(0), [score(id(0), 'greaterThan', 90), score(id(0), 'lessThan', 80)]),
        ];
      },
    ],
    [
      'condition.neverTrue',
      '/gradeRules/0/conditions/any/0',
      (m, id, grade) => {
        m['metrics'][1].scoring = { kind: 'asIs', floor: 0, cap: 100 };
        m['gradeRules'] = [rule('none', grade(0), [score(id(1), 'greaterThan', 100)])];
        m['gradeRules'][0].conditions.all.push(score(id(0), 'lessThan', 80));
        m['gradeRules'][0].conditions = { any: m['gradeRules'][0].conditions.all };
      },
    ],
    [
      'condition.alwaysTrue',
      '/actions/0/conditions',
      (m, id) => {
        m['metrics'][1].scoring = { kind: 'asIs', floor: 0, cap: 100 };
        m['actions'] = [action('talk', 'talk', [score(id(1), 'greaterThanInclusive', 0)])];
      },
    ],
    [
      'actions.contradictory',
      '/actions/1',
      (m, id) => {
        m['actions'] = [
          action('up', 'promotion', [score(id(0), 'greaterThan', 90)]),
          action('plan', 'improvement_plan', [score(id(1), 'lessThan', 60)]),
        ];
      },
    ],
    [
      'actions.contradictory',
      '/actions/1',
      (m, id, grade) => {
        const is = { fact: 'grade', operator: 'equal', value: grade(0) };
        m['actions'] = [
          action('more', 'bonus_coefficient', [is], { coefficient: 1.2 }),
          action('less', 'bonus_coefficient', [score(id(0), 'lessThan', 60)], { coefficient: 0.8 }),
        ];
      },
    ],
    [
      'grade.notMonotone',
      '/gradeRules/0',
      (m, id, grade) => {
        m['gradeRules'] = [rule('odd', grade(-1), [score(id(0), 'greaterThan', 95)])];
      },
    ],
    [
      'weight.noEffect',
      '/metrics/0/weight',
      (m) => {
        m['metrics'][1].weight = Number(m['metrics'][1].weight) + Number(m['metrics'][0].weight);
        m['metrics'][0].weight = 0;
      },
    ],
  ])('is %s at %s', (code, pointer, change) => {
    expect(analysed(change)).toContainEqual(expect.objectContaining({ code, pointer, severity: 'warning' }));
  });

  it('is nothing where a conflict says which action stays', () => {
    const issues = analysed((m, id) => {
      m['actions'] = [
        action('up', 'promotion', [score(id(0), 'greaterThan', 90)]),
        action('plan', 'improvement_plan', [score(id(1), 'lessThan', 60)]),
      ];
      m['conflicts'] = [
        { id: 'c', name: names('c'), types: ['promotion', 'improvement_plan'], keep: 'priority' },
      ];
    });
    expect(issues).toEqual([]);
  });

  it('is said of satisfaction of 80 percent, and of pay that falls or leaps', () => {
    const model = JSON.parse(readFileSync(join(root, 'examples/pay.model.json'), 'utf8')) as Loose;
    model['pay'] = [
      {
        id: 'tiered',
        name: names('tiered'),
        amount: {
          kind: 'tiers',
          method: 'whole',
          figure: model['measures'][0].id,
          below: 0,
          tiers: [
            { from: 100_000, rate: 6 },
            { from: 200_000, rate: 4 },
          ],
        },
      },
    ];
    expect(hasErrors(check(model))).toBe(false);
    const codes = (options?: { cliff: number }) =>
      analyse(model, options).map(({ code, pointer }) => [code, pointer]);
    expect(codes()).toEqual([
      ['pay.cliff', '/pay/0/amount/tiers/0'],
      ['pay.notMonotone', '/pay/0/amount/tiers/1'],
    ]);
    expect(analyse(model)[0]?.params).toMatchObject({ jump: '6000.00', cliff: 5000 });
    expect(codes({ cliff: 6000 })).toEqual([['pay.notMonotone', '/pay/0/amount/tiers/1']]);

    const mature = JSON.parse(readFileSync(join(root, 'starter/models/mature.model.json'), 'utf8')) as Loose;
    const [own, others] = [
      mature['metrics'].filter((metric: Loose) => metric['group'] === 'satisfaction'),
      mature['metrics'].filter((metric: Loose) => metric['group'] !== 'satisfaction'),
    ];
    for (const metric of [...own, ...others]) metric.weight = 0.5;
    own[0].weight = 80 - 0.5 * (own.length - 1);
    others[0].weight = 20 - 0.5 * (others.length - 1);
    expect(analyse(mature)).toContainEqual(
      expect.objectContaining({
        code: 'weights.satisfaction',
        params: expect.objectContaining({ share: '80' }) as object,
      }),
    );
  });

  it('is nothing in the models that come with the program, nor in one that has errors', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.model.json'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const model = JSON.parse(readFileSync(join(root, file), 'utf8')) as Model;
      expect([file, analyse(model)]).toEqual([file, []]);
    }
    expect(analyse({})).toEqual([]);
  });

  it('is true of random models: what never counts never does, what never holds never fires', () => {
    const random = seeded(campaignSeed(20261125));
    let [shadowed, never] = [0, 0];
    for (let round = 0; round < 150; round += 1) {
      const model = randomModel(random);
      const found = analyse(model);
      const dead = new Set(
        found.flatMap(({ code, pointer = '' }) => {
          const [, list, index, ...rest] = pointer.split('/');
          const isRule =
            list === 'gradeRules' &&
            (code.startsWith('rule.') || (code === 'condition.neverTrue' && rest.length === 1));
          return isRule ? [model.gradeRules![Number(index)]!.id] : [];
        }),
      );
      const deadActions = new Set(
        found.flatMap(({ code, pointer = '' }) => {
          const [, list, index, ...rest] = pointer.split('/');
          return list === 'actions' && code === 'condition.neverTrue' && rest.length === 1
            ? [model.actions![Number(index)]!.id]
            : [];
        }),
      );
      if (dead.size > 0) shadowed += 1;
      if (deadActions.size > 0) never += 1;
      const table = tableFor(
        compile(model),
        // Runs judge by a model who is in its stage; who has no team or role is another matter.
        Array.from({ length: 200 }, () => ({
          team: 'north',
          role: 'seller',
          ...Object.fromEntries(
            Object.entries(randomFigures(random, model)).filter(([, cell]) => cell !== null),
          ),
          stage: model.stage,
        })),
      );
      for (const { gradeRule, actions, issues } of evaluate(compile(model), table)) {
        // With something missing another rule may count: analysis speaks of whole figures.
        if (issues.length > 0) continue;
        expect(gradeRule === undefined || !dead.has(gradeRule)).toBe(true);
        for (const { rule: id } of actions) expect(deadActions.has(id)).toBe(false);
      }
    }
    expect(shadowed).toBeGreaterThan(3);
    expect(never).toBeGreaterThan(3);
  }, 60_000);
});
