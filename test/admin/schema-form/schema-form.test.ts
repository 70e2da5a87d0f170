import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelSurroundings } from '../../../admin/models/parts/model-surroundings.ts';
import {
  listKinds,
  newPart,
  partShape,
  singleKinds,
  withPart,
  type PartKind,
} from '../../../admin/models/parts/part-kinds.ts';
import { choices } from '../../../admin/schema-form/choice-names.ts';
import { fields } from '../../../admin/schema-form/field-names.ts';
import {
  shapeOf,
  type RecordShape,
  type Shape,
  type VariantsShape,
} from '../../../admin/schema-form/shape.ts';
import { settled, startOf, variantStart } from '../../../admin/schema-form/start.ts';
import type { Json, JsonRecord, Surroundings } from '../../../admin/schema-form/surroundings.ts';
import { variants } from '../../../admin/schema-form/variant-names.ts';
import { check, checkAgainstDatasets, hasErrors, schemaIssues } from '../../../engine/index.ts';
import { validateModel, type Company, type Dataset, type Model } from '../../../schemas/index.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const folder = (path: string) =>
  readdirSync(new URL(path, import.meta.url))
    .filter((name) => !name.includes('.cases.') && name.endsWith('.json'))
    .map((name) => read(`${path}${name}`));
const starter = '../../../rules/starter/';
const model = read(`${starter}models/mature.model.json`) as Model;
const datasets = folder(`${starter}datasets/`) as Dataset[];
const { stages } = read(`${starter}company.json`) as Company;
const around = modelSurroundings(model, datasets, stages, 'en');
const kinds: readonly PartKind[] = [...listKinds, ...singleKinds];

interface Visit {
  field(owner: string, name: string): void;
  variant(title: string): void;
  choice(title: string, choice: string): void;
}

function walk(shape: Shape, visit: Visit): void {
  if (shape.kind === 'list') walk(shape.items, visit);
  if (shape.kind === 'choice') for (const choice of shape.choices) visit.choice(shape.title, choice);
  if (shape.kind === 'variants')
    for (const { shape: variant } of shape.variants) {
      visit.variant(variant.title);
      walkRecord(variant, visit, shape.tag);
    }
  if (shape.kind === 'record') walkRecord(shape, visit);
}

function walkRecord({ title, fields: list }: RecordShape, visit: Visit, but?: string): void {
  for (const { name, shape } of list) {
    if (name === but || shape.kind === 'constant') continue;
    visit.field(title, name);
    walk(shape, visit);
  }
}

/** Records of every variant that a part can hold, each at its place in an otherwise plain part. */
function everyVariant(
  shape: Shape,
  owner: string,
  name: string,
  path: Surroundings,
  at: JsonRecord[],
): Json[] {
  if (shape.kind === 'variants')
    return shape.variants.flatMap(({ value, shape: variant }) => {
      const plain = variantStart(shape, value, at, path);
      return [plain, ...everyField(variant, plain, path, at)];
    });
  if (shape.kind === 'record') {
    const plain = startOf(shape, owner, name, at, path) as JsonRecord;
    return [plain, ...everyField(shape, plain, path, at)];
  }
  if (shape.kind === 'list')
    return everyVariant(shape.items, owner, name, path, at).map((item) => [
      ...Array.from({ length: Math.max(0, shape.least - 1) }, () =>
        startOf(shape.items, owner, name, at, path),
      ),
      item,
    ]);
  return [startOf(shape, owner, name, at, path)];
}

function everyField(shape: RecordShape, plain: JsonRecord, path: Surroundings, at: JsonRecord[]): Json[] {
  return shape.fields.flatMap(({ name, shape: of }) =>
    of.kind === 'constant' || ['id', 'name'].includes(name)
      ? []
      : everyVariant(of, shape.title, name, path, [...at, plain]).map((value) => ({
          ...plain,
          [name]: value,
        })),
  );
}

const said = (texts: Readonly<Record<'zh' | 'en', object>>, keys: readonly string[]) =>
  (['zh', 'en'] as const).every((language) => keys.some((key) => Object.hasOwn(texts[language], key)));

