import { formatExact, parseDecimal } from '../../../engine/number/decimal.ts';
import { compare, subtract, zero } from '../../../engine/number/rational.ts';
import { fill, type Language } from '../../../locales/index.ts';
import type { Model } from '../../../schemas/index.ts';
import { changesOf, type Change } from '../../../engine/difference/changes.ts';
import { fieldAt, isListName, lists, type Field, type ListName } from './fields.ts';
import { texts } from './texts.ts';
import { jsonText } from './json-values.ts';
import { partsText, readerOf, valueText, type Reader } from './values.ts';

/** A change in a sentence. */
export interface Sentence {
  readonly text: string;
  /** Where it stands in the document after; of what was removed, what was around it. */
  readonly pointer: string;
}

/** What changes about one thing: a metric, a rule, or the model itself. */
export interface DiffSection {
  readonly key: string;
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

/** Both documents with the language they are read in. */
interface Readers {
  readonly before: Reader;
  readonly after: Reader;
}

/**
 * What a document says differently from the one it is based on: a section for each metric, rule and so on, in sentences.
 * A change that has no words of its own is "pointer: old → new". No section exactly where the documents are the same.
 * @param stageName what a business stage is called.
 */
export function diffSections(
  before: Model,
  after: Model,
  language: Language,
  stageName: (id: string) => string = (id) => id,
): DiffSection[] {
  const readers: Readers = {
    before: readerOf(before, language, stageName),
    after: readerOf(after, language, stageName),
  };
  const sections = new Map<string, { title: string; order: number; sentences: Sentence[] }>();
  for (const change of changesOf(before, after)) {
    const { key, title, order } = sectionOf(change, readers);
    const section = sections.get(key) ?? { title, order, sentences: [] };
    const pointer = change.kind === 'removed' ? change.pointer.replace(/\/[^/]*$/, '') : change.pointer;
    section.sentences.push({ text: sentenceOf(change, readers), pointer });
    section.sentences.push(...scoringTurned(change, readers));
    sections.set(key, section);
  }
  return [...sections]
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([key, { title, sentences }]) => ({ key, title, sentences }));
}

/** Metrics first, in the order of the lists otherwise; the model itself before all. */
const order: readonly ListName[] = ['metrics', ...lists.filter((list) => list !== 'metrics')];

function sectionOf(change: Change, readers: Readers) {
  const t = texts[readers.after.language];
  const { list, item } = itemOf(change);
  if (list === undefined) return { key: 'model', title: t.section_model, order: -1 };
  const place = order.indexOf(list);
  // Metrics and rules have much to say each; of the others a line is enough.
  const alone = ['metrics', 'conditions', 'gradeRules', 'actions', 'overlays', 'points', 'gates'].includes(
    list,
  );
  if (!alone || item === undefined) return { key: list, title: t[`section_${list}`], order: place };
  return { key: `${list}/${item}`, title: nameOfItem(list, item, readers), order: place };
}

/** The list and the item of it that a change is about; undefined where it is about the whole, or the item has no name. */
function itemOf({ path, shape }: Change): {
  readonly list: ListName | undefined;
  readonly item: string | undefined;
} {
  const [list, item] = path;
  const named = shape.split('/')[1] === '*';
  return { list: isListName(list) ? list : undefined, item: named ? item : undefined };
}

function sentenceOf(change: Change, readers: Readers): string {
  const t = texts[readers.after.language];
  const { list, item } = itemOf(change);
  const inItem = list !== undefined && item !== undefined;
  if (change.kind === 'moved') return movedText(change, readers);
  const thing = inItem ? fill(t[`thing_${list}`], { name: nameOfItem(list, item, readers) }) : t.thing_model;
  if (inItem && change.path.length === 2 && change.kind !== 'changed') {
    const [template, reader, value] =
      change.kind === 'added'
        ? [t.addedItem, readers.after, change.after]
        : [t.removedItem, readers.before, change.before];
    return fill(template, { thing, details: partsText(reader, value, list, '') || jsonText(value) });
  }
  const shape = inItem ? change.shape.split('/').slice(2).join('/') : change.shape;
  const field = fieldAt(inItem ? list : 'model', shape);
  if (field === undefined) return elsewhere(change, readers);
  const [before, after] = bothTexts(change, field, inItem ? list : 'model', shape, readers);
  const name = fill(t[field.name], { item: itemWord(change, field, readers) });
  const delta = field.reading === 'decimal' ? deltaOf(change.before, change.after) : undefined;
  if (!inItem) return fill(t.changedHere, { field: name, before, after });
  const values = { field: name, thing, before, after, delta };
  return fill(delta === undefined ? t.changed : t.changedBy, values);
}

