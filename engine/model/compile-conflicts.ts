import type { ActionRule, Conflict } from '../../schemas/index.ts';
import type { Builder, StepRef } from '../program/builder.ts';
import type { RuleSteps } from './compile-grade.ts';

/** An action rule, whether it fires, and whether its action is proposed after all conflicts. */
export interface ActionSteps extends RuleSteps<ActionRule> {
  readonly fires: StepRef;
}

/** A conflict, and for each action it is about whether that one still stands after it. */
export interface ConflictSteps {
  readonly conflict: Conflict;
  readonly stands: ReadonlyMap<string, StepRef>;
}

/** Resolves the conflicts in their order: what one sets aside counts in none after it. */
export function compileConflicts(
  builder: Builder,
  rules: readonly RuleSteps<ActionRule>[],
  conflicts: readonly Conflict[],
): { readonly actions: readonly ActionSteps[]; readonly conflicts: readonly ConflictSteps[] } {
  let actions = rules.map((rule): ActionSteps => ({ ...rule, fires: rule.verdict }));
  const resolved = conflicts.map((conflict): ConflictSteps => {
    const about = actions.filter(({ rule }) => conflict.types.includes(rule.event.type));
    const stands = standing(builder, conflict, about);
    actions = actions.map((action) => ({ ...action, verdict: stands.get(action.rule.id) ?? action.verdict }));
    return { conflict, stands };
  });
  return { actions, conflicts: resolved };
}

function standing(builder: Builder, { id, types, keep }: Conflict, about: readonly ActionSteps[]) {
  const scope = `conflicts:${id}.`;
  // A rule that is unknown does not fire.
  const fired = about.map(({ rule, verdict }) => {
    const known = builder.step(scope, 'not', [builder.step(scope, 'missing', [verdict])]);
    return { rule, fires: builder.step(scope, 'and', [known, verdict]) };
  });
  const noneOf = (others: typeof fired) =>
    builder.step(scope, 'not', [
      builder.step(
        scope,
        'or',
        others.map(({ fires }) => fires),
      ),
    ]);
  const unless = (step: StepRef, others: typeof fired) =>
    others.length === 0 ? step : builder.step(scope, 'and', [step, noneOf(others)]);
  const kept = new Map<string, StepRef>();
  for (const type of types) {
    const own = fired.filter(({ rule }) => rule.event.type === type);
    const beaten = (place: number) =>
      fired.filter((other) => {
        if (other.rule.event.type === type) return false;
        if (keep === 'none') return true;
        return keep === 'listed'
          ? types.indexOf(other.rule.event.type) < types.indexOf(type)
          : fired.indexOf(other) < place;
      });
    const firsts = own.map((action) => unless(action.fires, beaten(fired.indexOf(action))));
    kept.set(type, builder.step(scope, 'or', firsts));
  }
  return new Map(
    fired.map(({ rule, fires }) => [
      rule.id,
      builder.step(`conflicts:${id}:${rule.id}`, 'and', [fires, kept.get(rule.event.type)!]),
    ]),
  );
}
