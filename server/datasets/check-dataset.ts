import { guardDocument, schemaIssues } from '../../engine/index.ts';
import { validateDataset, type Dataset, type Issue } from '../../schemas/index.ts';
import { columnIssues } from './check-columns.ts';
import { headerIssues } from './check-headers.ts';
import { keyIssues } from './check-key.ts';
import { placementIssues } from './check-placement.ts';

/** What is wrong with a dataset definition; a document without errors can be imported by. */
export function checkDataset(document: unknown): Issue[] {
  const guarded = guardDocument(document);
  if (guarded.length > 0) return guarded;
  const refused = schemaIssues(validateDataset, document);
  if (refused.length > 0) return refused;
  const dataset = document as Dataset;
  return [
    ...headerIssues(dataset),
    ...keyIssues(dataset),
    ...dataset.columns.flatMap((column, index) => columnIssues(column, `/columns/${index}`)),
    ...placementIssues(dataset),
  ];
}
