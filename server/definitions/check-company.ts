import { guardDocument, isTimeZone, schemaIssues } from '../../engine/index.ts';
import { validateCompany, type Company, type Issue } from '../../schemas/index.ts';

/** What is wrong with a company document. */
export function checkCompany(document: unknown): Issue[] {
  const guarded = guardDocument(document);
  if (guarded.length > 0) return guarded;
  const refused = schemaIssues(validateCompany, document);
  if (refused.length > 0) return refused;
  const { timeZone } = document as Company;
  if (isTimeZone(timeZone)) return [];
  return [{ code: 'company.timeZone', severity: 'error', pointer: '/timeZone', params: { timeZone } }];
}
