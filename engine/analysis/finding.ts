import type { Issue, IssueParam } from '../../schemas/index.ts';

/** How a finding came about: by looking at every case there is, or at so many. */
export type How = 'exact' | 'search';

/** Something in a model that is allowed, and most likely not meant: a warning with an example. */
export function findingAt(
  code: string,
  pointer: string,
  params: Readonly<Record<string, IssueParam>> = {},
  how: How = 'exact',
): Issue {
  return { code, severity: 'warning', pointer, params: { ...params, how } };
}
