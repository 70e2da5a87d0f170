import type { Dataset, Issue } from '../../schemas/index.ts';
import { errorAt } from './issue-at.ts';

/** The key's columns exist, once each, are required, and are no names of people: keys stay when names are erased. */
export function keyIssues({ key, columns, placement }: Dataset): Issue[] {
  return key.flatMap((id, index) => {
    const problem = (code: string) => [errorAt(code, `/key/${index}`, { column: id })];
    const column = columns.find((candidate) => candidate.id === id);
    if (column === undefined) return problem('dataset.unknownColumn');
    if (key.indexOf(id) < index) return problem('dataset.duplicateKey');
    if (!column.required) return problem('dataset.keyNotRequired');
    if (placement?.kind === 'peopleInTeams' && placement.personName === id)
      return problem('dataset.nameInKey');
    return [];
  });
}
