import type { JobView } from '../../schemas/index.ts';

/** What an import found, as its job reports it. */
export interface Counts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export function countsOf({ report }: JobView): Counts {
  const count = (name: string) => (typeof report[name] === 'number' ? report[name] : 0);
  return {
    rows: count('rows'),
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
  };
}

/** How many rows of a file could be read. */
export function rightRows({ rows, rejected }: Counts): number {
  return rows - rejected;
}
