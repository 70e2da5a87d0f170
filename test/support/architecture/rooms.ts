import type { Room } from './arrows.ts';

/**
 * The arrows of the house.
 * @param manifest package.json: server may use the dependencies it declares; admin, which is bundled, and tools the
 *   development ones too.
 */
export function roomsOf(manifest: {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}): Room[] {
  const dependencies = Object.keys(manifest.dependencies).filter((name) => name !== 'json-rules-engine');
  const all = [...dependencies, ...Object.keys(manifest.devDependencies)];
  const pure = ['@noble/hashes', 'canonicalize', 'temporal-polyfill'];
  const judging = ['engine', 'schemas', 'locales'];
  return [
    { prefix: 'schemas/', folders: [], packages: [], node: false },
    { prefix: 'locales/', folders: [], packages: [], node: false },
    { prefix: 'sentences/', folders: judging, packages: [], node: false },
    { prefix: 'engine/', folders: ['schemas'], packages: pure, node: false },
    {
      prefix: 'engine/certificate/',
      folders: ['schemas'],
      packages: [...pure, 'json-rules-engine'],
      node: false,
    },
    { prefix: 'server/', folders: [...judging, 'sentences'], packages: dependencies, node: true },
    { prefix: 'admin/', folders: [...judging, 'sentences'], packages: all, node: false },
    { prefix: 'tools/', folders: [], packages: all, node: true },
  ];
}
