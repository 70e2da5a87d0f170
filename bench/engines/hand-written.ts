import { collector, type OpenEngine } from './engine.ts';
import { writtenModule } from './written-module.ts';

/** JavaScript written for this one model, with a result object for every subject. */
export const openHandWritten: OpenEngine = async (model, people) => {
  const { judge } = await writtenModule(model);
  return {
    judge(from, count) {
      let sum = 0;
      for (let row = from; row < from + count; row += 1) {
        const { subject, facts } = people[row]!;
        sum += judge(subject, facts).composite;
      }
      return sum;
    },
    outcomes(count) {
      const { outcomes, add } = collector(model, count);
      for (const { subject, facts } of people.slice(0, count)) {
        const { composite, grade, actions } = judge(subject, facts);
        add({ composite, grade, actions: actions.map(({ rule }) => rule) });
      }
      return outcomes;
    },
  };
};
