import type {
  ActionRule,
  Conflict,
  Gate,
  GradeRule,
  Model,
  NamedCondition,
  Overlay,
  Points,
} from '../../../schemas/index.ts';
import type { Reach } from '../conditions/fields.ts';

/** Every list of a model that holds rules, with what its items are. */
export interface RuleItems {
  readonly conditions: NamedCondition;
  readonly overlays: Overlay;
  readonly points: Points;
  readonly gradeRules: GradeRule;
  readonly gates: Gate;
  readonly actions: ActionRule;
  readonly conflicts: Conflict;
}

export type RuleKind = keyof RuleItems;
export type RuleItem = RuleItems[RuleKind];

/** In the order in which they are shown. */
export const ruleKinds: readonly RuleKind[] = [
  'gradeRules',
  'gates',
  'actions',
  'conflicts',
  'overlays',
  'points',
  'conditions',
];

/** What the conditions of each kind may ask; conflicts have none. */
export const reachOf: Readonly<Record<RuleKind, Reach>> = {
  conditions: 'all',
  overlays: 'given',
  points: 'measured',
  gradeRules: 'all',
  gates: 'all',
  actions: 'all',
  conflicts: 'all',
};

const some = (fact: string) => ({ all: [{ fact, operator: 'lessThan', value: 60 }] as const });
const composite = () => ({ all: [{ fact: 'composite', operator: 'lessThan', value: 60 }] });

type Made = { readonly [K in RuleKind]: (model: Model) => Omit<RuleItems[K], 'id' | 'name'> };

const made: Made = {
  conditions: () => ({ conditions: composite() }),
  overlays: ({ metrics, measures }) => ({
    conditions: { all: [...some(measures[0]!.id).all] },
    weights: metrics.map(({ id, weight }) => ({ metric: id, weight })),
  }),
  points: ({ measures }) => ({ conditions: { all: [...some(measures[0]!.id).all] }, value: 1 }),
  gradeRules: ({ grades }) => ({
    conditions: composite(),
    event: { type: 'grade', params: { grade: grades.at(-1)!.id } },
  }),
  gates: ({ grades }) => ({ conditions: composite(), cap: grades.at(-1)!.id }),
  actions: () => ({ conditions: composite(), event: { type: 'talk' } }),
  conflicts: ({ actions = [] }) => ({
    // Of a model with fewer kinds of actions check says that one is missing.
    types: [...new Set([...actions.map(({ event }) => event.type), 'promotion', 'improvement_plan'])].slice(
      0,
      2,
    ),
    keep: 'priority',
  }),
};

/** A rule of a kind to begin with, which check allows; it has an id that no other item of its list has. */
export function newRule(model: Model, kind: RuleKind, name: { zh: string; en: string }): RuleItem {
  return { id: freeId(model, kind, 'rule'), name, ...made[kind](model) };
}

/** The same under another id. */
export function copied(model: Model, kind: RuleKind, item: RuleItem): RuleItem {
  return { ...structuredClone(item), id: freeId(model, kind, item.id) };
}

function freeId(model: Model, kind: RuleKind, like: string): string {
  const taken = new Set(itemsOf(model, kind).map(({ id }) => id));
  const stem = like.replace(/_\d+$/, '');
  for (let number = 2; ; number += 1) {
    const id = number === 2 && !taken.has(stem) ? stem : `${stem}_${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The items of a list; none where the model does not have it. */
export function itemsOf(model: Model, kind: RuleKind): readonly RuleItem[] {
  return model[kind] ?? [];
}

/** The model with other items in a list; an empty list is left out. */
export function withItems(model: Model, kind: RuleKind, items: readonly RuleItem[]): Model {
  const { [kind]: _before, ...rest } = model;
  return items.length === 0 ? rest : { ...rest, [kind]: items };
}
