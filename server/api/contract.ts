import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Issue } from '../../schemas/index.ts';
import { packageRoot } from '../files/package-root.ts';
import type { SchemaName } from './route.ts';

/** A JSON Schema, as it stands in its file. */
export type Schema = Readonly<Record<string, unknown>>;

/** What is wrong with a value; nothing where it has the form of the schema. */
export type Check = (value: unknown) => Issue[];

/** The wire contract: schemas/*.schema.json and schemas/api/*.schema.json, read once. */
export interface Contract {
  /** All schemas, by file. */
  readonly schemas: ReadonlyMap<string, Schema>;
  check(name: SchemaName): Check;
}

/** Where a schema stands: "runs#run" is runs.schema.json#/$defs/run. */
export function referenceOf(name: SchemaName): string {
  const [file, part] = name.split('#');
  return part === undefined ? `${file}.schema.json` : `${file}.schema.json#/$defs/${part}`;
}

/** The schemas that stand beside the program, by file. */
export function readSchemas(): ReadonlyMap<string, Schema> {
  const folder = join(packageRoot(), 'schemas');
  const schemas = new Map<string, Schema>();
  for (const place of [folder, join(folder, 'api')]) {
    for (const file of readdirSync(place).filter((name) => name.endsWith('.schema.json'))) {
      schemas.set(file, JSON.parse(readFileSync(join(place, file), 'utf8')) as Schema);
    }
  }
  return schemas;
}

/** Reads the contract. @throws where a schema is wrong: a bug. */
export function readContract(): Contract {
  const schemas = readSchemas();
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    discriminator: true,
    ownProperties: true,
    allErrors: false,
  });
  addFormats.default(ajv, ['date', 'date-time']);
  for (const schema of schemas.values()) ajv.addSchema(schema);
  const checks = new Map<string, Check>();
  return {
    schemas,
    check(name) {
      let check = checks.get(name);
      if (check === undefined) checks.set(name, (check = checkBy(ajv.getSchema(referenceOf(name)), name)));
      return check;
    },
  };
}

function checkBy(validate: ValidateFunction | undefined, name: SchemaName): Check {
  if (validate === undefined) throw new Error(`there is no schema ${name}`);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(issueOf));
}

function issueOf({ instancePath, keyword, params }: ErrorObject): Issue {
  const named =
    (params as Record<string, unknown>)['additionalProperty'] ??
    (params as Record<string, unknown>)['missingProperty'];
  const pointer = typeof named === 'string' ? `${instancePath}/${escaped(named)}` : instancePath;
  return { code: 'request.invalid', severity: 'error', pointer, params: { keyword } };
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 200);
}
