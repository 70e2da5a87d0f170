import type { Issue, IssueParam, SchemaError, Validator } from '../../schemas/index.ts';
import { escapePointer } from './guard.ts';

/** What the schema says against a document, each with a pointer that resolves. */
export function schemaIssues<T>(validate: Validator<T>, document: unknown): Issue[] {
  if (validate(document)) return [];
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(issueOf);
}

function issueOf({ keyword, instancePath, params }: SchemaError): Issue {
  const extra = params['additionalProperty'];
  const name = params['propertyName'];
  const key = typeof extra === 'string' ? extra : typeof name === 'string' ? name : undefined;
  return {
    code: `schema.${keyword}`,
    severity: 'error',
    pointer: key === undefined ? instancePath : `${instancePath}/${escapePointer(key)}`,
    params: plainParams(params),
  };
}

function plainParams(params: Record<string, unknown>): Record<string, IssueParam> {
  const plain: [string, IssueParam][] = [];
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      plain.push([name, value]);
    else if (Array.isArray(value)) plain.push([name, value.map(String).join(', ')]);
  }
  return Object.fromEntries(plain);
}
