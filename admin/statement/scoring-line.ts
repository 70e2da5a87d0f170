import { parseDecimal } from '../../engine/number/decimal.ts';
import { compare } from '../../engine/number/rational.ts';
import { fill } from '../../locales/index.ts';
import type { DecimalInput, LinearScoring, Metric, StepsScoring } from '../../schemas/index.ts';
import { targetId } from './source-figures.ts';
import { texts } from './texts.ts';
import type { View } from './view.ts';

/** How the score comes from the published value, with its numbers put in. */
export function scoringLine(view: View, { scoring, ...metric }: Metric, value: string): string {
  switch (scoring.kind) {
    case 'asIs':
      return limits(view, value, scoring);
    case 'ratioToTarget':
      return limits(view, `${value} ÷ ${view.shown(targetId({ scoring, ...metric }))} × 100`, scoring);
    case 'linear':
      return linearText(view, scoring, value);
    case 'steps':
      return stepsText(view, scoring, value);
  }
}

function limits(
  { language }: View,
  text: string,
  { floor, cap }: { floor?: DecimalInput; cap?: DecimalInput },
): string {
  const t = texts[language];
  const raised = floor === undefined ? text : `${text}${fill(t.atLeast, { floor })}`;
  return cap === undefined ? raised : `${raised}${fill(t.atMost, { cap })}`;
}

/** Between the two points the rule of three; beyond them, the nearer point. */
function linearText({ language }: View, { from, to }: LinearScoring, value: string): string {
  const t = texts[language];
  const points = fill(t.points, {
    from: from.value,
    fromScore: from.score,
    to: to.value,
    toScore: to.score,
  });
  if (isBelow(value, from.value)) return `${fill(t.below, { value, end: from.value })}${points}`;
  if (!isBelow(value, to.value)) return `${fill(t.notBelow, { value, end: to.value })}${points}`;
  const run = `(${value} − ${signedPart(from.value)}) ÷ (${to.value} − ${signedPart(from.value)})`;
  const rise = Number(from.score) === 0 ? String(to.score) : `(${to.score} − ${signedPart(from.score)})`;
  const start = Number(from.score) === 0 ? '' : ` + ${signedPart(from.score)}`;
  return `${run} × ${rise}${start}${points}`;
}

function stepsText({ language }: View, { below, steps }: StepsScoring, value: string): string {
  const t = texts[language];
  const reached = steps.findLast(({ from }) => !isBelow(value, from));
  const first = steps[0]?.from ?? '';
  const found =
    reached === undefined
      ? fill(t.below, { value, end: first })
      : fill(t.notBelow, { value, end: reached.from });
  const list = [
    fill(t.stepBelow, { from: first, score: below }),
    ...steps.map(({ from, score }) => fill(t.oneStep, { from, score })),
  ];
  return `${found}${fill(t.steps, { steps: list.join(t.comma) })}`;
}

function isBelow(value: string, end: DecimalInput): boolean {
  return compare(parseDecimal(value)!, parseDecimal(end)!) < 0;
}

/** A number as a later part of a sum: a negative one in brackets. */
function signedPart(value: DecimalInput): string {
  return String(value).startsWith('-') ? `(−${String(value).slice(1)})` : String(value);
}
