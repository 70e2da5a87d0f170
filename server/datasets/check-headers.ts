import type { Dataset, Issue } from '../../schemas/index.ts';
import { headersOf } from './headers.ts';
import { errorAt } from './issue-at.ts';

/** Every id is used once, and no header can mean two columns. */
export function headerIssues({ columns }: Dataset): Issue[] {
  const ids = new Set<string>();
  const owners = new Map<string, number>();
  return columns.flatMap((column, index) => {
    if (ids.has(column.id)) {
      return [errorAt('dataset.duplicateColumn', `/columns/${index}/id`, { column: column.id })];
    }
    ids.add(column.id);
    return headersOf(column).flatMap(({ header, path }) => {
      const owner = owners.get(header) ?? index;
      owners.set(header, owner);
      if (owner === index) return [];
      const params = { header, column: column.id, other: columns[owner]!.id };
      return [errorAt('dataset.duplicateHeader', `/columns/${index}${path}`, params)];
    });
  });
}
