import { compile, evaluateRow, tableOf } from '../../engine/index.ts';
import { collector, type OpenEngine } from './engine.ts';

/** Ours, in exact fractions: what all others are compared with. */
export const openReference: OpenEngine = (model, people) => {
  const program = compile(model);
  const table = (from: number, count: number) =>
    tableOf(
      program.inputs,
      people.slice(from, from + count).map(({ subject, facts }) => ({ subject, figures: facts })),
    ).table;
  return {
    judge(from, count) {
      let sum = 0;
      const part = table(from, count);
      for (let row = 0; row < count; row += 1) sum += Number(evaluateRow(program, part, row).composite);
      return sum;
    },
    outcomes(count) {
      const { outcomes, add } = collector(model, count);
      const part = table(0, count);
      for (let row = 0; row < count; row += 1) {
        const { composite, grade, actions } = evaluateRow(program, part, row);
        add({ composite, grade, actions: actions.map(({ rule }) => rule) });
      }
      return outcomes;
    },
  };
};
