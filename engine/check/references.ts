import type { Condition, Issue, Model } from '../../schemas/index.ts';
import { namedConditions } from '../condition/named-conditions.ts';
import { comparisonsOf, conditionDepth, conditionNodes, referencesOf } from './conditions.ts';
import { errorAt } from './issues.ts';

/** What conditions come to with all that they refer to in its place. Counted, never written out: that can be huge. */
export interface Extent {
  readonly depth: number;
  readonly nodes: number;
  readonly facts: ReadonlySet<string>;
}

/** The named conditions of a model. */
export interface References {
  readonly extents: ReadonlyMap<string, Extent>;
  /** References that lead back to where they stand; in extents they are nothing. */
  readonly cycles: readonly Issue[];
}

/**
 * Follows the references of named conditions, each condition once.
 * @param known what conditions may ask in the end; what nobody knows is a finding of its own.
 */
export function followReferences(model: Model, known: { has(fact: string): boolean }): References {
  const named = namedConditions(model);
  const extents = new Map<string, Extent>();
  const cycles: Issue[] = [];
  const open = new Set<string>();
  const follow = (id: string): void => {
    const { conditions, pointer } = named.get(id)!;
    open.add(id);
    for (const { reference, pointer: at } of referencesOf(conditions, pointer)) {
      const { condition } = reference;
      if (open.has(condition)) cycles.push(errorAt('condition.cycle', `${at}/condition`, { condition }));
      else if (named.has(condition) && !extents.has(condition)) follow(condition);
    }
    open.delete(id);
    const extent = extentOf(conditions, extents);
    extents.set(id, { ...extent, facts: new Set([...extent.facts].filter((fact) => known.has(fact))) });
  };
  for (const id of named.keys()) if (!extents.has(id)) follow(id);
  return { extents, cycles };
}

/** What conditions come to, given what those that they refer to do. */
export function extentOf(conditions: Condition, extents: References['extents']): Extent {
  const inner = referencesOf(conditions, '').flatMap(({ reference, depth }) => {
    const extent = extents.get(reference.condition);
    return extent === undefined ? [] : [{ ...extent, depth: depth + extent.depth }];
  });
  const facts = new Set(comparisonsOf(conditions, '').map(({ comparison }) => comparison.fact));
  for (const extent of new Set(inner.map((item) => item.facts))) for (const fact of extent) facts.add(fact);
  return {
    depth: Math.max(conditionDepth(conditions), ...inner.map(({ depth }) => depth)),
    nodes: inner.reduce((sum, { nodes }) => sum + nodes, conditionNodes(conditions)),
    facts,
  };
}
