import type { Issue, Model } from '../../schemas/index.ts';
import { reservedNames } from '../model/names.ts';
import { errorAt, repeated } from './issues.ts';

const lists = [
  'groups',
  'grades',
  'gradeRules',
  'actions',
  'conditions',
  'overlays',
  'points',
  'gates',
  'conflicts',
] as const;

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
    ...lists.flatMap((list) =>
      repeated<{ readonly id: string }>(
        model[list] ?? [],
        id,
        'id.repeated',
        (index) => `/${list}/${index}/id`,
      ),
    ),
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
