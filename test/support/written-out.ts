import type { Model } from '../../schemas/index.ts';

/** The model without named conditions, each written out wherever it is referred to. */
export function writtenOut({ conditions = [], ...model }: Model): Model {
  const named = new Map<unknown, unknown>(conditions.map((item) => [item.id, item.conditions]));
  const write = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(write);
    if (typeof node !== 'object' || node === null) return node;
    if ('condition' in node) return write(named.get(node.condition));
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, write(value)]));
  };
  return write(model) as Model;
}
