import { validateModel } from '../../../schemas/index.ts';
import { fill, type Language } from '../../../locales/index.ts';
import type { Model, Target, TargetFigure, TargetLevel } from '../../../schemas/index.ts';
import { ruleText } from '../sentences.ts';
import { texts } from './texts.ts';

/**
 * Targets by condition and in levels, in a sentence.
 * @returns undefined where the target is not of the form that the schema asks for.
 */
export function manyTargetsText(model: Model, target: unknown, language: Language): string | undefined {
  const t = texts[language];
  const probe = { ...model, metrics: model.metrics.slice(0, 1).map((metric) => ({ ...metric, target })) };
  if (!validateModel(probe)) return undefined;
  const checked = target as Target;
  const measureName = (id: string | undefined) =>
    model.measures.find((measure) => measure.id === id)?.name[language] ?? String(id);
  const figure = ({ value, measure }: TargetFigure) =>
    value === undefined ? measureName(measure) : String(value);
  const level = ({ growth, ...plain }: TargetLevel) =>
    growth === undefined
      ? figure(plain)
      : fill(t.levelGrowth, { percent: growth.percent, baseline: measureName(growth.baseline) });
  if (checked.kind === 'levels') {
    const levels = checked.levels.map((item) => `${item.name[language]} ${level(item)}`);
    return fill(t.inLevels, { levels: levels.join(t.between) });
  }
  if (checked.kind !== 'condition') return undefined;
  const cases = checked.cases.map((entry) =>
    fill(t.caseOf, { value: figure(entry), conditions: ruleText(model, entry.conditions, language) }),
  );
  const last = checked.otherwise ? [fill(t.otherwise, { value: figure(checked.otherwise) })] : [];
  return fill(t.perCondition, { cases: [...cases, ...last].join(t.between) });
}
