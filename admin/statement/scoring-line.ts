import { parseDecimal } from '../../engine/number/decimal.ts';
import { compare } from '../../engine/number/rational.ts';
import { fill } from '../../locales/index.ts';
import type { DecimalInput, Metric, Scoring, ScoringPoint } from '../../schemas/index.ts';
import { targetStep } from '../../engine/model/target-measures.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** How the score comes from the published value, with its numbers put in. */
export function scoringLine({ words, shown }: View, metric: Metric, value: string): string {
  const scoring: Scoring = metric.scoring;
  const lower = metric.direction === 'lowerIsBetter';
  switch (scoring.kind) {
    case 'asIs':
      return limits(lower ? `100 − ${operand(value)}` : value, scoring);
    case 'ratioToTarget': {
      const reached = `${operand(value)} ÷ ${operand(shown(targetStep(metric)))} × 100`;
      return limits(lower ? `200 − ${reached}` : reached, scoring);
    }
    case 'gapToTarget': {
      const sides = [value, shown(targetStep(metric))].map(operand);
      const gap = (lower ? sides.toReversed() : sides).join(' − ');
      return limits(`${scoring.base} + (${gap}) × ${scoring.perUnit}`, scoring);
    }
    case 'rating': {
      const [from, to] = [operand(scoring.from), operand(scoring.to)];
      const climbed = lower ? `${to} − ${operand(value)}` : `${operand(value)} − ${from}`;
      return `(${climbed}) ÷ (${to} − ${from}) × 100`;
    }
    case 'linear':
      return alongLine(value, [scoring.from, scoring.to]);
    case 'curve':
      return alongLine(value, scoring.points);
    case 'steps': {
      const steps = scoring.steps.map(({ from, score }) => `≥ ${from} → ${score}`);
      return fill(words.steps, {
        value,
        steps: [...steps, `${words.below} → ${scoring.below}`].join(words.comma),
      });
    }
  }
}

/** The way of scoring in words, for who does not read the arithmetic. */
export function scoringNote({ language }: View, { scoring, direction }: Metric): string {
  const t = texts[language];
  const lower = direction === 'lowerIsBetter' ? '_lower' : '';
  switch (scoring.kind) {
    case 'asIs':
    case 'ratioToTarget':
      return limitsNote(t, t[`way_${scoring.kind}${lower}`], scoring);
    case 'gapToTarget':
      return limitsNote(t, fill(t[`way_gapToTarget${lower}`], { ...scoring }), scoring);
    case 'steps':
      return t[`way_steps${lower}`];
    case 'rating':
      return fill(t[`way_rating${lower}`], { ...scoring });
    case 'linear':
      return fill(t.way_line, { points: pointsText([scoring.from, scoring.to]) });
    case 'curve':
      return fill(t.way_line, { points: pointsText(scoring.points) });
  }
}

/** The stretch that a value lies on, worked out; beyond the ends, and on a point, the score of that point. */
function alongLine(value: string, points: readonly ScoringPoint[]): string {
  const place = (point: ScoringPoint) => compare(parseDecimal(value)!, parseDecimal(point.value)!);
  const next = points.findIndex((point) => place(point) <= 0);
  const [from, to] = [points[next - 1], points[next]];
  if (to === undefined) return `${value} ≥ ${points.at(-1)!.value} → ${points.at(-1)!.score}`;
  if (place(to) === 0) return `${value} → ${to.score}`;
  if (from === undefined) return `${value} ≤ ${to.value} → ${to.score}`;
  const [low, high] = [operand(from.value), operand(to.value)];
  const share = `(${operand(value)} − ${low}) ÷ (${high} − ${low})`;
  return `${from.score} + ${share} × (${operand(to.score)} − ${operand(from.score)})`;
}

function pointsText(points: readonly ScoringPoint[]): string {
  return points.map(({ value, score }) => `${value} → ${score}`).join(', ');
}

/** A figure within arithmetic: one below zero in parentheses. */
function operand(figure: DecimalInput): string {
  const text = String(figure);
  return text.startsWith('-') ? `(${text})` : text;
}

interface Limits {
  readonly floor?: DecimalInput;
  readonly cap?: DecimalInput;
}

function limitsNote(
  { way_floor, way_cap }: { readonly way_floor: string; readonly way_cap: string },
  way: string,
  { floor, cap }: Limits,
): string {
  const raised = floor === undefined ? way : fill(way_floor, { way, floor });
  return cap === undefined ? raised : fill(way_cap, { way: raised, cap });
}

function limits(text: string, { floor, cap }: Limits): string {
  const raised = floor === undefined ? text : `max(${text}, ${floor})`;
  return cap === undefined ? raised : `min(${raised}, ${cap})`;
}
