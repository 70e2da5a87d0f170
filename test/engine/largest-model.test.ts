import { expect, it } from 'vitest';
import { check, compile, evaluate } from '../../engine/index.ts';
import type { Comparison, Condition, Conditions, Model } from '../../schemas/index.ts';
import { tableFor } from '../support/evaluate-rows.ts';
import { g3Model } from '../support/models.ts';
import { checkedReceipts } from '../support/receipts.ts';

const bytes = 256 * 1024;
const deepest = 32;
const mostNodes = 5000;

/** As many rules as fit, each 32 deep, with a comparison at every depth. */
function largestModel(): { model: Model; nodes: number } {
  const rule = (index: number) => {
    const at = (depth: number): Comparison => ({
      fact: 'composite',
      operator: depth % 2 === 0 ? 'greaterThan' : 'everyValue:lessThan',
      value: depth % 2 === 0 ? index : [200 + depth, 300],
    });
    const within = (depth: number): Conditions => {
      const parts: Condition[] = depth === deepest ? [at(depth)] : [at(depth), within(depth + 1)];
      return depth % 3 === 0 ? { any: parts } : { all: parts };
    };
    return {
      id: `r${index}`,
      name: { zh: '规则', en: 'Rule' },
      conditions: within(1),
      event: { type: 'talk' },
    };
  };
  const model = g3Model();
  model.actions = [];
  let size = JSON.stringify(model).length;
  for (let index = 0; ; index += 1) {
    const next = rule(index);
    size += JSON.stringify(next).length + 1;
    const nodes = 2 * deepest * index;
    if (size > bytes || nodes + 2 * deepest > mostNodes) return { model, nodes };
    model.actions.push(next);
  }
}

it('the largest model is compiled and evaluated in a moment', () => {
  const { model, nodes } = largestModel();
  expect(check(model)).toEqual([]);
  const started = performance.now();
  const program = compile(model);
  const compiled = performance.now();
  const figures = Object.fromEntries(program.inputs.map(({ name }) => [name, '90']));
  const table = tableFor(
    program,
    Array.from({ length: 100 }, () => figures),
  );
  const begun = performance.now();
  const results = evaluate(program, table);
  const person = (performance.now() - begun) / results.length;
  console.log(
    `largest model: ${nodes} nodes, compiled in ${(compiled - started).toFixed(0)} ms, ${person.toFixed(2)} ms a person of 100`,
  );
  expect(results).toHaveLength(100);
  expect(results[0]!.actions.length).toBeGreaterThan(0);
  checkedReceipts(program, tableFor(program, [figures]));
});
