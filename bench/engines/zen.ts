import type { Model } from '../../schemas/index.ts';
import { actionName, calculationOf } from '../translate/calculation.ts';
import { zenExpression } from '../translate/zen.ts';
import type { Person } from '../workload/people.ts';
import { collector, type Engine, type OpenEngine } from './engine.ts';

interface Zen {
  ZenDecisionContent: new (content: object) => object;
  ZenEngine: new () => { createDecision(content: object): Decision };
}
interface Decision {
  evaluate(context: object): Promise<{ result: Record<string, unknown> }>;
}

/** Its package's name, at a distance: it is not installed with the product. */
const packageName = '@gorules/zen-engine';

/** One expression node, one subject after another. */
export const openZen: OpenEngine = (model, people) => open(model, people, 1);

/** The same with so many evaluations in flight. */
export const openZenConcurrent: OpenEngine = (model, people) => open(model, people, 64);

async function open(model: Model, people: readonly Person[], inFlight: number): Promise<Engine> {
  const { ZenEngine, ZenDecisionContent } = (await import(packageName)) as Zen;
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(model)));
  const judged = async (row: number) => (await decision.evaluate(people[row]!.facts)).result;
  return {
    async judge(from, count) {
      let sum = 0;
      for (let start = from; start < from + count; start += inFlight) {
        const rows = Math.min(inFlight, from + count - start);
        if (inFlight === 1) sum += Number((await judged(start))['composite']);
        else {
          const results = await Promise.all(
            Array.from({ length: rows }, (_, index) => judged(start + index)),
          );
          for (const result of results) sum += Number(result['composite']);
        }
      }
      return sum;
    },
    async outcomes(count) {
      const { outcomes, add } = collector(model, count);
      const actions = (model.actions ?? []).map(({ id }) => id);
      for (let row = 0; row < count; row += 1) {
        const result = await judged(row);
        add({
          composite: Number(result['composite']),
          grade: String(result['grade']),
          actions: actions.filter((id) => result[actionName(id)] === true),
        });
      }
      return outcomes;
    },
  };
}

function graphOf(model: Model): object {
  const { figures, rules } = calculationOf(model);
  const assignments = [...figures, ...rules];
  const assigned = new Set(assignments.map(({ name }) => name));
  const read = (name: string) => (assigned.has(name) ? `$.${name}` : name);
  const expressions = assignments.map(({ name, expression }) => ({
    id: name,
    key: name,
    value: zenExpression(expression, read),
  }));
  const node = (id: string, type: string, content?: object) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content && { content }),
  });
  return {
    nodes: [
      node('input', 'inputNode'),
      node('model', 'expressionNode', { expressions }),
      node('output', 'outputNode'),
    ],
    edges: [
      { id: 'in', sourceId: 'input', targetId: 'model', type: 'edge' },
      { id: 'out', sourceId: 'model', targetId: 'output', type: 'edge' },
    ],
  };
}
