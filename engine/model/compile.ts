import type { GradeRule, Model } from '../../schemas/index.ts';
import type { Vocabulary } from '../condition/compile-condition.ts';
import { namedConditions } from '../condition/named-conditions.ts';
import { hashOf } from '../document/hash.ts';
import { createBuilder } from '../program/builder.ts';
import type { Step } from '../program/program.ts';
import type { StepRef } from '../program/builder.ts';
import type { Input } from '../table.ts';
import { compileAdjustment, type AdjustmentSteps } from './compile-adjustment.ts';
import { compileComposite } from './compile-composite.ts';
import { compileConflicts, type ActionSteps, type ConflictSteps } from './compile-conflicts.ts';
import { compileGates, type GateSteps } from './compile-gates.ts';
import { compileBands, compileGrade, compileRules, type RuleSteps } from './compile-grade.ts';
import { compileMetric, type MetricSteps } from './compile-metric.ts';
import { compileOverlays, type OverlaySteps } from './compile-overlays.ts';
import { compilePoints, type AllPoints } from './compile-points.ts';
import { compileRanking, type RankSteps } from './compile-ranking.ts';
import { attributes } from './names.ts';
import { compilePay, type PaySteps } from '../pay/compile-pay.ts';
import { isPoolColumn } from '../pay/pool-columns.ts';
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
  readonly overlays: readonly OverlaySteps[];
  readonly composite: StepRef;
  /** The composite before points and adjustments; undefined where the model has neither. */
  readonly base: StepRef | undefined;
  readonly points: AllPoints | undefined;
  readonly adjustment: AdjustmentSteps | undefined;
  readonly compositePlaces: number;
  readonly held: StepRef | undefined;
  readonly bandGrade: StepRef;
  /** Undefined where the model ranks nobody. */
  readonly rank: RankSteps | undefined;
  readonly grade: StepRef;
  readonly gradeRules: readonly RuleSteps<GradeRule>[];
  readonly gates: readonly GateSteps[];
  readonly actions: readonly ActionSteps[];
  readonly conflicts: readonly ConflictSteps[];
  /** Undefined where the model pays nothing. */
  readonly pay: PaySteps | undefined;
}

/** Compiles a model that `check` found no error in; anything else is a bug of the caller's. */
export function compile(model: Model): Program {
  const builder = createBuilder();
  const named = namedConditions(model);
  const columns: Vocabulary = { named, resolve: (fact) => builder.column(fact) };
  const overlays = compileOverlays(builder, model.overlays ?? [], columns);
  const metrics = model.metrics.map((metric, index) =>
    compileMetric(builder, metric, `/metrics/${index}`, overlays, columns),
  );
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const measured: Vocabulary = {
    named,
    resolve(fact, path) {
      const metric = byId.get(fact);
      if (metric === undefined) return builder.column(fact);
      if (path === 'level') return metric.level!;
      return path === 'score' ? metric.score : metric.value;
    },
  };

  const compositePlaces = model.places ?? 2;
  const points = compilePoints(builder, model, compositePlaces, measured);
  const adjustment = model.adjustments && compileAdjustment(builder, model.adjustments, compositePlaces);
  const { composite, base, held } = compileComposite(builder, metrics, compositePlaces, {
    points,
    adjustment,
  });

  const knownWith = (grade: StepRef): Vocabulary => ({
    named,
    resolve(fact, path) {
      if (fact === 'composite') return composite;
      if (fact === 'grade') return grade;
      return fact === 'rank' ? builder.column(rankingColumns.position) : measured.resolve(fact, path);
    },
  });
  const { gradeRules: rules = [], gates: gated = [], actions: listed = [] } = model;
  const bandGrade = compileBands(builder, model.bands, composite);
  const { grade: given, rank } = compileRanking(builder, model, bandGrade);
  const gradeRules = compileRules(builder, rules, 'gradeRules', knownWith(given));
  const ruled = compileGrade(builder, gradeRules, rules, given, gated.length > 0 ? 'grade.ruled' : 'grade');
  const { grade, gates } = compileGates(builder, model, ruled, knownWith(ruled));
  const fired = compileRules(builder, listed, 'actions', knownWith(grade));
  const { actions, conflicts } = compileConflicts(builder, fired, model.conflicts ?? []);
  // Last, so that a receipt without its pay is the beginning of the whole one.
  const pay = compilePay(builder, model, { metrics, composite, grade, held });

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
    overlays,
    composite,
    base,
    points,
    adjustment,
    compositePlaces,
    held,
    bandGrade,
    rank,
    grade,
    gradeRules,
    gates,
    actions,
    conflicts,
    pay,
  };
}

function inputsOf(steps: readonly Step[]): Input[] {
  const texts: readonly string[] = [...attributes, rankingColumns.grade];
  const derived: readonly string[] = Object.values(rankingColumns);
  return steps.flatMap((step) => {
    if (step.op !== 'given' || step.source.kind !== 'column') return [];
    const { name } = step.source;
    const kind = texts.includes(name) ? ('text' as const) : ('number' as const);
    return [derived.includes(name) || isPoolColumn(name) ? { name, kind, derived: true } : { name, kind }];
  });
}
