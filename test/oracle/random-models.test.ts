import { describe, expect, it } from 'vitest';
import { validateModel } from '../../schemas/index.ts';
import { campaignSeed, seeded } from '../support/random.ts';
import { depth, exact, faults, leaves, references } from './model-faults.ts';
import { judge, rounding } from './oracle.ts';
import { formulaWords, mentioned } from './random-formula.ts';
import { randomFigures, randomModel } from './random-models.ts';

const seed = campaignSeed(20_260_101);
const random = seeded(seed);
const models = Array.from({ length: 4000 }, () => randomModel(random));
const started = performance.now();
const cases = models.flatMap((model) =>
  Array.from({ length: 5 }, () => {
    const figures = randomFigures(random, model);
    const before = rounding.ties;
    return { model, figures, judged: judge(model, figures), ties: rounding.ties - before };
  }),
);
const seconds = (performance.now() - started) / 1000;

const share = <T>(items: T[], is: (item: T) => boolean): number => items.filter(is).length / items.length;

function numbersIn(node: unknown): number[] {
  if (typeof node === 'object' && node !== null) return Object.values(node).flatMap(numbersIn);
  return typeof node === 'number' ? [node] : [];
}

describe(`random models (seed ${seed})`, () => {
  it('are valid by the schema', () => {
    const errors = models.flatMap((model) => (validateModel(model) ? [] : (validateModel.errors ?? [])));
    expect(errors).toEqual([]);
  });

  it('are valid by what the format asks beyond the schema', () => {
    expect(models.flatMap(faults)).toEqual([]);
  });

  it('write no JSON number with more than 15 significant digits', () => {
    const numbers = models.flatMap(numbersIn);
    expect(numbers.length).toBeGreaterThan(100_000);
    const digits = numbers.map(
      (number) =>
        String(number)
          .replace(/e.*$|[-.]/g, '')
          .replace(/^0+/, '').length,
    );
    expect(Math.max(...new Set(digits))).toBeLessThanOrEqual(15);
  });

  it('are the same again from the same seed', () => {
    expect(randomModel(seeded(seed))).toEqual(models[0]);
  });

  it('come with figures that have at most 12 digits before the point and 4 decimals', () => {
    for (const { model, figures } of cases) {
      for (const { id } of model.measures) {
        const figure = Object.hasOwn(figures, id) ? (figures[id] ?? '0') : '0';
        expect(figure).toMatch(/^-?(0|[1-9]\d{0,11})(\.\d{1,4})?$/);
      }
    }
  });

  it('reach every corner often enough', () => {
    const metrics = models.flatMap((model) => model.metrics);
    const rules = models.flatMap((model) => [...(model.gradeRules ?? []), ...(model.actions ?? [])]);
    const compared = rules.flatMap(({ conditions }) => leaves(conditions));
    const scored = cases.flatMap(({ judged }) => Object.values(judged.metrics));
    const onEdge = ({ model, judged: { composite } }: (typeof cases)[number]): boolean =>
      composite !== null &&
      model.bands.some(({ from }) => from !== undefined && exact(from) === exact(composite));
    const onThreshold = ({ model, judged }: (typeof cases)[number]): boolean =>
      [...(model.gradeRules ?? []), ...(model.actions ?? [])]
        .flatMap(({ conditions }) => leaves(conditions))
        .some(({ fact, path, value }) => {
          const figure = fact === 'composite' ? judged.composite : path && judged.metrics[fact]?.[path];
          return typeof value === 'number' && typeof figure === 'string' && exact(figure) === exact(value);
        });
    const divides = ({ model, figures, judged }: (typeof cases)[number]): boolean =>
      model.metrics.some(({ id, formula }) => {
        const names = mentioned(formula).filter((name) => !formulaWords.includes(name));
        return (
          judged.metrics[id]?.value === null &&
          names.every((name) => Object.hasOwn(figures, name) && figures[name] !== null)
        );
      });
    const unlisted = ({ model, figures }: (typeof cases)[number]): boolean =>
      model.metrics.some(
        ({ target }) =>
          target?.kind === 'stage' && target.stages.every(({ stage }) => stage !== figures['stage']),
      );
    const shares: Record<string, [number, number]> = {
      'status graded': [share(cases, ({ judged }) => judged.status === 'graded'), 0.5],
      'status held': [share(cases, ({ judged }) => judged.status === 'held'), 0.04],
      'status ungraded': [share(cases, ({ judged }) => judged.status === 'ungraded'), 0.02],
      ...Object.fromEntries(
        ['asIs', 'ratioToTarget', 'linear', 'steps', 'curve', 'rating', 'gapToTarget'].map((kind) => [
          `scoring ${kind}`,
          [share(metrics, ({ scoring }) => scoring.kind === kind), 0.08] satisfies [number, number],
        ]),
      ),
      'scoring where lower is better': [
        share(metrics, ({ direction }) => direction === 'lowerIsBetter'),
        0.15,
      ],
      'target constant': [share(metrics, ({ target }) => target?.kind === 'constant'), 0.05],
      'target measure': [share(metrics, ({ target }) => target?.kind === 'measure'), 0.05],
      'target stage': [share(metrics, ({ target }) => target?.kind === 'stage'), 0.05],
      'formula with full-width signs': [share(metrics, ({ formula }) => /[（），＋－×÷]/.test(formula)), 0.1],
      'formula with unary minus': [
        share(metrics, ({ formula }) => /(^|[-+*/(,（，＋－×÷])\s*[-－]/.test(formula)),
        0.05,
      ],
      'formula with min or max': [share(metrics, ({ formula }) => /(min|max)\s*[(（]/.test(formula)), 0.1],
      'formula with another function': [
        share(metrics, ({ formula }) => /(sum|mean|count|abs|round|floor|ceil|clamp)\s*[(（]/.test(formula)),
        0.05,
      ],
      'formula with if': [share(metrics, ({ formula }) => /if\s*[(（]/.test(formula)), 0.01],
      'formula with a power': [share(metrics, ({ formula }) => formula.includes('^')), 0.01],
      'formula with a percentage': [share(metrics, ({ formula }) => /[%％]/.test(formula)), 0.01],
      'formula with a division': [share(metrics, ({ formula }) => /[/÷]/.test(formula)), 0.2],
      'a division by zero': [share(cases, divides), 0.02],
      'a stage without a target': [share(cases, unlisted), 0.05],
      'value missing': [share(scored, ({ value }) => value === null), 0.05],
      'score missing, value not': [
        share(scored, ({ value, score }) => value !== null && score === null),
        0.01,
      ],
      'score zero for a missing value': [
        share(scored, ({ value, score }) => value === null && score !== null),
        0.01,
      ],
      'grade rule fired': [share(cases, ({ judged }) => judged.gradeRule !== undefined), 0.1],
      'an action fired': [share(cases, ({ judged }) => judged.actions.length > 0), 0.2],
      'two actions or more fired': [share(cases, ({ judged }) => judged.actions.length > 1), 0.1],
      'a tie at rounding': [share(cases, ({ ties }) => ties > 0), 0.1],
      'composite on the edge of a band': [share(cases, onEdge), 0.01],
      'figure on the threshold of a rule': [share(cases, onThreshold), 0.03],
      'composite below zero': [
        share(cases, ({ judged }) => judged.composite?.startsWith('-') === true),
        0.02,
      ],
      'rules three or four deep': [share(rules, ({ conditions }) => depth(conditions) >= 3), 0.1],
      'a model with named conditions': [share(models, (model) => model.conditions !== undefined), 0.2],
      'a rule with a reference': [share(rules, ({ conditions }) => references(conditions).length > 0), 0.05],
      'one band only': [share(models, ({ bands }) => bands.length === 1), 0.05],
      'a metric that weighs nothing': [
        share(models, (model) => model.metrics.some(({ weight }) => exact(weight) === 0n)),
        0.02,
      ],
    };
    for (const operator of [
      'equal',
      'notEqual',
      'in',
      'notIn',
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
      'isMissing',
    ]) {
      shares[`operator ${operator}`] = [
        share(compared, (comparison) => comparison.operator === operator),
        0.04,
      ];
    }
    for (const fact of ['composite', 'grade', 'stage', 'team', 'role']) {
      shares[`fact ${fact}`] = [share(compared, (comparison) => comparison.fact === fact), 0.04];
    }
    const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;
    console.log(
      `${cases.length} people judged in ${seconds.toFixed(2)} s, ${rounding.ties} ties at rounding`,
    );
    console.log(
      Object.entries(shares)
        .map(([name, [value]]) => `${percent(value).padStart(6)} ${name}`)
        .join('\n'),
    );
    const rare = Object.entries(shares).filter(([, [value, floor]]) => value < floor);
    expect(rare).toEqual([]);
  });
});
