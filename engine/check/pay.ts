import type { Issue, Model, PayLine } from '../../schemas/index.ts';
import { parseDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import { lies } from '../pay/group-score.ts';
import { payKindOf } from '../pay/index.ts';
import { errorAt } from './issues.ts';
import { checkFormulaText } from './metrics.ts';

/** Pay lines: formulas of figures that are known before them, limits, and what their kinds ask for. */
export function checkPay(model: Model): Issue[] {
  const names = namesOf(model);
  return (model.pay ?? []).flatMap((line, index) => {
    const issues = checkLine(model, line, `/pay/${index}`, new Set(names));
    names.add(line.id);
    return issues;
  });
}

function checkLine(model: Model, line: PayLine, at: string, names: ReadonlySet<string>): Issue[] {
  const { amount, floor, cap, hold } = line;
  const scope = { names, hasTarget: false };
  return [
    ...payKindOf(amount).check(amount, {
      model,
      pointer: `${at}/amount`,
      formula: (text, path) => checkFormulaText(text, scope, `${at}/amount/${path}`),
    }),
    ...(floor !== undefined && cap !== undefined && compare(parseDecimal(floor)!, parseDecimal(cap)!) > 0
      ? [errorAt('scoring.floorAboveCap', `${at}/floor`)]
      : []),
    ...(hold === undefined ? [] : checkFormulaText(hold.released, scope, `${at}/hold/released`)),
  ];
}

/** What the formulas of the first line may use. */
function namesOf(model: Model): Set<string> {
  const judged = model.groups.filter(({ id }) => model.metrics.some(({ group }) => lies(model, group, id)));
  return new Set([
    'composite',
    ...model.measures.map(({ id }) => id),
    ...model.metrics.flatMap(({ id }) => [`${id}.value`, `${id}.score`]),
    ...judged.map(({ id }) => `${id}.groupScore`),
  ]);
}
