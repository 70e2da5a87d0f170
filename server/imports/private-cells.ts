import { canSee, type Caller } from '../../engine/access/can.ts';
import type { Issue } from '../../schemas/index.ts';

/**
 * Whether somebody may see what stands in a file. Nobody knows of its columns, before they are a dataset's, whether
 * they are private: so it is for whoever sent it, and for those who may see everything.
 */
export function seesFile(caller: Caller | undefined, sentBy: string | null): boolean {
  if (caller === undefined) return false;
  if (caller.person === sentBy) return true;
  return canSee(caller, 'pay', undefined) && canSee(caller, 'surveyText', undefined);
}

/** What is wrong, without what stood there. */
export function withoutCells(issues: readonly Issue[]): Issue[] {
  return issues.map(({ value: _value, ...issue }) => issue);
}
