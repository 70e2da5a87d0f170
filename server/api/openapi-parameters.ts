import { isKeyed } from './refusals.ts';
import type { ListDeclaration, Route } from './route.ts';

/** A parameter, as an OpenAPI document has it. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema?: object;
  readonly content?: { readonly 'application/json': { readonly schema: object } };
}

/** What a route takes beside its body. @param revised whether its answer carries an ETag. */
export function parametersOf(route: Route, revised: boolean): Parameter[] {
  const { method, path, query = {}, list, body, ifMatch } = route;
  return [
    ...[...path.matchAll(/:(\w+)/g)].map(([, name]): Parameter => ({
      name: name!,
      in: 'path',
      required: true,
      schema: { type: 'string', minLength: 1 },
    })),
    ...Object.entries(query).map(([name, need]): Parameter => ({
      name,
      in: 'query',
      required: need === 'required',
      schema: { type: 'string', maxLength: 4000 },
    })),
    ...(list === undefined ? [] : listParameters(list)),
    ...(ifMatch === true
      ? [header('If-Match', true, '^"[^"]{1,100}"$', 'The ETag of what is to be changed.')]
      : []),
    ...(method === 'GET' && revised
      ? [header('If-None-Match', false, '', 'Answered 304 where it still has this ETag.')]
      : []),
    ...(isKeyed(route)
      ? [
          header(
            'Idempotency-Key',
            true,
            '^[\\x21-\\x7e]{1,255}$',
            'New for each thing to be done: sent again under the same key, it is done once.',
          ),
        ]
      : []),
    ...(body === 'file'
      ? [header('X-File-Name', false, '^[\\x21-\\x7e]*$', 'The name of the file, percent-encoded.')]
      : []),
  ];
}

function header(name: string, required: boolean, pattern: string, description: string): Parameter {
  return { name, in: 'header', required, description, schema: { type: 'string', pattern } };
}

function listParameters({ filters, required = [], sorts }: ListDeclaration): Parameter[] {
  const filter = {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(filters).map(([name, kind]) => [name, filterSchema(kind, required.includes(name))]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
  const field = { type: 'string', enum: [...new Set([...sorts, 'id'])] };
  const order = { type: 'string', enum: ['ASC', 'DESC'] };
  const index = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
  return [
    json(
      'filter',
      required.length > 0,
      filter,
      'Which records. What is empty or null asks for nothing. At most 4000 characters in all.',
    ),
    json('sort', false, pair(field, order), `["${sorts[0]}","ASC"] where nothing is said.`),
    json(
      'range',
      false,
      pair(index, index),
      'From which to which record, both included, counted from 0, at most 1000: [0,24] where nothing is said.',
    ),
  ];
}

function filterSchema(kind: 'one' | 'many', required: boolean): object {
  const one = required ? { type: 'string', minLength: 1 } : { type: ['string', 'null'] };
  return kind === 'one'
    ? one
    : { anyOf: [one, { type: 'array', items: { type: 'string' }, maxItems: 1000 }] };
}

function pair(first: object, second: object): object {
  return { type: 'array', prefixItems: [first, second], items: false, minItems: 2, maxItems: 2 };
}

function json(name: string, required: boolean, schema: object, description: string): Parameter {
  return { name, in: 'query', required, description, content: { 'application/json': { schema } } };
}
