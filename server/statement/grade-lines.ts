import { risingBands } from '../../engine/model/bands.ts';
import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { compare, subtract } from '../../engine/number/rational.ts';
import { fill } from '../../locales/index.ts';
import { conditionText } from '../../sentences/condition-text.ts';
import {
  extraLines,
  gateLines,
  heldLines,
  overlayLines,
  setAsideLines,
} from '../../sentences/extra-lines.ts';
import type { ResultView } from '../../sentences/result-view.ts';

/** The sum of the parts. */
export function compositeLines(view: ResultView): string[] {
  const { model, result, words, shown } = view;
  if (result.status === 'held') return [words.held, ...heldLines(view)];
  const parts = model.metrics.flatMap(({ id }) => result.metrics[id]!.weighted ?? []);
  if (result.composite === null) return [words.noComposite];
  const present = model.metrics.some(({ whenMissing }) => whenMissing === 'exclude')
    ? shown('composite.weights')
    : '100';
  const sum = present === '100' ? parts.join(' + ') : `(${parts.join(' + ')}) ÷ ${present} %`;
  const [what, figure] =
    result.base === undefined ? [words.composite, result.composite] : [words.base, result.base];
  return [...overlayLines(view), `${what} = ${sum} = ${figure}`, ...extraLines(view)];
}

/** The band, the distance to the next one, and the rule that stood in for it, if one did. */
export function gradeLines(view: ResultView): string[] {
  const { model, result, words, name, gradeName } = view;
  if (result.composite === null) return [];
  const composite = parseDecimal(result.composite)!;
  const rising = risingBands(model.bands).map(({ band }) => band);
  const above = rising.findIndex(
    ({ from }) => from !== undefined && compare(composite, parseDecimal(from)!) < 0,
  );
  const own = rising.at(above === -1 ? -1 : above - 1)!;
  const ends = [
    ...(own.from === undefined ? [] : [`≥ ${own.from}`]),
    ...(own.to === undefined ? [] : [`< ${own.to}`]),
  ].join(words.comma);
  const lines = [fill(words.band, { grade: gradeName(own.grade), ends: ends === '' ? words.any : ends })];
  if (own.from !== undefined) {
    const margin = formatExact(subtract(composite, parseDecimal(own.from)!));
    lines.push(fill(words.margin, { margin, from: String(own.from) }));
  }
  const next = rising[above];
  if (next?.from !== undefined) {
    const distance = formatExact(subtract(parseDecimal(next.from)!, composite));
    lines.push(fill(words.distance, { grade: gradeName(next.grade), distance }));
  }
  const ruled = model.gradeRules?.find(({ id }) => id === result.gradeRule);
  if (ruled !== undefined) {
    const because = conditionText(ruled.conditions, view);
    lines.push(fill(words.ruled, { rule: name(ruled.name), grade: gradeName(result.grade), because }));
  }
  return [...lines, ...gateLines(view)];
}

/** The actions proposed, each with what made its rule fire; those set aside; then the rules that did not fire. */
export function actionLines(view: ResultView): string[] {
  const { model, result, words, name } = view;
  const fired = [
    result.gradeRule,
    ...[...result.actions, ...(result.setAside ?? [])].map(({ rule }) => rule),
  ];
  const others = [...(model.gradeRules ?? []), ...(model.actions ?? [])]
    .filter(({ id }) => !fired.includes(id))
    .map((rule) =>
      fill(words.notFired, { rule: name(rule.name), conditions: conditionText(rule.conditions, view) }),
    );
  return [...proposed(view), ...setAsideLines(view), ...others];
}

function proposed(view: ResultView): string[] {
  const { model, result, words, name } = view;
  if (result.actions.length === 0) return [words.noActions];
  return result.actions.map(({ rule, params }) => {
    const { name: labels, conditions } = model.actions!.find(({ id }) => id === rule)!;
    const details = Object.entries(params).map(([key, value]) => `${key} ${String(value)}`);
    return fill(words.action, {
      action: [name(labels), ...details].join(words.comma),
      because: conditionText(conditions, view),
    });
  });
}
