import type { Issue, Model } from '../../schemas/index.ts';
import { significantDigits } from '../number/decimal.ts';
import { errorAt } from './issues.ts';

/** JSON numbers that JSON readers do not agree on: with more than 15 significant digits, or too small for 10 places. */
export function checkNumbers(model: Model): Issue[] {
  const issues: Issue[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === 'number') {
      if (significantDigits(value) > 15 || (value !== 0 && Math.abs(value) < 1e-10)) {
        issues.push(errorAt('number.tooPrecise', pointer, { value }));
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, `${pointer}/${key}`);
    }
  };
  walk(model, '');
  return issues;
}
