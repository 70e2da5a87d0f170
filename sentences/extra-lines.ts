import { fill, issueText } from '../locales/index.ts';
import { conditionText } from './condition-text.ts';
import type { ResultView } from './result-view.ts';

/** How the composite comes from the weighted sum, of models that add something to it. */
export function extraLines(view: ResultView): string[] {
  const { model, result, words, name } = view;
  const { base, points, adjustment, composite } = result;
  const given = (model.points ?? []).flatMap((item) => {
    if (points === undefined || !Object.hasOwn(points.of, item.id)) return [];
    const values = { name: name(item.name), points: points.of[item.id] ?? words.pointsMissing };
    return item.conditions === undefined
      ? [fill(words.points, values)]
      : [fill(words.pointsBecause, { ...values, because: conditionText(item.conditions, view) })];
  });
  const atMost = model.adjustments?.atMost;
  const added = [...(points ? [points.total] : []), ...(adjustment === undefined ? [] : [adjustment])];
  return [
    ...given,
    ...(points ? [fill(words.pointsTotal, { points: points.total })] : []),
    ...(adjustment === undefined
      ? []
      : [fill(words.adjustment, { points: adjustment ?? words.missing, atMost })]),
    ...(base && composite
      ? [`${words.composite} = ${base}${added.map(signed).join('')} = ${composite}`]
      : []),
  ];
}

/** What held the subject beside missing metrics. */
export function heldLines({ result, language }: ResultView): string[] {
  return result.issues.flatMap(({ code, params }) =>
    code.startsWith('adjustment.') ? [issueText(language, code, params)] : [],
  );
}

/** The overlay whose weights hold, if one does. */
export function overlayLines(view: ResultView): string[] {
  const { model, result, words, name } = view;
  const overlay = model.overlays?.find(({ id }) => id === result.overlay);
  if (overlay === undefined) return [];
  const because = conditionText(overlay.conditions, view);
  return [fill(words.overlay, { name: name(overlay.name), because })];
}

/** The gates that fired. */
export function gateLines(view: ResultView): string[] {
  const { model, result, words, name, gradeName } = view;
  return (model.gates ?? []).flatMap(({ id, name: labels, cap, conditions }) => {
    if (!result.gates?.includes(id)) return [];
    const because = conditionText(conditions, view);
    return [fill(words.gate, { name: name(labels), grade: gradeName(cap), because })];
  });
}

/** The actions that a conflict set aside. */
export function setAsideLines({ model, result, words, name }: ResultView): string[] {
  const called = (rule: string | undefined) => {
    const action = model.actions?.find(({ id }) => id === rule);
    return action === undefined ? '' : name(action.name);
  };
  return (result.setAside ?? []).map(({ rule, conflict, by }) => {
    const found = model.conflicts?.find(({ id }) => id === conflict);
    const values = { action: called(rule), conflict: found === undefined ? conflict : name(found.name) };
    return by === undefined
      ? fill(words.setAside, values)
      : fill(words.setAsideBy, { ...values, by: called(by) });
  });
}

function signed(figure: string | null): string {
  const text = String(figure);
  return text.startsWith('-') ? ` − ${text.slice(1)}` : ` + ${text}`;
}
