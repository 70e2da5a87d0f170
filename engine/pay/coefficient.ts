import { errorAt, repeated } from '../check/issues.ts';
import { parseDecimal } from '../number/decimal.ts';
import type { PayKind } from './kind.ts';

/** A base times the coefficient of the grade. */
export const coefficient: PayKind<'coefficient'> = {
  kind: 'coefficient',
  check({ base, coefficients }, { model, pointer, formula }) {
    const listed = new Set(coefficients.map(({ grade }) => grade));
    const known = new Set(model.grades.map(({ id }) => id));
    const at = (index: number) => `${pointer}/coefficients/${index}/grade`;
    return [
      ...formula(base, 'base'),
      ...repeated(coefficients, ({ grade }) => grade, 'id.repeated', at),
      ...coefficients.flatMap(({ grade }, index) =>
        known.has(grade) ? [] : [errorAt('grade.unknown', at(index), { grade })],
      ),
      ...[...known].flatMap((grade) =>
        listed.has(grade) ? [] : [errorAt('pay.gradeMissing', `${pointer}/coefficients`, { grade })],
      ),
    ];
  },
  compile({ base, coefficients }, { builder, id, pointer, grade, formula }) {
    const nothing = builder.nothing(`${id}.`, { reason: 'unknown', pointer: `${pointer}/coefficients` });
    const factor = coefficients.reduceRight((otherwise, item, index) => {
      const at = `${pointer}/coefficients/${index}`;
      const name = builder.model(`${id}.`, `${at}/grade`, item.grade);
      const value = builder.model(`${id}.`, `${at}/coefficient`, parseDecimal(item.coefficient)!);
      const matches = builder.step(`${id}.`, 'equal', [grade, name]);
      return builder.step(index === 0 ? `${id}.coefficient` : `${id}.`, 'choose', [
        matches,
        value,
        otherwise,
      ]);
    }, nothing);
    return { exact: builder.step(`${id}.`, 'mul', [formula(base, 'base'), factor]) };
  },
};
