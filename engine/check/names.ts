import type { Issue, Model } from '../../schemas/index.ts';
import { reservedNames } from '../model/names.ts';
import { errorAt, repeated } from './issues.ts';

/** Ids used twice, reserved, or written in a Unicode form that looks like another. */
export function checkNames(model: Model): Issue[] {
  const figures = [
    ...model.measures.map(({ id }, index) => ({ id, pointer: `/measures/${index}/id` })),
    ...model.metrics.map(({ id }, index) => ({ id, pointer: `/metrics/${index}/id` })),
    ...(model.pay ?? []).map(({ id }, index) => ({ id, pointer: `/pay/${index}/id` })),
  ];
  const id = (item: { readonly id: string }) => item.id;
  return [
    ...repeated(figures, id, 'id.repeated', (index) => figures[index]!.pointer),
    ...repeated(model.groups, id, 'id.repeated', (index) => `/groups/${index}/id`),
    ...repeated(model.grades, id, 'id.repeated', (index) => `/grades/${index}/id`),
    ...repeated(model.gradeRules ?? [], id, 'id.repeated', (index) => `/gradeRules/${index}/id`),
    ...repeated(model.actions ?? [], id, 'id.repeated', (index) => `/actions/${index}/id`),
    ...figures.flatMap((figure) => [
      ...(reservedNames.includes(figure.id)
        ? [errorAt('id.reserved', figure.pointer, { id: figure.id })]
        : []),
      ...(figure.id === figure.id.normalize('NFC')
        ? []
        : [errorAt('id.notNormalised', figure.pointer, { id: figure.id })]),
    ]),
  ];
}
