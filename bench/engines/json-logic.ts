import { actionName, calculationOf } from '../translate/calculation.ts';
import { jsonLogic } from '../translate/json-logic.ts';
import { collector, type OpenEngine } from './engine.ts';

type Context = Record<string, unknown>;
interface JsonLogic {
  LogicEngine: new () => {
    addMethod(name: string, method: (args: unknown) => unknown, options: { deterministic: boolean }): void;
    build(logic: unknown): (context: Context) => unknown;
  };
}

/** Its package's name, at a distance: it is not installed with the product. */
const packageName = 'json-logic-engine';

/** Every assignment compiled on its own, over a context whose shape never changes. */
export const openJsonLogic: OpenEngine = async (model, people) => {
  const { LogicEngine } = (await import(packageName)) as JsonLogic;
  const engine = new LogicEngine();
  const first = (args: unknown) => Number(Array.isArray(args) ? args[0] : args);
  const method = (name: string, of: (x: number) => number) =>
    engine.addMethod(name, (args) => of(first(args)), { deterministic: true });
  method('abs', Math.abs);
  method('round4', (x) => Math.floor(Math.round(x * 1e9) / 1e5 + 0.5) / 1e4);
  method('round2', (x) => Math.floor(Math.round(x * 1e6) / 1e4 + 0.5) / 1e2);

  const { figures, rules } = calculationOf(model);
  const assignments = [...figures, ...rules].map(({ name, expression }) => ({
    name,
    compute: engine.build(jsonLogic(expression)),
  }));
  const names = [...Object.keys(people[0]!.facts), ...assignments.map(({ name }) => name)];
  const context: Context = Object.fromEntries(names.map((name) => [name, null]));
  const judge = (row: number): Context => {
    const { facts } = people[row]!;
    for (const name in facts) context[name] = facts[name];
    for (const { name, compute } of assignments) context[name] = compute(context);
    return context;
  };
  return {
    judge(from, count) {
      let sum = 0;
      for (let row = from; row < from + count; row += 1) sum += Number(judge(row)['composite']);
      return sum;
    },
    outcomes(count) {
      const { outcomes, add } = collector(model, count);
      const actions = (model.actions ?? []).map(({ id }) => id);
      for (let row = 0; row < count; row += 1) {
        const judged = judge(row);
        add({
          composite: Number(judged['composite']),
          grade: String(judged['grade']),
          actions: actions.filter((id) => judged[actionName(id)] === true),
        });
      }
      return outcomes;
    },
  };
};
