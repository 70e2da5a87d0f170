import type { Model } from '../../schemas/index.ts';
import { changesOf, type Change } from '../difference/changes.ts';

/** What HR would call one edit: changes of a model that belong together. */
export interface Edit {
  /** What it is about: `weights:quality`, `metric:nps/target`, `gradeRules:veto`, `bands`. */
  readonly id: string;
  readonly changes: readonly Change[];
}

/** All that differs between two models, by what it does. */
export interface Edits {
  /** In the order of the model. */
  readonly edits: readonly Edit[];
  /** What moves nobody by itself: names, units, order without meaning, definitions that came or went. */
  readonly inert: readonly Change[];
}

/** Lists whose items are rules of their own. */
const rules: ReadonlySet<string> = new Set([
  'conditions',
  'overlays',
  'points',
  'gradeRules',
  'gates',
  'actions',
  'conflicts',
  'pay',
]);
const wholes: ReadonlySet<string> = new Set(['places', 'pointsBound', 'adjustments', 'ranking', ...rules]);
/** Definitions that others refer to: there, or there no more, they move nobody. */
const definitions: ReadonlySet<string> = new Set(['measures', 'groups', 'conditions']);
const words: ReadonlySet<string> = new Set(['name', 'unit', 'description']);

/** The edits that make one model into another. The changes of weights within a group are one; so are those of bands and grades. */
export function editsOf(before: Model, after: Model): Edits {
  const edits = new Map<string, Change[]>();
  const inert: Change[] = [];
  const joined = measuresTogether(before, after);
  for (const change of changesOf(before, after)) {
    const id = editOf(change, before, after, joined);
    if (id === undefined) inert.push(change);
    else edits.set(id, [...(edits.get(id) ?? []), change]);
  }
  return { edits: [...edits].map(([id, changes]) => ({ id, changes })), inert };
}

function editOf(
  change: Change,
  before: Model,
  after: Model,
  joined: ReadonlyMap<string, string>,
): string | undefined {
  const [part = '', item, field] = change.path;
  if (item !== undefined && words.has(field ?? '')) return undefined;
  if (part === 'metrics') return ofMetric(change, before, after);
  if (part === 'bands') return 'bands';
  if (part === 'grades') return field === undefined ? 'bands' : undefined;
  if (part === 'measures')
    return field === undefined || item === undefined ? undefined : `measures:${joined.get(item) ?? item}`;
  if (definitions.has(part) && field === undefined) return undefined;
  if (item !== undefined && rules.has(part)) return `${part}:${item}`;
  return wholes.has(part) ? part : undefined;
}

function ofMetric({ path: [, item, field] }: Change, before: Model, after: Model): string | undefined {
  // The order of metrics moves nobody.
  if (item === undefined) return undefined;
  if (field === undefined) return `metric:${item}`;
  if (field !== 'weight') return `metric:${item}/${field}`;
  const { group = '' } =
    after.metrics.find(({ id }) => id === item) ?? before.metrics.find(({ id }) => id === item) ?? {};
  return `weights:${group}`;
}

/** Measures that are made from each other change together: by measure, the first one of those it hangs together with. */
function measuresTogether(before: Model, after: Model): ReadonlyMap<string, string> {
  const ids = [...new Set([...before.measures, ...after.measures].map(({ id }) => id))];
  const known = new Set(ids);
  const first = new Map(ids.map((id) => [id, id]));
  for (const { id, aggregate } of [...before.measures, ...after.measures]) {
    for (const other of mentioned(aggregate, known)) {
      const [mine, theirs] = [first.get(id)!, first.get(other)!];
      for (const [key, value] of first) if (value === theirs) first.set(key, mine);
    }
  }
  return first;
}

function mentioned(value: unknown, known: ReadonlySet<string>): string[] {
  if (typeof value === 'string') return known.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner) => mentioned(inner, known));
}

/** The measures that an edit changes: whose figures are others before and after it. */
export function measuresOfEdit({ changes }: Edit): string[] {
  return changes.flatMap(({ path: [part, item] }) =>
    part === 'measures' && item !== undefined ? [item] : [],
  );
}
