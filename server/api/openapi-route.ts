import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '../../schemas/index.ts';
import { packageRoot } from '../files/package-root.ts';
import { readSchemas } from './contract.ts';
import { openApiOf } from './openapi.ts';
import { defineRoute, type Route } from './route.ts';
import type { Services } from './services.ts';

/** The description of the API, for programs. @param all every route there is, this one too. */
export function openApiRoute({ cookie }: Services, all: () => readonly Route[]): Route {
  let document: OpenApiDocument | undefined;
  return defineRoute<never, OpenApiDocument>({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    allow: 'signedIn',
    answer: 'openapi#document',
    async handle() {
      document ??= openApiOf(all(), readSchemas(), {
        version: versionOf(packageRoot()),
        cookie: cookie.name,
      }) as OpenApiDocument;
      return { body: document };
    },
  });
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
