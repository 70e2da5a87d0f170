import type { Model } from '../../../schemas/index.ts';

/** Whether metrics or other groups belong to a group. */
export function isGroupInUse({ groups, metrics }: Model, id: string): boolean {
  return metrics.some(({ group }) => group === id) || groups.some(({ parent }) => parent === id);
}

/** The model with one more group, which nothing belongs to yet. */
export function withNewGroup(model: Model): Model {
  const ids = new Set(model.groups.map(({ id }) => id));
  let number = model.groups.length + 1;
  while (ids.has(`group_${number}`)) number += 1;
  const name = { zh: `新维度 ${number}`, en: `New group ${number}` };
  return { ...model, groups: [...model.groups, { id: `group_${number}`, name }] };
}
