import { canSee, type Caller } from '../../engine/access/can.ts';
import type { Program } from '../../engine/index.ts';
import type { Dataset } from '../../schemas/index.ts';

/** The measures that a program asks for and that are made of columns which the caller may not see of everybody. */
export function hiddenMeasures(
  caller: Caller | undefined,
  { model, inputs }: Program,
  datasets: readonly Dataset[],
): string[] {
  const asked = new Set(inputs.map(({ name }) => name));
  const hidden = new Set<string>();
  for (const { id, aggregate } of model.measures) {
    const words = wordsIn(aggregate);
    const dataset = datasets.find((one) => words.has(one.id));
    const isHidden = dataset?.columns.some(
      ({ id: column, sensitivity }) =>
        sensitivity !== undefined &&
        words.has(column) &&
        (caller === undefined || !canSee(caller, sensitivity, undefined)),
    );
    if (isHidden === true) hidden.add(id);
  }
  // What is made of a hidden one tells of it.
  for (let grown = true; grown;) {
    grown = false;
    for (const { id, aggregate } of model.measures) {
      if (hidden.has(id) || ![...wordsIn(aggregate)].some((word) => hidden.has(word))) continue;
      hidden.add(id);
      grown = true;
    }
  }
  return [...hidden].filter((id) => asked.has(id));
}

function wordsIn(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set([value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((inner) => [...wordsIn(inner)]));
}
