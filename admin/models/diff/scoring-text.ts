import { fill, type Language } from '../../../locales/index.ts';
import { decimalText, hasOnly, isObject, jsonText, listText } from './json-values.ts';
import { texts } from './texts.ts';

/**
 * A way of scoring as people read it.
 * @param lower whether a lower result is better: some ways then mean another arithmetic.
 * @returns undefined where the value is no scoring, or says something besides.
 */
export function scoringText(language: Language, scoring: unknown, lower: boolean): string | undefined {
  if (!isObject(scoring)) return undefined;
  const t = texts[language];
  switch (scoring['kind']) {
    case 'asIs':
    case 'ratioToTarget': {
      if (!hasOnly(scoring, ['kind', 'cap', 'floor'])) return undefined;
      const [higher, reversed] =
        scoring['kind'] === 'asIs' ? [t.asIs, t.asIsLower] : [t.ratioToTarget, t.ratioToTargetLower];
      return withLimits(language, lower ? reversed : higher, scoring);
    }
    case 'gapToTarget': {
      if (!hasOnly(scoring, ['kind', 'base', 'perUnit', 'cap', 'floor'])) return undefined;
      const [base, perUnit] = [decimalText(scoring['base']), decimalText(scoring['perUnit'])];
      if (base === undefined || perUnit === undefined) return undefined;
      return withLimits(
        language,
        fill(lower ? t.gapToTargetLower : t.gapToTarget, { base, perUnit }),
        scoring,
      );
    }
    case 'linear': {
      if (!hasOnly(scoring, ['kind', 'from', 'to'])) return undefined;
      const [from, to] = [pointText(scoring['from']), pointText(scoring['to'])];
      return from && to && fill(t.linear, { from, to });
    }
    case 'curve': {
      if (!hasOnly(scoring, ['kind', 'points'])) return undefined;
      const points = pointsText(scoring['points']);
      return points && fill(t.curve, { points });
    }
    case 'rating': {
      if (!hasOnly(scoring, ['kind', 'from', 'to'])) return undefined;
      const [from, to] = [decimalText(scoring['from']), decimalText(scoring['to'])];
      return from && to && fill(lower ? t.ratingLower : t.rating, { from, to });
    }
    case 'steps': {
      if (!hasOnly(scoring, ['kind', 'below', 'steps'])) return undefined;
      const [below, steps] = [decimalText(scoring['below']), stepsText(language, scoring['steps'])];
      return below && steps && fill(t.stepsFrom, { below, steps });
    }
    default:
      return undefined;
  }
}

/** The steps of a ladder; undefined where the value is none. */
export function stepsText(language: Language, steps: unknown): string | undefined {
  const { step, between } = texts[language];
  return listText(steps, ['from', 'score'], between, (item) => {
    const [from, score] = [decimalText(item['from']), decimalText(item['score'])];
    return from && score && fill(step, { from, score });
  });
}

/** The points of a curve; undefined where the value is none. */
export function pointsText(points: unknown): string | undefined {
  return listText(points, ['value', 'score'], ', ', (point) => {
    const text = pointText(point);
    return text && `(${text})`;
  });
}

function withLimits(
  language: Language,
  scoring: string,
  { floor, cap }: Readonly<Record<string, unknown>>,
): string {
  const t = texts[language];
  const raised = floor === undefined ? scoring : fill(t.withFloor, { scoring, floor: jsonOf(floor) });
  return cap === undefined ? raised : fill(t.withCap, { scoring: raised, cap: jsonOf(cap) });
}

function pointText(point: unknown): string | undefined {
  if (!hasOnly(point, ['value', 'score'])) return undefined;
  const [value, score] = [decimalText(point['value']), decimalText(point['score'])];
  return value && score && `${value} → ${score}`;
}

/** A decimal as it stands; what is no decimal stays visible as JSON. */
function jsonOf(value: unknown): string {
  return decimalText(value) ?? jsonText(value);
}
