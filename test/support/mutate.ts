import { pick, whole, type Random } from './random.ts';

type Container = Record<string, unknown> | unknown[];

const oddValues: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  5e-324,
  0.1 + 0.2,
  99.99,
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  '100',
  true,
  false,
  [],
  {},
  [[]],
  { all: [] },
  { any: [], all: [] },
  { fact: 'composite' },
  '__proto__',
  'constructor',
  'toString',
  'target',
  '（（（',
  '((((((((((1))))))))))',
  '-'.repeat(500),
  'min()',
  '1/0',
  'x'.repeat(300),
  '\u0000',
  '𝒳',
  '分数',
];

/** A document with one to three places changed: removed, replaced, doubled, renamed, or taken from elsewhere in it. */
export function mutate(random: Random, document: unknown): unknown {
  for (let change = whole(random, 1, 3); change > 0; change -= 1) mutateOnce(random, document);
  return document;
}

function mutateOnce(random: Random, document: unknown): void {
  const places = placesOf(document);
  if (places.length === 0) return;
  const { container, key } = pick(random, places);
  const kind = random();
  if (Array.isArray(container)) {
    const index = Number(key);
    if (kind < 0.3) container.splice(index, 1);
    else if (kind < 0.5) container.splice(index, 0, structuredClone(container[index]));
    else container[index] = replacement(random, places);
  } else if (kind < 0.25) delete container[key];
  else if (kind < 0.35) {
    const name = pick(random, ['__proto__', 'constructor', 'extra', '']);
    Object.defineProperty(container, name, {
      value: container[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else if (kind < 0.6 && typeof container[key] === 'number')
    container[key] += pick(random, [1, -1, 0.01, 1e-7]);
  else container[key] = replacement(random, places);
}

function replacement(random: Random, places: readonly { container: Container; key: string }[]): unknown {
  if (random() < 0.6) return structuredClone(pick(random, oddValues));
  const { container, key } = pick(random, places);
  return structuredClone((container as Record<string, unknown>)[key]);
}

function placesOf(document: unknown): { container: Container; key: string }[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) => [
    { container: document as Container, key },
    ...placesOf(value),
  ]);
}
