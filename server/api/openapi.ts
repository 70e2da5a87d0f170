import type { Schema } from './contract.ts';
import { componentsOf, type Components } from './openapi-schemas.ts';
import { parametersOf, type Parameter } from './openapi-parameters.ts';
import { titles } from './problem.ts';
import { refusalsOf, statusOf } from './refusals.ts';
import type { Route } from './route.ts';

/** What the document says of this installation. */
export interface OpenApiFacts {
  readonly version: string;
  /** The name of the cookie a session is kept in. */
  readonly cookie: string;
}

const headers = {
  ETag: { description: 'The revision: what If-Match has to say to change it.', schema: { type: 'string' } },
  'Content-Range': {
    description: 'items first-last/how many there are in all',
    schema: { type: 'string', pattern: '^items \\d+-\\d+/\\d+$' },
  },
};

/**
 * The OpenAPI 3.1 document of these routes: the same routes and schemas give the same document.
 * @param schemas all schemas of the wire contract, by file.
 */
export function openApiOf(
  routes: readonly Route[],
  schemas: ReadonlyMap<string, Schema>,
  { version, cookie }: OpenApiFacts,
): object {
  const components = componentsOf(schemas);
  const problem = components.refer('problem#problem');
  const revised = new Set(routes.filter(({ ifMatch }) => ifMatch === true).map(({ answer }) => answer));
  const paths: Record<string, Record<string, object>> = {};
  const statuses = new Set<number>();
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operationOf(route, components, revised.has(route.answer));
    for (const status of refusalsOf(route)) statuses.add(status);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Meritscale',
      version,
      description: 'Sales performance evaluation: models, data, runs, statements.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: components.schemas(),
      responses: Object.fromEntries(
        [...statuses]
          .toSorted((a, b) => a - b)
          .map((status) => [
            responseName(status),
            {
              description: titles[status],
              content: { 'application/problem+json': { schema: problem } },
            },
          ]),
      ),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookie } },
    },
    security: [{ session: [] }],
  };
}

function operationOf(route: Route, components: Components, revised: boolean): object {
  const { method, path, summary, allow, body } = route;
  const parameters: Parameter[] = parametersOf(route, revised);
  const need =
    typeof allow === 'object' ? `Needs the right to ${allow.action}: ${allow.resource}.` : undefined;
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    ...(need !== undefined && { description: need }),
    tags: [path.split('/')[1]!],
    security: allow === 'public' ? [] : [{ session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: { required: true, content: bodyOf(body, components) } }),
    responses: responsesOf(route, components, revised),
  };
}

function bodyOf(body: string, components: Components): object {
  if (body !== 'file') return { 'application/json': { schema: components.refer(body) } };
  // Bytes as they are: no schema says anything of them.
  return { 'text/csv': {}, 'application/octet-stream': {} };
}

function responsesOf(route: Route, components: Components, revised: boolean): object {
  const { method, answer, list } = route;
  const content = contentOf(answer, components);
  const sent = {
    ...(revised && { ETag: headers.ETag }),
    ...(list !== undefined && { 'Content-Range': headers['Content-Range'] }),
  };
  const good = {
    description: content === undefined ? 'It is done.' : 'As asked for.',
    ...(Object.keys(sent).length > 0 && { headers: sent }),
    ...(content !== undefined && { content }),
  };
  return {
    [statusOf(route)]: good,
    ...(method === 'GET' && revised && { 304: { description: 'It still has the ETag that was named.' } }),
    ...Object.fromEntries(
      refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/${responseName(status)}` }]),
    ),
  };
}

function contentOf(answer: Route['answer'], components: Components): object | undefined {
  if (typeof answer === 'object') {
    const items = components.refer(answer.listOf);
    return { 'application/json': { schema: { type: 'array', items, maxItems: 1000 } } };
  }
  if (answer === 'nothing') return undefined;
  if (answer === 'events') return { 'text/event-stream': {} };
  if (answer === 'text') return { 'text/csv': { schema: { type: 'string' } } };
  return { 'application/json': { schema: components.refer(answer) } };
}

function responseName(status: number): string {
  return (titles[status] ?? String(status)).replaceAll(' ', '');
}
