import type { Action, Result, SetAside } from '../../schemas/index.ts';
import type { ActionSteps } from '../model/compile-conflicts.ts';
import type { Program } from '../model/compile.ts';
import type { RowFigures } from '../row-figures.ts';

/** The actions proposed, and those that a conflict set aside. */
export function actionsOf(program: Program, figures: RowFigures): Pick<Result, 'actions' | 'setAside'> {
  const actions: Action[] = [];
  for (const { rule, verdict } of program.actions) {
    if (!figures.holds(verdict)) continue;
    const { id, event, priority = 1 } = rule;
    actions.push({ rule: id, type: event.type, params: event.params ?? {}, priority });
  }
  if (program.conflicts.length === 0) return { actions };
  const beaten = program.actions.filter(
    ({ fires, verdict }) => figures.holds(fires) && !figures.holds(verdict),
  );
  if (beaten.length === 0) return { actions };
  return { actions, setAside: beaten.map((action) => setAside(program, figures, action)) };
}

/** By the first conflict after which the action no longer stands, and by the first action of another type that does. */
function setAside({ actions, conflicts }: Program, figures: RowFigures, { rule }: ActionSteps): SetAside {
  const { conflict, stands } = conflicts.find((item) => {
    const step = item.stands.get(rule.id);
    return step !== undefined && !figures.holds(step);
  })!;
  const kept = actions.find((other) => {
    const step = stands.get(other.rule.id);
    return step !== undefined && figures.holds(step);
  });
  return { rule: rule.id, conflict: conflict.id, ...(kept && { by: kept.rule.id }) };
}
