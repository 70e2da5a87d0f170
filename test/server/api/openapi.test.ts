import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSchemas } from '../../../server/api/contract.ts';
import { openApiOf } from '../../../server/api/openapi.ts';
import { refusalsOf, statusOf } from '../../../server/api/refusals.ts';
import { allRoutes } from '../../../server/api/routes.ts';
import type { Services } from '../../../server/api/services.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema?: object;
    readonly content?: { readonly 'application/json': { readonly schema: object } };
  }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, { readonly content: object }>>;
  };
}

// The list alone: nothing is asked of the services.
const routes = allRoutes({ store: { collection: () => ({}) } } as unknown as Services);
const facts = { version: '1.2.3', cookie: 'meritscale' };
const document = openApiOf(routes, readSchemas(), facts) as Document;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);
const operationOf = (method: string, path: string): Operation =>
  document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!;

function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}

describe('the OpenAPI document', () => {
  it('is one by the JSON Schema of OpenAPI 3.1', () => {
    const file = join(import.meta.dirname, '../../fixtures/openapi/openapi-3.1.schema.json');
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
    // ajv follows dynamic references to the root only; here they all mean this definition.
    const text = readFileSync(file, 'utf8').replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"');
    const validate = ajv.compile(JSON.parse(text) as object);
    validate(document);
    expect(validate.errors).toBeNull();
    expect(validate({ ...document, paths: { x: 1 } })).toBe(false);
  });

  it('has every route once, and no other', () => {
    expect(routes.length).toBeGreaterThan(50);
    const declared = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(described.toSorted()).toEqual(declared.toSorted());
    expect(new Set(declared).size).toBe(declared.length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(declared.length);
  });

  it('refers to nothing that is not there, and has nothing that is not referred to', () => {
    const used = new Set(references(document));
    expect(used.size).toBeGreaterThan(60);
    for (const reference of used) {
      const [root, ...parts] = reference.split('/');
      expect(root).toBe('#');
      const found = parts.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document);
      expect(found, reference).toBeTypeOf('object');
    }
    for (const name of Object.keys(document.components.schemas)) {
      expect(used, name).toContain(`#/components/schemas/${name}`);
    }
  });

  it('has schemas that compile, of answers, bodies and parameters', () => {
    const ajv = new Ajv2020({
      strict: true,
      strictRequired: false,
      strictTypes: false,
      allowUnionTypes: true,
    });
    addFormats.default(ajv, ['date', 'date-time']);
    // The unions' discriminators only help readers: they say what the schemas say already.
    ajv.addVocabulary(['components', 'discriminator']);
    ajv.addSchema(
      { $id: 'https://example.org/api', components: document.components },
      undefined,
      true,
      false,
    );
    const names = Object.keys(document.components.schemas);
    for (const name of names) {
      expect(ajv.getSchema(`https://example.org/api#/components/schemas/${name}`), name).toBeTypeOf(
        'function',
      );
    }
    const parameters = operations.flatMap(({ operation }) => operation.parameters ?? []);
    expect(parameters.length).toBeGreaterThan(80);
    for (const { schema, content } of parameters) {
      expect(ajv.compile(schema ?? content!['application/json'].schema)).toBeTypeOf('function');
    }
  });

  it.each(routes.map((route) => [route.method, route.path, route] as const))(
    '%s %s says what it takes and how it is answered',
    (method, path, route) => {
      const { security, parameters = [], requestBody, responses } = operationOf(method, path);
      const named = new Map(parameters.map((parameter) => [parameter.name, parameter]));
      expect(security.length).toBe(route.allow === 'public' ? 0 : 1);
      expect(named.get('If-Match')?.required).toBe(route.ifMatch);
      expect(named.get('Idempotency-Key')?.required).toBe(
        method === 'POST' && route.repeatable !== true ? true : undefined,
      );
      expect(named.has('filter') && named.has('sort') && named.has('range')).toBe(route.list !== undefined);
      expect(requestBody !== undefined).toBe(route.body !== undefined);
      expect(Object.keys(responses).filter((status) => status !== '304')).toEqual(
        [statusOf(route), ...refusalsOf(route)].map(String),
      );
      for (const status of refusalsOf(route)) {
        const name = responses[status]?.$ref?.split('/').at(-1) ?? '';
        expect(Object.keys(document.components.responses[name]!.content)).toEqual([
          'application/problem+json',
        ]);
      }
    },
  );

  it('says of every union with a discriminator which value means which schema', () => {
    const unions = Object.values(document.components.schemas).filter((schema) => 'discriminator' in schema);
    expect(unions.length).toBeGreaterThanOrEqual(3);
    for (const union of unions) {
      const { oneOf, discriminator } = union as {
        oneOf: readonly { $ref: string }[];
        discriminator: { mapping: Record<string, string> };
      };
      const meant = new Set(Object.values(discriminator.mapping));
      expect([...meant].toSorted()).toEqual(oneOf.map(({ $ref }) => $ref).toSorted());
    }
  });

  it('is the same for the same routes', () => {
    expect(JSON.stringify(openApiOf(routes, readSchemas(), facts))).toBe(JSON.stringify(document));
  });

  it('refuses two schemas of one title', () => {
    const schema = { $defs: { one: { title: 'Same' }, other: { title: 'Same' } } };
    const both = ['x#one', 'x#other'].map((answer) => ({ ...routes[0]!, path: `/${answer[2]}`, answer }));
    const schemas = new Map([...readSchemas(), ['x.schema.json', schema]]);
    expect(() => openApiOf(both, schemas, facts)).toThrow('Same');
  });
});

describe('GET /openapi.json', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });
  afterAll(() => app.close());

  it('is for everybody who is signed in', async () => {
    const answer = await app.as(await app.cookieOf('s', [{ role: 'seller' }]), 'GET', '/openapi.json');
    expect(answer.status).toBe(200);
    expect(Object.keys((answer.body as Document).paths)).toContain('/openapi.json');
    expect((await app.as(undefined, 'GET', '/openapi.json')).status).toBe(401);
  });
});
