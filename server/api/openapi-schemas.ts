import type { Schema } from './contract.ts';
import { referenceOf } from './contract.ts';
import type { SchemaName } from './route.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Schemas under names of one flat list, as an OpenAPI document has them. */
export interface Components {
  /** A reference to a schema; it and all that it refers to are taken into the list. */
  refer(name: SchemaName): { readonly $ref: string };
  /** All that was referred to, by name. @throws where two schemas have the same title: a bug. */
  schemas(): Record<string, Json>;
}

/** @param files all schemas, by file. */
export function componentsOf(files: ReadonlyMap<string, Schema>): Components {
  const taken = new Map<string, { readonly place: string; readonly schema: Json }>();

  function take(file: string, fragment: string): string {
    const place = `${file}#${fragment}`;
    const found = at(files.get(file) as Json | undefined, fragment);
    const name = nameOf(file, fragment, found);
    const known = taken.get(name);
    if (known?.place === place) return name;
    if (known !== undefined) throw new Error(`two schemas are called ${name}`);
    // Noted before it is walked: schemas refer to themselves.
    taken.set(name, { place, schema: {} });
    taken.set(name, { place, schema: rewritten(found, file) });
    return name;
  }

  function rewritten(node: Json, file: string): Json {
    if (Array.isArray(node)) return node.map((item: Json) => rewritten(item, file));
    if (!isObject(node)) return node;
    if (isObject(node['discriminator'])) return discriminated(node, file);
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== '$schema' && key !== '$id' && key !== '$defs')
        .map(([key, value]) => {
          if (key !== '$ref' || typeof value !== 'string') return [key, rewritten(value, file)];
          const [target = '', fragment = ''] = value.split('#');
          return [key, `#/components/schemas/${take(target === '' ? file : target, fragment)}`];
        }),
    );
  }

  /** Which value of the property means which schema: unless it is said, values are names of schemas. */
  function discriminated(node: { readonly [key: string]: Json }, file: string): Json {
    const { discriminator, ...rest } = node;
    const union = rewritten(rest, file) as { readonly oneOf?: readonly { readonly $ref?: string }[] };
    const property = (discriminator as { readonly propertyName: string }).propertyName;
    const mapping: Record<string, string> = {};
    // Schemas that stand in the union itself have no name a value could mean.
    if (union.oneOf?.every(({ $ref }) => $ref !== undefined) !== true) return union;
    for (const { $ref } of union.oneOf) {
      const schema = taken.get($ref?.split('/').at(-1) ?? '')?.schema;
      for (const value of valuesOf(schema, property)) mapping[value] = $ref!;
    }
    return { ...(union as object), discriminator: { propertyName: property, mapping } };
  }

  return {
    refer(name) {
      const [file = '', fragment = ''] = referenceOf(name).split('#');
      return { $ref: `#/components/schemas/${take(file, fragment)}` };
    },
    schemas: () =>
      Object.fromEntries(
        [...taken].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, { schema }]) => [name, schema]),
      ),
  };
}

function isObject(node: Json | undefined): node is { readonly [key: string]: Json } {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** The values that a schema allows a property. */
function valuesOf(schema: Json | undefined, property: string): string[] {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  const declared = isObject(properties) ? properties[property] : undefined;
  if (!isObject(declared)) return [];
  const values = declared['const'] === undefined ? declared['enum'] : [declared['const']];
  return Array.isArray(values) ? values.map(String) : [];
}

function at(schema: Json | undefined, fragment: string): Json {
  let node = schema;
  for (const part of fragment.split('/').slice(1)) {
    node = (node as { readonly [key: string]: Json } | undefined)?.[part];
  }
  if (node === undefined) throw new Error(`there is no schema ${fragment}`);
  return node;
}

function nameOf(file: string, fragment: string, schema: Json): string {
  const { title } = schema as { readonly title?: Json };
  if (typeof title === 'string') return title.replaceAll(/[^\w.-]/g, '');
  return [file.replace('.schema.json', ''), ...fragment.split('/').slice(2)].join('.');
}
