import { formatExact, type Table } from '../../engine/index.ts';
import { compare, divide, integer, type Rational } from '../../engine/number/rational.ts';
import type { MeasurePreview, Model } from '../../schemas/index.ts';
import { namesOf } from '../people/names.ts';
import type { Store } from '../store/store.ts';

/**
 * The model with one metric only, which is the measure as it is: what else may be wrong with the model does not matter.
 * @returns undefined where the model has no such measure.
 */
export function previewModel(model: Model, measure: string): Model | undefined {
  const { format, key, name, subject, subjects, stage, cadence, measures, grades } = model;
  const found = measures.find(({ id }) => id === measure);
  if (found === undefined) return undefined;
  const taken = new Set(measures.map(({ id }) => id));
  let id = 'preview';
  while (taken.has(id)) id = `${id}_`;
  const [grade] = grades;
  return {
    format,
    key,
    name,
    subject,
    ...(subjects && { subjects }),
    stage,
    cadence,
    measures,
    groups: [{ id: `${id}_group`, name: found.name }],
    metrics: [
      {
        id,
        name: found.name,
        group: `${id}_group`,
        weight: 100,
        formula: measure,
        direction: 'higherIsBetter',
        scoring: { kind: 'asIs' },
        whenMissing: 'exclude',
      },
    ],
    grades: [grade!],
    bands: [{ grade: grade!.id }],
  };
}

/** Of the figures of a measure the lowest, the middle one and the highest, each with whose it is; equals by id. */
export async function previewOf(
  store: Store,
  measure: string,
  period: string,
  { subjects, columns }: Table,
): Promise<MeasurePreview> {
  const column = columns.get(measure);
  const scale = column?.kind === 'number' ? 10n ** BigInt(column.places) : 1n;
  const units = column?.kind === 'number' ? column.units : [];
  const figures = subjects.flatMap((id, at) => {
    const unit = units[at] ?? null;
    return unit === null ? [] : [{ id, value: divide(integer(unit), integer(scale))! }];
  });
  figures.sort((a, b) => compare(a.value, b.value) || (a.id < b.id ? -1 : 1));
  const chosen = placesOf(figures);
  const names = await namesOf(
    store,
    chosen.map(({ id }) => id),
  );
  return {
    measure,
    period,
    people: figures.length,
    missing: subjects.length - figures.length,
    figures: chosen.map(({ place, id, value }) => ({
      place,
      id,
      name: names.get(id) ?? null,
      value: formatExact(value),
    })),
  };
}

type Figure = { readonly id: string; readonly value: Rational };

function placesOf(figures: readonly Figure[]) {
  const last = figures.length - 1;
  const places = [
    { place: 'lowest' as const, at: 0 },
    { place: 'median' as const, at: Math.floor(last / 2) },
    { place: 'highest' as const, at: last },
  ];
  // Of one or two people there is no middle one, of nobody nothing.
  return places
    .filter(
      ({ at }, index) => figures[at] !== undefined && places.findIndex((one) => one.at === at) === index,
    )
    .filter(({ place }) => place !== 'median' || last > 1)
    .map(({ place, at }) => ({ place, ...figures[at]! }));
}
