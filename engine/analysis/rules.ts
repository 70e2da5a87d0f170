import type { Condition, Issue, Model } from '../../schemas/index.ts';
import { casesOf, caseText } from './cases.ts';
import { asksMissing } from './conditions.ts';
import { findingAt } from './finding.ts';
import { holds } from './holds.ts';

interface Listed {
  readonly id: string;
  readonly node: Condition;
  readonly pointer: string;
}

/** Lists of which the first that fires counts: what stands behind another that always fires with it never counts. */
export function shadowedRules(model: Model): Issue[] {
  return firstCounts(model).flatMap((rules) =>
    rules.flatMap((rule, at) => shadowOf(rule, rules.slice(0, at), model)),
  );
}

function shadowOf(rule: Listed, earlier: readonly Listed[], model: Model): Issue[] {
  if (asksMissing(rule.node)) return [];
  for (const other of earlier) {
    if (asksMissing(other.node)) continue;
    const firing = casesOf([rule.node, other.node], model)?.filter((one) => holds(rule.node, one, model));
    if (firing === undefined || firing.length === 0) continue;
    if (firing.every((one) => holds(other.node, one, model))) {
      const example = caseText(firing[0]!);
      return [findingAt('rule.shadowed', rule.pointer, { rule: rule.id, by: other.id, example })];
    }
  }
  const plain = earlier.filter(({ node }) => !asksMissing(node));
  if (plain.length < 2) return [];
  const all = casesOf([rule.node, ...plain.map(({ node }) => node)], model);
  const firing = all?.filter((one) => holds(rule.node, one, model)) ?? [];
  const isCovered =
    firing.length > 0 && firing.every((one) => plain.some(({ node }) => holds(node, one, model)));
  return isCovered
    ? [findingAt('rule.unreachable', rule.pointer, { rule: rule.id, example: caseText(firing[0]!) })]
    : [];
}

function firstCounts(model: Model): Listed[][] {
  const { gradeRules = [], overlays = [], metrics } = model;
  const byPriority = gradeRules
    .map(({ id, priority = 1, conditions }, index) => ({
      id,
      priority,
      node: conditions,
      pointer: `/gradeRules/${index}`,
    }))
    .toSorted((a, b) => b.priority - a.priority);
  return [
    byPriority,
    overlays.map(({ id, conditions }, index) => ({ id, node: conditions, pointer: `/overlays/${index}` })),
    ...metrics.map(({ target }, index) =>
      target?.kind === 'condition'
        ? target.cases.map(({ conditions }, at) => ({
            id: String(at + 1),
            node: conditions,
            pointer: `/metrics/${index}/target/cases/${at}`,
          }))
        : [],
    ),
  ];
}

/** Targets by condition without a last resort: a case that no condition covers has no target. */
export function targetHoles({ metrics, ...rest }: Model): Issue[] {
  const model = { metrics, ...rest };
  return metrics.flatMap(({ id, target }, index) => {
    if (target?.kind !== 'condition' || target.otherwise !== undefined) return [];
    const nodes = target.cases.map(({ conditions }) => conditions);
    if (nodes.some(asksMissing)) return [];
    const hole = casesOf(nodes, model)?.find((one) => !nodes.some((node) => holds(node, one, model)));
    return hole === undefined
      ? []
      : [findingAt('rules.hole', `/metrics/${index}/target`, { metric: id, example: caseText(hole) })];
  });
}
