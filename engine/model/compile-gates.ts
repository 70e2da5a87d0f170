import type { Gate, Model } from '../../schemas/index.ts';
import { compileConditions, type Vocabulary } from '../condition/compile-condition.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** A gate and where its verdict stands in the program. */
export interface GateSteps {
  readonly gate: Gate;
  readonly verdict: StepRef;
}

/** The grade after all gates: one that is better than the cap of a gate that fires becomes that cap. */
export function compileGates(
  builder: Builder,
  { gates = [], grades }: Model,
  ruled: StepRef,
  known: Vocabulary,
): { readonly grade: StepRef; readonly gates: readonly GateSteps[] } {
  const steps = gates.map((gate, index): GateSteps => {
    const scope = { id: `gates:${gate.id}`, pointer: `/gates/${index}/conditions`, ...known };
    return { gate, verdict: compileConditions(builder, gate.conditions, scope) };
  });
  const grade = steps.reduce((before, { gate, verdict }, index) => {
    const cap = grades.findIndex(({ id }) => id === gate.cap);
    const better = grades.slice(0, cap).map(({ id }, place) => {
      const name = builder.model('grade.', `/grades/${place}/id`, id);
      return builder.step('grade.', 'equal', [before, name]);
    });
    const lowers = builder.step('grade.', 'and', [verdict, builder.step('grade.', 'or', better)]);
    const capped = builder.model('grade.', `/gates/${index}/cap`, gate.cap);
    const last = index === steps.length - 1;
    return builder.step(last ? 'grade' : 'grade.', 'choose', [lowers, capped, before]);
  }, ruled);
  return { grade, gates: steps };
}
