import { fill, type Language } from '../../../locales/index.ts';
import { isOperator } from '../../../engine/condition/operator.ts';
import type { Condition, Model } from '../../../schemas/index.ts';
import { ruleText } from '../sentences.ts';
import { fieldAt, type ListName, type Reading } from './fields.ts';
import { decimalText, hasOnly, isObject, jsonText, listText } from './json-values.ts';
import { manyTargetsText } from './target-text.ts';
import { pointsText, scoringText, stepsText } from './scoring-text.ts';
import { texts } from './texts.ts';

/** Whose names values are read with. */
export interface Reader {
  /** The lists hold only what can be named. */
  readonly model: Model;
  readonly language: Language;
  /** What a business stage is called; the company says so, not the model. */
  readonly stageName: (id: string) => string;
}

/** Reads values with the names of a document, leaving out the items of it that have none. */
export function readerOf(document: Model, language: Language, stageName: (id: string) => string): Reader {
  const named = Object.fromEntries(
    namedLists.map((list) => {
      const items: unknown = document[list];
      return [list, Array.isArray(items) ? items.filter(isNamed) : []];
    }),
  );
  return { model: { ...document, ...named }, language, stageName };
}

const namedLists = [
  ...(['measures', 'groups', 'metrics', 'grades', 'gradeRules', 'actions'] as const),
  ...(['conditions', 'overlays', 'points', 'gates', 'conflicts'] as const),
] as const;

function isNamed(item: unknown): boolean {
  if (!isObject(item) || typeof item['id'] !== 'string' || !isObject(item['name'])) return false;
  return typeof item['name']['zh'] === 'string' && typeof item['name']['en'] === 'string';
}

/**
 * A value as people read it.
 * @param lower whether it belongs to a metric of which a lower result is better.
 * @returns undefined where it is not of the form that the reading needs, or would lose something.
 */
export function valueText(
  reader: Reader,
  reading: Reading,
  value: unknown,
  list: ListName | 'model',
  shape: string,
  lower = false,
): string | undefined {
  const t = texts[reader.language];
  switch (reading) {
    case 'decimal':
      return decimalText(value);
    case 'text':
      return typeof value === 'string' ? fill(t.quoted, { text: value }) : plainText(value);
    case 'word':
      return typeof value === 'string' && Object.hasOwn(t, value) ? t[value as keyof typeof t] : undefined;
    case 'group':
    case 'measure':
    case 'grade':
      return nameOf(reader, reading, value);
    case 'stage':
      return typeof value === 'string' ? reader.stageName(value) : undefined;
    case 'target':
      return targetText(reader, value);
    case 'stageTarget':
      return hasOnly(value, ['stage', 'value']) ? decimalText(value['value']) : undefined;
    case 'stageTargets':
      return stagesText(reader, value);
    case 'weights':
      return weightsText(reader, value);
    case 'scoring':
      return scoringText(reader.language, value, lower);
    case 'steps':
      return stepsText(reader.language, value);
    case 'points':
      return pointsText(value);
    case 'conditions':
      return isCondition(value) ? ruleText(reader.model, value, reader.language) : undefined;
    case 'parts':
      // An empty object has no parts to read.
      return partsText(reader, value, list, shape) || undefined;
  }
}

/** All that an item says, field by field; a part that the schema does not have stands as JSON. */
export function partsText(
  reader: Reader,
  value: unknown,
  list: ListName | 'model',
  shape: string,
): string | undefined {
  if (!isObject(value)) return undefined;
  const t = texts[reader.language];
  const lower = value['direction'] === 'lowerIsBetter';
  return Object.entries(value)
    .map(([key, part]) => {
      const inner = shape === '' ? key : `${shape}/${key}`;
      const field = fieldAt(list, inner);
      const name = field === undefined ? key : fill(t[field.name], { item: key });
      const text = field && valueText(reader, field.reading, part, list, inner, lower);
      return fill(t.detail, { field: name, value: text ?? jsonText(part) });
    })
    .join(t.between);
}

function nameOf({ model, language }: Reader, list: 'group' | 'measure' | 'grade', id: unknown) {
  const item = model[`${list}s`].find((one) => one.id === id);
  return item === undefined ? undefined : fill(texts[language].quoted, { text: item.name[language] });
}

function targetText(reader: Reader, target: unknown): string | undefined {
  const t = texts[reader.language];
  if (hasOnly(target, ['kind', 'value']) && target['kind'] === 'constant')
    return decimalText(target['value']);
  if (hasOnly(target, ['kind', 'measure']) && target['kind'] === 'measure') {
    const measure = nameOf(reader, 'measure', target['measure']) ?? jsonText(target['measure']);
    return fill(t.perPerson, { measure });
  }
  if (isObject(target) && (target['kind'] === 'condition' || target['kind'] === 'levels')) {
    return manyTargetsText(reader.model, target, reader.language);
  }
  if (!hasOnly(target, ['kind', 'stages']) || target['kind'] !== 'stage') return undefined;
  const stages = stagesText(reader, target['stages']);
  return stages === undefined ? undefined : fill(t.perStage, { stages });
}

function weightsText({ model, language }: Reader, weights: unknown): string | undefined {
  const { between } = texts[language];
  return listText(weights, ['metric', 'weight'], between, ({ metric, weight }) => {
    const found = model.metrics.find(({ id }) => id === metric);
    const text = decimalText(weight);
    return text === undefined ? undefined : `${found?.name[language] ?? String(metric)} ${text}`;
  });
}

function stagesText({ language, stageName }: Reader, stages: unknown): string | undefined {
  const { ofStage, between } = texts[language];
  return listText(stages, ['stage', 'value'], between, ({ stage, value }) => {
    const text = decimalText(value);
    if (typeof stage !== 'string' || text === undefined) return undefined;
    return fill(ofStage, { stage: stageName(stage), value: text });
  });
}

function plainText(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

const comparisonKeys = ['fact', 'path', 'operator', 'value'];

function isCondition(node: unknown): node is Condition {
  if (hasOnly(node, ['all'])) return isConditionList(node['all']);
  if (hasOnly(node, ['any'])) return isConditionList(node['any']);
  if (hasOnly(node, ['not'])) return isCondition(node['not']);
  if (hasOnly(node, ['condition'])) return typeof node['condition'] === 'string';
  if (!hasOnly(node, comparisonKeys)) return false;
  const { fact, path, operator, value } = node;
  const known = typeof operator === 'string' && isOperator(operator);
  return (
    typeof fact === 'string' &&
    known &&
    (path === undefined || path === 'value' || path === 'score') &&
    isPlain(value)
  );
}

function isPlain(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isPlain) : plainTypes.has(typeof value);
}
const plainTypes: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

function isConditionList(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0 && list.every(isCondition);
}
