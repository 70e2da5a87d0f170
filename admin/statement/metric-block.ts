import { fill } from '../../locales/index.ts';
import type { Metric, Missing, WhenMissing } from '../../schemas/index.ts';
import { grouped, share } from '../shared/figures.ts';
import { formulaText, namesIn } from '../../engine/formula/formula-text.ts';
import { mostOf } from './most.ts';
import { scoringLine, scoringNote } from './scoring-line.ts';
import { targetStep } from '../../engine/model/target-measures.ts';
import { weightsOf } from '../../engine/model/weights.ts';
import { sourcesOf, type SourceFigure } from './source-figures.ts';
import { targetLines } from '../../sentences/target-lines.ts';
import type { View } from './view.ts';

/** One line of arithmetic: what it makes, and how. */
export interface ArithmeticLine {
  readonly kind: 'value' | 'target' | 'score' | 'weighted';
  readonly text: string;
  /** The same in words, where arithmetic alone says little. */
  readonly note?: string;
}

/** A metric of a statement, as data for the screen. */
export interface MetricBlock {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly weight: string;
  /** With its unit. */
  readonly actual: string | null;
  readonly value: string | null;
  /** With its unit; null where neither the formula nor the scoring uses one. */
  readonly target: string | null;
  readonly score: string | null;
  readonly part: string | null;
  /** The most the part can be; null where the score has no upper limit. */
  readonly most: string | null;
  /** The part of the bar that is filled, 0 to 1. */
  readonly filled: number;
  readonly lines: readonly ArithmeticLine[];
  readonly missing: { readonly because: string; readonly consequence: string } | null;
  /** What was measured. */
  readonly sources: readonly SourceFigure[];
}

/** The block of one metric. */
export function metricBlock(view: View, metric: Metric): MetricBlock {
  const { result, model, name } = view;
  const figures = result.metrics[metric.id]!;
  const group = model.groups.find(({ id }) => id === metric.group);
  const most = mostOf(metric);
  return {
    id: metric.id,
    name: name(metric.name),
    group: group === undefined ? '' : name(group.name),
    weight: weightOf(view, metric),
    actual: figures.value === null ? null : view.inUnit(figures.value, metric.unit ?? ''),
    value: figures.value,
    target: targetOf(view, metric),
    score: figures.score,
    part: figures.weighted,
    most,
    filled: share(figures.weighted, most ?? weightOf(view, metric)),
    lines: linesOf(view, metric),
    missing: figures.missing === undefined ? null : missingText(view, figures.missing, metric.whenMissing),
    sources: sourcesOf(view, metric),
  };
}

/** The weight that held for the person. */
function weightOf({ model, result }: View, { id }: Metric): string {
  return String(weightsOf(model, result).get(id));
}

/** The arithmetic of a metric, line by line: what stands in the receipt under its value, its score and its part. */
function linesOf(view: View, metric: Metric): ArithmeticLine[] {
  const { id, formula } = metric;
  const { value, score, weighted, missing } = view.result.metrics[id]!;
  const names = formulaText(formula, view.figureName);
  const numbers = formulaText(formula, (figure) =>
    grouped(view.shown(figure === 'target' ? targetStep(metric) : figure)),
  );
  const lines: ArithmeticLine[] = [
    {
      kind: 'value',
      text: [names, ...(numbers === names ? [] : [numbers])]
        .map((side) => `${side} `)
        .join('= ')
        .concat(equals(view, `${id}.value`, value)),
    },
  ];
  for (const text of targetLines(view, metric)) lines.push({ kind: 'target', text });
  if (score === null) return lines;
  if (missing === undefined) {
    const scoring = scoringLine(view, metric, value!);
    const text = `${scoring} ${equals(view, `${id}.score`, score)}`;
    lines.push({ kind: 'score', text, note: scoringNote(view, metric) });
  } else {
    lines.push({ kind: 'score', text: score });
  }
  lines.push({ kind: 'weighted', text: `${score} × ${weightOf(view, metric)} ÷ 100 = ${weighted}` });
  return lines;
}

/** "= 105.0000", or "≈ 33.3333" where the exact figure before publishing it is another. */
export function equals({ statement, exact, words }: View, id: string, published: string | null): string {
  if (published === null) return `= ${words.missing}`;
  const rounded = statement.receipt.entries.find((entry) => entry.id === id && entry.op === 'round');
  const before = rounded === undefined ? null : exact(String(rounded.args[0]));
  return before === null || before === exact(id) ? `= ${published}` : `≈ ${published}`;
}

/** A target that is compared with the value has the value's unit; one that stands in the formula has its own. */
function targetOf(view: View, metric: Metric): string | null {
  const target = view.exact(targetStep(metric));
  if (target === null || !usesTarget(metric)) return null;
  const { scoring, target: from, unit = '' } = metric;
  const measure = from?.kind === 'measure' ? from.measure : undefined;
  const own = view.model.measures.find(({ id }) => id === measure)?.unit;
  return view.inUnit(view.shown(targetStep(metric)), own ?? (scoring.kind === 'ratioToTarget' ? unit : ''));
}

function usesTarget({ formula, scoring, target }: Metric): boolean {
  const scores = scoring.kind === 'ratioToTarget' || scoring.kind === 'gapToTarget';
  return target !== undefined && (scores || namesIn(formula).includes('target'));
}

function missingText({ words, reasons, model, name }: View, { reason, of }: Missing, then: WhenMissing) {
  const measure = model.measures.find(({ id }) => id === of);
  const because = measure === undefined ? reasons[reason] : `${name(measure.name)}: ${reasons[reason]}`;
  return { because: fill(words.becauseMissing, { because }), consequence: words[then] };
}
