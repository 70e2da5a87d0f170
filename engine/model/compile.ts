import type { ActionRule, GradeRule, Model } from '../../schemas/index.ts';
import { hashOf } from '../document/hash.ts';
import { createBuilder } from '../program/builder.ts';
import type { Step } from '../program/program.ts';
import type { StepRef } from '../program/builder.ts';
import type { Input } from '../table.ts';
import { compileComposite } from './compile-composite.ts';
import {
  compileBands,
  compileGrade,
  compileRules,
  type FactResolver,
  type RuleSteps,
} from './compile-grade.ts';
import { compileMetric, type MetricSteps } from './compile-metric.ts';
import { compileRanking, type RankSteps } from './compile-ranking.ts';
import { attributes } from './names.ts';
import { rankingColumns } from '../ranking/columns.ts';

/** A compiled model: its steps, and where the figures of a result stand among them. */
export interface Program {
  readonly model: Model;
  /** SHA-256 of the model's RFC 8785 form. */
  readonly hash: string;
  readonly steps: readonly Step[];
  /** The columns it asks for. */
  readonly inputs: readonly Input[];
  readonly metrics: readonly MetricSteps[];
  readonly composite: StepRef;
  readonly compositePlaces: number;
  readonly held: StepRef | undefined;
  readonly bandGrade: StepRef;
  /** Undefined where the model ranks nobody. */
  readonly rank: RankSteps | undefined;
  readonly grade: StepRef;
  readonly gradeRules: readonly RuleSteps<GradeRule>[];
  readonly actions: readonly RuleSteps<ActionRule>[];
}

/** Compiles a model that `check` found no error in; anything else is a bug of the caller's. */
export function compile(model: Model): Program {
  const builder = createBuilder();
  const metrics = model.metrics.map((metric, index) => compileMetric(builder, metric, `/metrics/${index}`));
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const compositePlaces = model.places ?? 2;
  const { composite, held } = compileComposite(builder, metrics, compositePlaces);

  const resolveWith =
    (grade: StepRef): FactResolver =>
    (fact, path) => {
      const metric = byId.get(fact);
      if (metric !== undefined) return path === 'score' ? metric.score : metric.value;
      if (fact === 'composite') return composite;
      if (fact === 'grade') return grade;
      return builder.column(fact === 'rank' ? rankingColumns.position : fact);
    };
  const bandGrade = compileBands(builder, model.bands, composite);
  const { grade: given, rank } = compileRanking(builder, model, bandGrade);
  const gradeRules = compileRules(builder, model.gradeRules ?? [], 'gradeRules', resolveWith(given));
  const grade = compileGrade(builder, gradeRules, model.gradeRules ?? [], given);
  const actions = compileRules(builder, model.actions ?? [], 'actions', resolveWith(grade));

  let hash: string | undefined;
  return {
    model,
    // Receipts ask for it; a weight that is being dragged does not.
    get hash() {
      return (hash ??= hashOf(model));
    },
    steps: builder.steps,
    inputs: inputsOf(builder.steps),
    metrics,
    composite,
    compositePlaces,
    held,
    bandGrade,
    rank,
    grade,
    gradeRules,
    actions,
  };
}

function inputsOf(steps: readonly Step[]): Input[] {
  const texts: readonly string[] = [...attributes, rankingColumns.grade];
  const derived: readonly string[] = Object.values(rankingColumns);
  return steps.flatMap((step) => {
    if (step.op !== 'given' || step.source.kind !== 'column') return [];
    const { name } = step.source;
    const kind = texts.includes(name) ? ('text' as const) : ('number' as const);
    return [derived.includes(name) ? { name, kind, derived: true } : { name, kind }];
  });
}
