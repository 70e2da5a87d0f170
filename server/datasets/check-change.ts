import type { Column, Dataset, Issue } from '../../schemas/index.ts';

/**
 * What a change of a dataset would do to records that are stored by it: they must stay readable, and known again.
 * New columns, names, headings and wider limits are welcome.
 */
export function changeIssues(before: Dataset, after: Dataset): Issue[] {
  const issues: Issue[] = [];
  if (before.key.join() !== after.key.join()) issues.push(issue('dataset.keyFixed', '/key'));
  if (JSON.stringify(before.placement) !== JSON.stringify(after.placement)) {
    issues.push(issue('dataset.placementFixed', '/placement'));
  }
  const old = new Map(before.columns.map((column) => [column.id, column]));
  for (const [at, column] of after.columns.entries()) {
    const was = old.get(column.id);
    old.delete(column.id);
    const pointer = `/columns/${at}`;
    if (was === undefined) {
      if (column.required) issues.push(issue('dataset.newRequired', `${pointer}/required`, column.id));
    } else if (kindOf(was) !== kindOf(column)) {
      issues.push(issue('dataset.typeFixed', `${pointer}/type`, column.id));
    } else {
      issues.push(...narrowed(was, column, pointer));
    }
  }
  return [...issues, ...[...old.keys()].map((id) => issue('dataset.columnKept', '/columns', id))];
}

/** A text of several values is read as another kind of figure than a text of one. */
function kindOf(column: Column): string {
  return column.type === 'text' ? `text${column.separator ?? ''}` : column.type;
}

function narrowed(was: Column, column: Column, pointer: string): Issue[] {
  if (was.type === 'decimal' && column.type === 'decimal' && column.places < was.places) {
    return [issue('dataset.placesFewer', `${pointer}/places`, column.id)];
  }
  if (was.type !== 'choice' || column.type !== 'choice') return [];
  const kept = new Set(column.choices.map(({ value }) => value));
  return was.choices
    .filter(({ value }) => !kept.has(value))
    .map(({ value }) => ({
      ...issue('dataset.choiceKept', `${pointer}/choices`, column.id),
      params: { column: column.id, choice: value },
    }));
}

function issue(code: string, pointer: string, column?: string): Issue {
  return { code, severity: 'error', pointer, ...(column !== undefined && { params: { column } }) };
}