/** Both values as people read them; as JSON where they would read the same. */
function bothTexts(
  { path, before, after }: Change,
  { reading }: Field,
  list: ListName | 'model',
  shape: string,
  readers: Readers,
): readonly [string, string] {
  const { none } = texts[readers.after.language];
  const text = (reader: Reader, value: unknown) =>
    value === undefined
      ? none
      : (valueText(reader, reading, value, list, shape, isLower(reader, path[1])) ?? jsonText(value));
  const both = [text(readers.before, before), text(readers.after, after)] as const;
  return both[0] === both[1] ? [jsonOrNone(before, none), jsonOrNone(after, none)] : both;
}

/** Where a metric's direction is another: what that makes of its way of scoring, which is written as it was. */
function scoringTurned(change: Change, readers: Readers): Sentence[] {
  const [, id = ''] = change.path;
  if (change.shape !== 'metrics/*/direction') return [];
  const t = texts[readers.after.language];
  const [before, after] = [readers.before, readers.after].map((reader) => {
    const scoring = reader.model.metrics.find((metric) => metric.id === id)?.scoring;
    const text = valueText(reader, 'scoring', scoring, 'metrics', 'scoring', isLower(reader, id));
    return { kind: scoring?.kind, text };
  });
  if (before?.text === undefined || after?.text === undefined) return [];
  if (before.kind !== after.kind || before.text === after.text) return [];
  const thing = fill(t.thing_metrics, { name: nameOfItem('metrics', id, readers) });
  const text = fill(t.changed, { field: t.scoring, thing, before: before.text, after: after.text });
  return [{ text, pointer: change.pointer.replace(/[^/]*$/, 'scoring') }];
}

function isLower({ model }: Reader, metric: string | undefined): boolean {
  return model.metrics.find(({ id }) => id === metric)?.direction === 'lowerIsBetter';
}

/** Which step, which stage, which detail a field speaks of. */
function itemWord({ path }: Change, { name }: Field, { after }: Readers): string {
  if (name === 'weightOf') return nameIn('metrics', path[3] ?? '', after);
  if (name === 'param') return path.at(-1) ?? '';
  if (name === 'targetOfStage') return after.stageName(path[4] ?? '');
  return path[4] ?? '';
}

function movedText(change: Change, readers: Readers): string {
  const t = texts[readers.after.language];
  const { path, before, after } = change;
  const { list, item } = itemOf(change);
  const last = path.at(-1) ?? '';
  const names = (ids: unknown, reader: Reader) =>
    (ids as readonly string[])
      .map((id) =>
        last === 'stages' ? reader.stageName(id) : isListName(last) ? nameIn(last, id, reader) : id,
      )
      .join(', ');
  const word = isListName(last) || last === 'stages' ? t[last] : last;
  const values = { list: word, before: names(before, readers.before), after: names(after, readers.after) };
  if (list === undefined || item === undefined) return fill(t.moved, values);
  const thing = fill(t[`thing_${list}`], { name: nameOfItem(list, item, readers) });
  return fill(t.movedOf, { ...values, thing });
}

function elsewhere({ pointer, before, after }: Change, { after: { language } }: Readers): string {
  const { elsewhere: template, none } = texts[language];
  return fill(template, { pointer, before: jsonOrNone(before, none), after: jsonOrNone(after, none) });
}

function jsonOrNone(value: unknown, none: string): string {
  return value === undefined ? none : jsonText(value);
}

/** "+5" or "−5", exact; undefined where one of them is no decimal, or they are the same figure. */
function deltaOf(before: unknown, after: unknown): string | undefined {
  const [a, b] = [before, after].map((value) =>
    typeof value === 'number' || typeof value === 'string' ? parseDecimal(value) : undefined,
  );
  if (a === undefined || b === undefined || compare(a, b) === 0) return undefined;
  const difference = subtract(b, a);
  return compare(difference, zero) > 0
    ? `+${formatExact(difference)}`
    : formatExact(difference).replace('-', '−');
}

/** What an item is called now, or was called where it is gone. */
function nameOfItem(list: ListName, id: string, { before, after }: Readers): string {
  return nameIn(list, id, after) === id ? nameIn(list, id, before) : nameIn(list, id, after);
}

function nameIn(list: ListName, id: string, { model, language }: Reader): string {
  const items = list === 'bands' ? model.grades : (model[list] ?? []);
  return items.find((item) => item.id === id)?.name[language] ?? id;
}