describe('forms made of schemas', () => {
  it('have a name in both languages for every field, kind and choice', () => {
    const missing = new Set<string>();
    let seen = 0;
    const visit: Visit = {
      field(owner, name) {
        seen += 1;
        if (!said(fields, [`${owner}.${name}`, name])) missing.add(`field ${owner}.${name}`);
      },
      variant(title) {
        if (!said(variants, [title])) missing.add(`variant ${title}`);
      },
      choice(title, choice) {
        if (!said(choices, [`${title}.${choice}`, choice])) missing.add(`choice ${title}.${choice}`);
      },
    };
    for (const kind of kinds) walk(partShape(kind), visit);
    walk(shapeOf('dataset.schema.json'), visit);
    walk(shapeOf('company.schema.json'), visit);
    walk(shapeOf('model.schema.json#/$defs/target'), visit);
    expect([...missing]).toEqual([]);
    expect(seen).toBeGreaterThan(150);
  });

  it.each(kinds)('begin %s with what check allows', (kind) => {
    const part = newPart(model, kind, around, { zh: '新', en: 'New' });
    const list = kind === 'measures' || kind === 'pay' ? [...(model[kind] ?? []), part] : part;
    const made = withPart(model, kind, list);
    expect(schemaIssues(validateModel, made)).toEqual([]);
    const found = [...check(made), ...checkAgainstDatasets(made, datasets)];
    // Of adjustments, bounds and rows the first guess is seldom right: check says what is missing.
    const allowed = ['adjustments', 'subjects', 'pointsBound'].includes(kind);
    expect(allowed || !hasErrors(found), JSON.stringify(found)).toBe(true);
  });

  it.each(kinds)('make every kind of %s that the schema knows', (kind) => {
    const made = everyVariant(partShape(kind), '', kind, around, []);
    for (const part of made) {
      if (Object.keys(part).length === 0) continue;
      const named = {
        ...(part as JsonRecord),
        ...(kind === 'measures' || kind === 'pay' ? { id: 'figure_1' } : {}),
      };
      const isList = kind === 'measures' || kind === 'pay';
      const document = withPart(model, kind, isList ? [...(model[kind] ?? []), named] : named);
      expect([named, schemaIssues(validateModel, document)]).toEqual([named, []]);
    }
    expect(made.length).toBeGreaterThan(kind === 'measures' ? 100 : 1);
  });

  it('take up the columns of the dataset that is chosen', () => {
    const { variants: kindsOf } = shapeOf('measure.schema.json#/$defs/aggregate') as VariantsShape;
    const { shape } = kindsOf.find(({ value }) => value === 'sum')!;
    const at = (dataset: string, subject: string) => ({ kind: 'sum', dataset, subject, column: 'amount' });
    const before = at('deals', 'seller');
    const after = settled(shape, before, at('surveys', 'seller'), [], around);
    const { columns } = datasets.find(({ id }) => id === 'surveys')!;
    expect(columns.map(({ id }) => id)).toContain(after['column']);
    expect(settled(shape, before, { ...before, dataset: 'nothing' }, [], around)['dataset']).toBe('nothing');
  });

  it('know every field of the models that come with the program', () => {
    const models = [
      ...folder(`${starter}models/`),
      ...folder('../../../rules/crm/models/'),
    ] as unknown as Model[];
    let parts = 0;
    for (const document of models)
      for (const kind of kinds) {
        const value = document[kind] as unknown as Json | undefined;
        if (value === undefined) continue;
        for (const part of Array.isArray(value) ? (value as Json[]) : [value]) {
          parts += 1;
          expect(unknownIn(partShape(kind), part)).toEqual([]);
        }
      }
    expect(parts).toBeGreaterThan(40);
  });
});

/** What a part has and a form would not show. */
function unknownIn(shape: Shape, value: Json): string[] {
  if (shape.kind === 'list') return (value as Json[]).flatMap((item) => unknownIn(shape.items, item));
  const record =
    shape.kind === 'variants'
      ? shape.variants.find((variant) => variant.value === (value as JsonRecord)[shape.tag])?.shape
      : shape;
  if (record?.kind !== 'record') return [];
  return Object.entries(value as JsonRecord).flatMap(([name, inner]) => {
    const field = record.fields.find((item) => item.name === name);
    return field === undefined ? [`${record.title}.${name}`] : unknownIn(field.shape, inner);
  });
}
