import { periodOf } from '../../engine/index.ts';

/** Whether a text is the id of a period, such as 2026-Q3. */
export function isPeriodId(text: string): boolean {
  return periodOf(text, 'UTC') !== undefined;
}
