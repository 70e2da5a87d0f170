import company from '../../schemas/company.schema.json' with { type: 'json' };
import common from '../../schemas/common.schema.json' with { type: 'json' };
import dataset from '../../schemas/dataset.schema.json' with { type: 'json' };
import measure from '../../schemas/measure.schema.json' with { type: 'json' };
import model from '../../schemas/model.schema.json' with { type: 'json' };
import pay from '../../schemas/pay.schema.json' with { type: 'json' };

/** What a form has to show of a part of a document: its schema, references followed. */
export type Shape =
  | { readonly kind: 'decimal' | 'id' | 'text' | 'labels' | 'boolean' | 'conditions' | 'formula' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'choice'; readonly title: string; readonly choices: readonly string[] }
  | RecordShape
  | VariantsShape
  | ListShape;

/** Named fields; what it is called in texts is the schema's title. */
export interface RecordShape {
  readonly kind: 'record';
  readonly title: string;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

/** One of several records; the tag says which. */
export interface VariantsShape {
  readonly kind: 'variants';
  readonly tag: string;
  readonly variants: readonly { readonly value: string; readonly shape: RecordShape }[];
}

export interface ListShape {
  readonly kind: 'list';
  readonly items: Shape;
  readonly least: number;
  readonly most: number;
}

interface Node {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Node[];
  readonly discriminator?: { readonly propertyName: string };
  readonly $defs?: Readonly<Record<string, Node>>;
}

const files: Readonly<Record<string, Node>> = {
  'common.schema.json': common,
  'company.schema.json': company,
  'dataset.schema.json': dataset,
  'measure.schema.json': measure,
  'model.schema.json': model,
  'pay.schema.json': pay,
};

/** What has a field of its own, whatever its schema is made of. */
const leaves: Readonly<Record<string, Shape>> = {
  'common.schema.json#/$defs/id': { kind: 'id' },
  'common.schema.json#/$defs/subjectKind': { kind: 'id' },
  'common.schema.json#/$defs/text': { kind: 'text' },
  'common.schema.json#/$defs/labels': { kind: 'labels' },
  'common.schema.json#/$defs/decimal': { kind: 'decimal' },
  'condition.schema.json#/$defs/conditions': { kind: 'conditions' },
  'pay.schema.json#/$defs/formula': { kind: 'formula' },
};

const known = new Map<string, Shape>();

/** The shape of a definition. @param ref such as `pay.schema.json` or `model.schema.json#/$defs/ranking`. */
export function shapeOf(ref: string): Shape {
  const leaf = leaves[ref] ?? known.get(ref);
  if (leaf !== undefined) return leaf;
  const [file = '', path = ''] = ref.split('#/$defs/');
  const found = path === '' ? files[file] : files[file]?.$defs?.[path];
  if (found === undefined) throw new Error(`no schema ${ref}`);
  const shape = read(found, file, path);
  known.set(ref, shape);
  return shape;
}

function read(node: Node, file: string, name: string): Shape {
  if (node.$ref !== undefined) return shapeOf(node.$ref.startsWith('#') ? file + node.$ref : node.$ref);
  if (node.const !== undefined) return { kind: 'constant', value: node.const };
  if (node.enum !== undefined) return { kind: 'choice', title: node.title ?? name, choices: node.enum };
  if (node.oneOf !== undefined) return variantsOf(node, node.oneOf, file);
  if (node.properties !== undefined) return recordOf(node, node.properties, file, name);
  if (node.type === 'array' && node.items !== undefined) {
    const items = read(node.items, file, name);
    return { kind: 'list', items, least: node.minItems ?? 0, most: node.maxItems ?? Infinity };
  }
  if (node.type === 'integer')
    return { kind: 'integer', least: node.minimum ?? 0, most: node.maximum ?? 999_999 };
  if (node.type === 'boolean') return { kind: 'boolean' };
  if (node.type === 'string') return { kind: 'text' };
  throw new Error(`no field for ${file} ${name}`);
}

function recordOf(
  { title, required = [] }: Node,
  properties: Readonly<Record<string, Node>>,
  file: string,
  at: string,
): RecordShape {
  const fields = Object.entries(properties).map(([name, node]) => ({
    name,
    required: required.includes(name),
    shape: read(node, file, name),
  }));
  return { kind: 'record', title: title ?? at, fields };
}

function variantsOf({ discriminator }: Node, nodes: readonly Node[], file: string): VariantsShape {
  const tag = discriminator?.propertyName ?? 'kind';
  const variants = nodes.map((node) => {
    const shape = read(node, file, '') as RecordShape;
    const said = shape.fields.find(({ name }) => name === tag)?.shape;
    return { value: said?.kind === 'constant' ? said.value : '', shape };
  });
  return { kind: 'variants', tag, variants };
}
