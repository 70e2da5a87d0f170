import type { Issue, Model } from '../../schemas/index.ts';
import { namesIn } from '../formula/formula-text.ts';
import { comparisonsOf } from './conditions.ts';
import { checkFilterForm } from './filters.ts';
import { errorAt } from './issues.ts';

/** Where the subjects come from, and that what is judged is about them. */
export function checkSubjects(model: Model): Issue[] {
  const { subject, subjects } = model;
  const known = subject === 'person' || subject === 'team';
  if (known && subjects !== undefined) return [errorAt('subject.rowsUnexpected', '/subjects', { subject })];
  return [
    ...(known || subjects !== undefined ? [] : [errorAt('subject.rowsMissing', '/subject', { subject })]),
    ...checkFilterForm(subjects?.where, '/subjects/where'),
    ...checkAbout(model),
  ];
}

/** A measure about others is one that measures are made from; nothing else can read it. */
function checkAbout(model: Model): Issue[] {
  const others = new Set(model.measures.flatMap(({ id, about }) => (about === undefined ? [] : [id])));
  if (others.size === 0) return [];
  const rules = (['conditions', 'gradeRules', 'actions'] as const).flatMap((list) =>
    (model[list] ?? []).flatMap(({ conditions }, index) =>
      comparisonsOf(conditions, `/${list}/${index}/conditions`).map(({ comparison, pointer }) => ({
        id: comparison.fact,
        pointer: `${pointer}/fact`,
      })),
    ),
  );
  const metrics = model.metrics.flatMap(({ formula, target }, index) => [
    ...namesIn(formula).map((id) => ({ id, pointer: `/metrics/${index}/formula` })),
    ...(target?.kind === 'measure'
      ? [{ id: target.measure, pointer: `/metrics/${index}/target/measure` }]
      : []),
  ]);
  return [...metrics, ...rules]
    .filter(({ id }) => others.has(id))
    .map(({ id, pointer }) => errorAt('measure.aboutOthers', pointer, { measure: id }));
}
