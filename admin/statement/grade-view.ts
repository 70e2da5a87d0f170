import { risingBands } from '../../engine/model/bands.ts';
import { formatExact, parseDecimal } from '../../engine/number/decimal.ts';
import { compare, subtract } from '../../engine/number/rational.ts';
import { fill } from '../../locales/index.ts';
import { conditionText } from '../../sentences/condition-text.ts';
import { equals } from './metric-block.ts';
import { texts } from './texts.ts';
import { gateLines, heldLines } from '../../sentences/extra-lines.ts';
import type { View } from './view.ts';

/** An action that a rule proposes; people decide. */
export interface ProposedAction {
  readonly rule: string;
  readonly name: string;
  /** What the rule says to other programs, in the company's own words. */
  readonly details: readonly string[];
  readonly because: string;
}

/** How the composite is the sum of the parts; why there is none, where there is none. */
export function compositeLine(view: View): string {
  const { model, result, words, shown } = view;
  if (result.status === 'held') return [words.held, ...heldLines(view)].join(' ');
  if (result.composite === null) return words.noComposite;
  const parts = model.metrics.flatMap(({ id }) => result.metrics[id]?.weighted ?? []);
  const present = model.metrics.some(({ whenMissing }) => whenMissing === 'exclude')
    ? shown('composite.weights')
    : '100';
  const sum = present === '100' ? parts.join(' + ') : `(${parts.join(' + ')}) ÷ ${present} %`;
  return result.base === undefined
    ? `${words.composite} = ${sum} ${equals(view, 'composite', result.composite)}`
    : `${words.base} = ${sum} ${equals(view, 'composite.base', result.base)}`;
}

/** Why this grade: the band that the composite lies in, and the rule that stood in for it, if one did. */
export function gradeReasons(view: View): string[] {
  const { model, result, words, name, gradeName } = view;
  const placed = placeOf(view);
  if (placed === undefined) return [];
  const { from, to, grade } = placed.own;
  const ends = [...(from === undefined ? [] : [`≥ ${from}`]), ...(to === undefined ? [] : [`< ${to}`])].join(
    words.and,
  );
  const band = { composite: result.composite, grade: gradeName(grade), ends: ends === '' ? words.any : ends };
  const lines = [fill(texts[view.language].inBand, band)];
  const ruled = model.gradeRules?.find(({ id }) => id === result.gradeRule);
  if (ruled !== undefined) {
    const because = conditionText(ruled.conditions, view);
    lines.push(fill(words.ruled, { rule: name(ruled.name), grade: gradeName(result.grade), because }));
  }
  return [...lines, ...gateLines(view)];
}

/** The grade of the band that the composite lies in; undefined without a composite. */
export function bandGrade(view: View): string | undefined {
  return placeOf(view)?.own.grade;
}

/** The next band above, and how many points of the composite it is away; undefined in the highest, or without a composite. */
export function nextBand(view: View): { readonly grade: string; readonly points: string } | undefined {
  const placed = placeOf(view);
  if (placed?.next?.from === undefined) return undefined;
  const points = subtract(parseDecimal(placed.next.from)!, parseDecimal(view.result.composite!)!);
  return { grade: view.gradeName(placed.next.grade), points: formatExact(points) };
}

/** The actions proposed, each with what made its rule fire. */
export function proposedActions(view: View): ProposedAction[] {
  return view.result.actions.map(({ rule, params }) => {
    const found = view.model.actions?.find(({ id }) => id === rule);
    return {
      rule,
      name: found === undefined ? rule : view.name(found.name),
      details: Object.entries(params).map(([key, value]) => `${key} = ${String(value)}`),
      because: found === undefined ? '' : conditionText(found.conditions, view),
    };
  });
}

function placeOf({ model, result }: View) {
  if (result.composite === null) return undefined;
  const composite = parseDecimal(result.composite)!;
  const rising = risingBands(model.bands).map(({ band }) => band);
  const above = rising.findIndex(
    ({ from }) => from !== undefined && compare(composite, parseDecimal(from)!) < 0,
  );
  return { own: rising.at(above === -1 ? -1 : above - 1)!, next: above === -1 ? undefined : rising[above] };
}
