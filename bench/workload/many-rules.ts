import type { ActionRule, Comparison, Conditions, Model } from '../../schemas/index.ts';
import { all, any, compare } from './conditions.ts';
import { figureSpecs } from './figures.ts';
import { standardModel } from './model.ts';
import { mulberry32 } from './random.ts';

/**
 * A model of one metric and many action rules, each of two to four comparisons of figures, half of them with a nested
 * `any`. With a thousand it is larger than a document that `check` lets through.
 */
export function manyRulesModel(count: number): Model {
  const random = mulberry32(1000);
  const comparison = (): Comparison => {
    const { id, low, high } = figureSpecs[Math.floor(random() * figureSpecs.length)]!;
    const threshold = Math.round((low + (high - low) * (0.1 + 0.8 * random())) * 100) / 100;
    return compare(id, random() < 0.5 ? '<' : '>=', threshold);
  };
  const conditions = (): Conditions => {
    const [first, ...rest] = Array.from({ length: 2 + Math.floor(random() * 3) }, comparison);
    return rest.length > 1 && random() < 0.75 ? all(first!, any(...rest)) : all(first!, ...rest);
  };
  const actions = Array.from({ length: count }, (_, index): ActionRule => {
    const id = `rule_${index + 1}`;
    return { id, name: { zh: id, en: id }, conditions: conditions(), event: { type: id } };
  });
  const [metric] = standardModel.metrics;
  return { ...standardModel, metrics: [{ ...metric!, weight: 100 }], gradeRules: [], actions };
}
