import { compile, judge, rowEvaluator, tableOf, type Program } from '../../engine/index.ts';
import type { Model } from '../../schemas/index.ts';
import type { Person } from '../workload/people.ts';
import { collector, type Engine, type OpenEngine, type Verdict } from './engine.ts';

/** The figures of the workload have two decimals. */
const places = 2;

/** One subject after another: composite, grade, and of each action whether it fired. */
export const openCompact: OpenEngine = (model, people) => {
  const program = compile(model);
  const { compact } = rowEvaluator(program, places);
  const ids = program.actions.map(({ rule }) => rule.id);
  return byRow(
    model,
    people,
    ({ facts }) => compact(facts).composite ?? 0,
    ({ facts }) => {
      const { composite, grade, actions } = compact(facts);
      return { composite, grade, actions: ids.filter((_, index) => actions[index]) };
    },
  );
};

/** One subject after another: the result as the product stores it. */
export const openResult: OpenEngine = (model, people) => {
  const { result } = rowEvaluator(compile(model), places);
  return byRow(
    model,
    people,
    ({ subject, facts }) => Number(result(subject, facts).composite),
    ({ subject, facts }) => {
      const { composite, grade, actions } = result(subject, facts);
      return { composite, grade, actions: actions.map(({ rule }) => rule) };
    },
  );
};

/** From how many rows one table is made. */
const tableRows = 2_000;

/** Rows into a table, then one subject after another: the result, and the receipt of every step as the product stores it. */
export const openReceipt: OpenEngine = (model, people) => {
  const program = compile(model);
  const receipts = (count: number) => judge(program, tableFor(program, people.slice(0, count)));
  return {
    atOnce: tableRows,
    judge() {
      let sum = 0;
      for (const { result, receipt } of receipts(tableRows)) sum += Number(result.composite) + receipt.length;
      return sum;
    },
    outcomes(count) {
      const { outcomes, add } = collector(model, count);
      for (const { result } of receipts(count)) {
        const { composite, grade, actions } = result;
        add({ composite, grade, actions: actions.map(({ rule }) => rule) });
      }
      return outcomes;
    },
  };
};

function tableFor({ inputs }: Program, people: readonly Person[]) {
  return tableOf(
    inputs,
    people.map(({ subject, facts }) => ({ subject, figures: facts })),
  ).table;
}

function byRow(
  model: Model,
  people: readonly Person[],
  composite: (person: Person) => number,
  verdict: (person: Person) => Verdict,
): Engine {
  return {
    judge(from, count) {
      let sum = 0;
      for (let row = from; row < from + count; row += 1) sum += composite(people[row]!);
      return sum;
    },
    outcomes(count) {
      const { outcomes, add } = collector(model, count);
      for (const person of people.slice(0, count)) add(verdict(person));
      return outcomes;
    },
  };
}
