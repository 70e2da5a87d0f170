type Scalar = string | number | boolean;

/**
 * What a decorated operator, or a range, says of a fact that is there.
 * @param side of the fact against a value: below zero, zero, above it, or NaN where they cannot be ordered.
 */
export function decorated(
  operator: string,
  value: Scalar | Scalar[],
  side: (value: Scalar) => number,
): boolean {
  const [first, ...rest] = operator.split(':');
  const inner = rest.join(':');
  const list = [value].flat();
  if (first === 'not') return !decorated(inner, value, side);
  if (first === 'swap') return swapped(inner, value, side);
  if (first === 'someValue') return list.some((one) => decorated(inner, one, side));
  if (first === 'everyValue') return !list.some((one) => !decorated(inner, one, side));
  if (first === 'between') return side(list[0]!) >= 0 && side(list[1]!) <= 0;
  if (first === 'in') return list.some((one) => side(one) === 0);
  if (first === 'notIn') return !list.some((one) => side(one) === 0);
  const where = side(list[0]!);
  if (first === 'equal') return where === 0;
  if (first === 'notEqual') return where !== 0;
  if (first === 'lessThan') return where < 0;
  if (first === 'lessThanInclusive') return where <= 0;
  if (first === 'greaterThan') return where > 0;
  return where >= 0;
}

function swapped(operator: string, value: Scalar | Scalar[], side: (value: Scalar) => number): boolean {
  if (operator === 'contains') return decorated('in', value, side);
  if (operator === 'doesNotContain') return decorated('notIn', value, side);
  return decorated(operator, value, (one) => -side(one));
}
