import type { Column, Condition, Conditions, Dataset, Measure, Model } from '../../schemas/index.ts';

const numeric: readonly string[] = ['decimal', 'integer'];

/** What in a dataset is ambiguous or names a column that there is not. */
export function datasetMisfits(dataset: Dataset): string[] {
  const ids = dataset.columns.map(({ id }) => id);
  const required = dataset.columns.filter((column) => column.required).map(({ id }) => id);
  const { kind: _kind, ...placed } = dataset.placement ?? { kind: undefined };
  const choices = dataset.columns.flatMap((column) =>
    column.type === 'choice'
      ? [column.choices.flatMap(({ value, aliases = [] }) => [value, ...aliases])]
      : [],
  );
  return [
    ...repeated(dataset.columns.flatMap(({ id, headers = [] }) => [id, ...headers])),
    ...choices.flatMap(repeated),
    ...dataset.key.filter((id) => !required.includes(id)),
    ...Object.values(placed).filter((id) => !ids.includes(id)),
  ];
}

/** Why a measure's figure cannot be taken from the datasets. */
export function measureMisfits({ id, aggregate }: Measure, datasets: readonly Dataset[]): string[] {
  if (!('subject' in aggregate)) return [];
  const dataset = datasets.find((item) => item.id === aggregate.dataset);
  if (dataset === undefined) return [`${id}: no dataset ${aggregate.dataset}`];
  const columns = new Map(dataset.columns.map((item) => [item.id, item]));
  const wrong = (column: string, types: readonly string[]) =>
    types.includes(columns.get(column)?.type ?? '') ? [] : [`${id}: ${column} is not of ${types.join(', ')}`];
  const anything = aggregate.kind === 'distinctCount';
  const filters = [aggregate.where, 'of' in aggregate ? aggregate.of : undefined];
  return [
    ...wrong(aggregate.subject, ['person']),
    ...wrong(aggregate.date, ['date', 'instant']),
    ...('column' in aggregate ? wrong(aggregate.column, anything ? ['text', 'choice'] : numeric) : []),
    ...filters.flatMap((filter) => (filter === undefined ? [] : filterMisfits(filter, columns, id))),
  ];
}

/** Order compares numbers only, equality with a choice that there is. */
function filterMisfits(filter: Conditions, columns: ReadonlyMap<string, Column>, id: string): string[] {
  return comparisonsOf(filter).flatMap(({ fact, operator, value }) => {
    const column = columns.get(fact);
    if (column === undefined) return [`${id}: no column ${fact}`];
    if (operator === 'isMissing') return [];
    const ordered = operator.startsWith('lessThan') || operator.startsWith('greaterThan');
    if (ordered) return numeric.includes(column.type) ? [] : [`${id}: ${fact} has no order`];
    if (column.type !== 'choice') return [];
    const known = new Set<unknown>(column.choices.map((choice) => choice.value));
    return [value].flat().flatMap((item) => (known.has(item) ? [] : [`${id}: ${fact} is never ${item}`]));
  });
}

/** Names in formulas, targets, groups, bands and rules that the model does not have. */
export function modelMisfits(model: Model): string[] {
  const measures = model.measures.map(({ id }) => id);
  const metrics = model.metrics.map(({ id }) => id);
  const groups = model.groups.map(({ id }) => id);
  const grades = model.grades.map(({ id }) => id);
  const unknown = (names: readonly unknown[], known: readonly unknown[]) =>
    names.filter((name) => !known.includes(name)).map(String);
  const named = model.conditions ?? [];
  const rules = [...named, ...(model.gradeRules ?? []), ...(model.actions ?? [])];
  return [
    ...repeated([...measures, ...metrics, 'composite', 'grade', 'stage', 'team', 'role', 'target']),
    ...model.metrics.flatMap(({ formula, target, group }) => [
      ...unknown(formula.match(/\p{L}[\p{L}\p{N}_]*/gu) ?? [], [...measures, ...(target ? ['target'] : [])]),
      ...(target?.kind === 'measure' ? unknown([target.measure], measures) : []),
      ...unknown([group], groups),
    ]),
    ...unknown(
      model.bands.map(({ grade }) => grade),
      grades,
    ),
    ...unknown(
      (model.gradeRules ?? []).map(({ event }) => event.params.grade),
      grades,
    ),
    ...rules
      .flatMap(({ conditions }) => comparisonsOf(conditions))
      .flatMap(({ fact, path, value }) => [
        ...unknown(
          [fact],
          path === undefined ? [...measures, 'composite', 'grade', 'stage', 'team', 'role'] : metrics,
        ),
        ...(fact === 'grade' ? unknown([value].flat(), grades) : []),
      ]),
  ];
}

function comparisonsOf(condition: Condition | Conditions): Extract<Condition, { fact: string }>[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return 'condition' in condition ? [] : [condition];
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
