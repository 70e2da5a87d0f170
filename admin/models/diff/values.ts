import { parseDecimal } from '../../../engine/number/decimal.ts';
import { fill, type Language } from '../../../locales/index.ts';
import type { Condition, Model, Operator } from '../../../schemas/index.ts';
import { ruleText } from '../sentences.ts';
import { fieldAt, type ListName, type Reading } from './fields.ts';
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

const namedLists = ['measures', 'groups', 'metrics', 'grades', 'gradeRules', 'actions'] as const;

function isNamed(item: unknown): boolean {
  if (!isObject(item) || typeof item['id'] !== 'string' || !isObject(item['name'])) return false;
  return typeof item['name']['zh'] === 'string' && typeof item['name']['en'] === 'string';
}

/** A value as people read it; undefined where it is not of the form that the reading needs, or would lose something. */
export function valueText(
  reader: Reader,
  reading: Reading,
  value: unknown,
  list: ListName | 'model',
  shape: string,
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
    case 'scoring':
      return scoringText(reader.language, value);
    case 'steps':
      return stepsText(reader.language, value);
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
  return Object.entries(value)
    .map(([key, part]) => {
      const inner = shape === '' ? key : `${shape}/${key}`;
      const field = fieldAt(list, inner);
      const name = field === undefined ? key : fill(t[field.name], { item: key });
      const text = field && valueText(reader, field.reading, part, list, inner);
      return fill(t.detail, { field: name, value: text ?? jsonText(part) });
    })
    .join(t.between);
}

/** A value as it stands in the document. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value) ?? '';
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
  if (!hasOnly(target, ['kind', 'stages']) || target['kind'] !== 'stage') return undefined;
  const stages = stagesText(reader, target['stages']);
  return stages === undefined ? undefined : fill(t.perStage, { stages });
}

function stagesText({ language, stageName }: Reader, stages: unknown): string | undefined {
  const { ofStage, between } = texts[language];
  return listText(stages, ['stage', 'value'], between, ({ stage, value }) => {
    const text = decimalText(value);
    if (typeof stage !== 'string' || text === undefined) return undefined;
    return fill(ofStage, { stage: stageName(stage), value: text });
  });
}

function scoringText(language: Language, scoring: unknown): string | undefined {
  const t = texts[language];
  if (!isObject(scoring)) return undefined;
  const { kind, cap, floor, from, to, below, steps } = scoring;
  if ((kind === 'asIs' || kind === 'ratioToTarget') && hasOnly(scoring, ['kind', 'cap', 'floor'])) {
    let text: string = t[kind];
    if (floor !== undefined) text = fill(t.withFloor, { scoring: text, floor: jsonOf(floor) });
    return cap === undefined ? text : fill(t.withCap, { scoring: text, cap: jsonOf(cap) });
  }
  if (kind === 'linear' && hasOnly(scoring, ['kind', 'from', 'to'])) {
    const [first, second] = [pointText(from), pointText(to)];
    return first && second && fill(t.linear, { from: first, to: second });
  }
  if (kind !== 'steps' || !hasOnly(scoring, ['kind', 'below', 'steps'])) return undefined;
  const [under, list] = [decimalText(below), stepsText(language, steps)];
  return under && list && fill(t.stepsFrom, { below: under, steps: list });
}

function stepsText(language: Language, steps: unknown): string | undefined {
  const { step, between } = texts[language];
  return listText(steps, ['from', 'score'], between, (item) => {
    const [from, score] = [decimalText(item['from']), decimalText(item['score'])];
    return from && score && fill(step, { from, score });
  });
}

function pointText(point: unknown): string | undefined {
  if (!hasOnly(point, ['value', 'score'])) return undefined;
  const [value, score] = [decimalText(point['value']), decimalText(point['score'])];
  return value && score && `${value} → ${score}`;
}

function listText(
  list: unknown,
  keys: readonly string[],
  joint: string,
  text: (item: Readonly<Record<string, unknown>>) => string | undefined,
): string | undefined {
  if (!Array.isArray(list)) return undefined;
  const parts = list.map((item: unknown) => (hasOnly(item, keys) ? text(item) : undefined));
  return parts.includes(undefined) ? undefined : parts.join(joint);
}

/** A decimal as it stands; what is no decimal stays visible as JSON. */
function decimalText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return parseDecimal(value) === undefined ? undefined : String(value);
}

function jsonOf(value: unknown): string {
  return decimalText(value) ?? jsonText(value);
}

function plainText(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

const comparisonKeys = ['fact', 'path', 'operator', 'value'];
const operators: ReadonlySet<string> = new Set<Operator>([
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'isMissing',
]);

function isCondition(node: unknown): node is Condition {
  if (hasOnly(node, ['all'])) return isConditionList(node['all']);
  if (hasOnly(node, ['any'])) return isConditionList(node['any']);
  if (hasOnly(node, ['not'])) return isCondition(node['not']);
  if (!hasOnly(node, comparisonKeys)) return false;
  const { fact, path, operator, value } = node;
  const known = typeof operator === 'string' && operators.has(operator);
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

function hasOnly(value: unknown, keys: readonly string[]): value is Readonly<Record<string, unknown>> {
  return (
    isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => keys.includes(key))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
