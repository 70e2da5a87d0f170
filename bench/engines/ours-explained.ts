import { compile, type Program } from '../../engine/index.ts';
import type { RowMachine } from '../../engine/fast/closures.ts';
import { fastProgram, type FastProgram } from '../../engine/fast/fast-program.ts';
import type { Node, NodeRef } from '../../engine/fast/node.ts';
import { truthsInColumn } from '../../engine/fast/wasm/layout.ts';
import { blockMachine } from '../../engine/fast/wasm/machine.ts';
import type { ActionRule, Comparison, Condition, GradeRule } from '../../schemas/index.ts';
import type { Person } from '../workload/people.ts';
import { collector, type OpenEngine } from './engine.ts';

type Fact = number | string | null;
type Truth = boolean | null;

/** What came of a condition: as json-rules-engine says it, but that unknown is null. */
type Explained =
  | { readonly operator: 'all' | 'any' | 'not'; readonly parts: readonly Explained[]; readonly result: Truth }
  | {
      readonly fact: string;
      readonly path: string | undefined;
      readonly operator: string;
      readonly value: unknown;
      readonly factResult: Fact;
      readonly result: Truth;
    };

/**
 * One subject after another: the figures, and of every rule the tree of its conditions with facts and outcomes, as
 * json-rules-engine builds it for every run.
 */
export const openExplained: OpenEngine = (model, people) => {
  const program = compile(model);
  const fast = fastProgram(program, () => 2);
  if (fast === undefined) throw new Error('the reference back end only can carry the model');
  const explain = explainer(program, fast);
  return {
    judge(from, count) {
      let sum = 0;
      for (let row = from; row < from + count; row += 1) sum += explain(people[row]!).composite ?? 0;
      return sum;
    },
    outcomes(count) {
      const { outcomes, add } = collector(model, count);
      for (const person of people.slice(0, count)) {
        const { composite, grade, rules } = explain(person);
        const fired = rules.filter(({ event, result }) => event.type !== 'grade' && result === true);
        add({ composite, grade, actions: fired.map(({ name }) => name) });
      }
      return outcomes;
    },
  };
};

function explainer(program: Program, { lowered, single }: FastProgram) {
  const read = reader(lowered.nodes, program.inputs.length, single);
  const texts = new Map(lowered.texts.map((text, id) => [text, id]));
  let facts: Person['facts'] = {};
  const load = (input: number): number => {
    const { name, kind } = program.inputs[input]!;
    const given = facts[name]!;
    return kind === 'text' ? (texts.get(given as string) ?? -1) : Math.round((given as number) * 100);
  };
  const truth = (step: number): (() => Truth) => {
    const value = read.truth(lowered.figures[step]!.node);
    return () => (value() === 1 ? true : value() === 0 ? false : null);
  };
  const figure = (step: number): (() => number | null) => {
    const { node, places, divisor } = lowered.figures[step]!;
    const units = 10 ** places * divisor;
    const value = read.value(node);
    return () => (Number.isNaN(value()) ? null : value() / units);
  };
  const gradeId = read.value(lowered.figures[program.grade]!.node);
  const grade = () => (Number.isNaN(gradeId()) ? null : lowered.texts[gradeId()]!);
  /** The reader of the fact that a comparison asks for. */
  const factOf = (name: string, path: Comparison['path']): (() => Fact) => {
    const metric = program.metrics.find(({ id }) => id === name);
    if (metric !== undefined) return figure(path === 'score' ? metric.score : metric.value);
    if (name === 'composite') return figure(program.composite);
    if (name === 'grade') return grade;
    return () => facts[name] ?? null;
  };
  /** The steps of a condition stand under its own as its parts stand in it. */
  const condition = (node: Condition, step: number): (() => Explained) => {
    const result = truth(step);
    const under = program.steps[step]!;
    const args = under.op === 'given' ? [] : under.args;
    const group = (operator: 'all' | 'any' | 'not', nodes: readonly Condition[]) => {
      const parts = nodes.map((part, index) => condition(part, args[index]!));
      return (): Explained => ({ operator, parts: parts.map((part) => part()), result: result() });
    };
    if ('all' in node) return group('all', node.all);
    if ('any' in node) return group('any', node.any);
    if ('not' in node) return group('not', [node.not]);
    if ('condition' in node) throw new Error('no references in the workload');
    const { fact, path, operator, value } = node;
    const read = factOf(fact, path);
    return () => ({ fact, path, operator, value, factResult: read(), result: result() });
  };
  const rules = [...program.gradeRules, ...program.actions].map(({ rule, verdict }) => {
    const { id, priority = 1, event }: GradeRule | ActionRule = rule;
    const tree = condition(rule.conditions, verdict);
    const result = truth(verdict);
    return () => ({ name: id, priority, event, conditions: tree(), result: result() });
  });
  const metrics = program.metrics.map(({ id, value, score, weighted }) => ({
    id,
    value: figure(value),
    score: figure(score),
    weighted: figure(weighted),
  }));
  const composite = figure(program.composite);
  const run = read.ready();
  return (person: Person) => {
    facts = person.facts;
    run(load);
    return {
      subject: person.subject,
      composite: composite(),
      grade: grade(),
      metrics: metrics.map(({ id, value, score, weighted }) => ({
        id,
        value: value(),
        score: score(),
        weighted: weighted(),
      })),
      rules: rules.map((rule) => rule()),
    };
  };
}

/** Reads nodes of a row: all are asked for before the first row is run. */
interface Reader {
  value(node: NodeRef): () => number;
  truth(node: NodeRef): () => number;
  ready(): (load: (input: number) => number) => void;
}

/** By WebAssembly; by the closures where a row is undecided or something in it is missing, so that truths may be unknown. */
function reader(nodes: readonly Node[], inputs: number, single: RowMachine): Reader {
  const asked = { values: [] as NodeRef[], truths: [] as NodeRef[] };
  const values: number[] = [];
  const truths: number[] = [];
  const slot = (list: NodeRef[], node: NodeRef) =>
    list.includes(node) ? list.indexOf(node) : list.push(node) - 1;
  return {
    value(node) {
      const at = slot(asked.values, node);
      return () => values[at]!;
    },
    truth(node) {
      const at = slot(asked.truths, node);
      return () => truths[at]!;
    },
    ready() {
      const machine = blockMachine(nodes, inputs, asked);
      return (load) => {
        let missing = machine === undefined;
        if (machine !== undefined) {
          for (let input = 0; input < inputs; input += 1) {
            const figure = load(input);
            if (Number.isNaN(figure)) missing = true;
            machine.inputs[input]![0] = figure;
          }
          machine.run(1);
          missing ||= machine.undecided(0);
          for (let at = 0; at < asked.values.length; at += 1) {
            const value = machine.values[at]![0]!;
            if (Number.isNaN(value)) missing = true;
            values[at] = value;
          }
          let rest = 0;
          for (let at = 0; at < asked.truths.length; at += 1) {
            rest =
              at % truthsInColumn === 0 ? machine.truths[at / truthsInColumn]![0]! : Math.floor(rest / 2);
            truths[at] = rest - 2 * Math.floor(rest / 2);
          }
        }
        if (!missing) return;
        if (!single.run(load)) throw new Error('a figure that is too large');
        for (const [at, node] of asked.values.entries()) values[at] = single.values[node]!;
        for (const [at, node] of asked.truths.entries()) truths[at] = single.values[node]!;
      };
    },
  };
}
