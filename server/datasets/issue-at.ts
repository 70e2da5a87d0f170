import type { Issue } from '../../schemas/index.ts';

/** An error at a place in a dataset definition. */
export function errorAt(code: string, pointer: string, params: NonNullable<Issue['params']>): Issue {
  return { code, severity: 'error', pointer, params };
}
