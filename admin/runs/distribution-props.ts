import type { GradeGroup } from './distribution-view.ts';

/** What the bars and the table of a distribution are made from. */
export interface DistributionProps {
  readonly run: string;
  readonly by: 'model' | 'team';
  readonly grades: readonly (string | null)[];
  readonly all: GradeGroup;
  readonly groups: readonly GradeGroup[];
  gradeName(id: string | null): { readonly name: string; readonly rank: number; readonly of: number };
  groupName(key: string): string;
}

/** The address of a run's page with its results filtered. */
export function resultsAddress(run: string, filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  return `/runs/${encodeURIComponent(run)}?${query.toString()}`;
}
