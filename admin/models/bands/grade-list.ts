import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { add, compare, divide, integer, round, subtract } from '../../../engine/number/rational.ts';
import type { Band, DecimalInput, Model } from '../../../schemas/index.ts';
import { decimalInput } from '../document/decimal-input.ts';
import { limitsOf } from './strip.ts';

/**
 * The model with a new grade below another one: the other's band is cut in two, the lower part is the new one's.
 * Undefined where the other has no band of its own that can be cut.
 */
export function withGradeBelow(model: Model, above: string): Model | undefined {
  const place = model.grades.findIndex(({ id }) => id === above);
  const index = model.bands.findIndex(({ grade }) => grade === above);
  const band = model.bands[index];
  if (place < 0 || band === undefined || limitsOf(model.bands).length !== model.bands.length - 1)
    return undefined;
  const cut = cutOf(band);
  if (cut === undefined) return undefined;
  const id = freeId(model);
  const grade = { id, name: { zh: '新等级', en: 'New grade' } };
  const lower: Band = { grade: id, ...(band.from !== undefined && { from: band.from }), to: cut };
  const bands = model.bands.with(index, { ...band, from: cut });
  return {
    ...model,
    grades: model.grades.toSpliced(place + 1, 0, grade),
    bands: bands.toSpliced(index + 1, 0, lower),
  };
}

/** The model without a grade and its bands: the band below, or above the lowest, takes their place. Undefined for the last one. */
export function withoutGrade(model: Model, id: string): Model | undefined {
  if (model.grades.length < 2) return undefined;
  let bands: readonly Band[] = model.bands;
  for (;;) {
    const index = bands.findIndex(({ grade }) => grade === id);
    if (index < 0) break;
    if (bands.length === 1) return undefined;
    bands = withoutBand(bands, index);
  }
  return { ...model, grades: model.grades.filter((grade) => grade.id !== id), bands: [...bands] };
}

function withoutBand(bands: readonly Band[], index: number): Band[] {
  const limits = limitsOf(bands);
  const under = limits.find(({ above }) => above === index)?.below;
  const over = limits.find(({ below }) => below === index)?.above;
  const { from, to } = bands[index]!;
  return bands
    .map((band, place) => {
      if (place === under) return withEdge(band, 'to', to);
      return under === undefined && place === over ? withEdge(band, 'from', from) : band;
    })
    .toSpliced(index, 1);
}

function withEdge(band: Band, edge: 'from' | 'to', value: DecimalInput | undefined): Band {
  const { [edge]: _before, ...others } = band;
  return value === undefined ? others : { ...others, [edge]: value };
}

/** The middle of a band at two places; 10 from its end where the band has only one. */
function cutOf({ from, to }: Band): DecimalInput | undefined {
  const [low, high] = [from, to].map((edge) => (edge === undefined ? undefined : parseDecimal(edge)));
  if (low === undefined && high === undefined) return 50;
  const cut =
    low !== undefined && high !== undefined
      ? round(divide(add(low, high), integer(2))!, 2)
      : low === undefined
        ? subtract(high!, integer(10))
        : add(low, integer(10));
  if (low !== undefined && compare(cut, low) <= 0) return undefined;
  if (high !== undefined && compare(cut, high) >= 0) return undefined;
  return decimalInput(formatExact(cut));
}

function freeId({ grades }: Model): string {
  const ids = new Set(grades.map(({ id }) => id));
  let number = grades.length + 1;
  while (ids.has(`grade_${number}`)) number += 1;
  return `grade_${number}`;
}
