import type { Issue } from '../../schemas/index.ts';

/** What the things are called that a finding speaks of by their ids; an id that nobody knows stands for itself. */
export interface IssueNames {
  dataset(id: string): string;
  model(key: string): string;
  stage(id: string): string;
}

/** A finding that speaks of datasets, models and stages by their names. */
export function withNames(issue: Issue, names: IssueNames): Issue {
  if (issue.params === undefined) return issue;
  const params = Object.fromEntries(
    Object.entries(issue.params).map(([key, value]) => [
      key,
      (key === 'dataset' || key === 'model' || key === 'stage') && typeof value === 'string'
        ? names[key](value)
        : value,
    ]),
  );
  return { ...issue, params };
}
