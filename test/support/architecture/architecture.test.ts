import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowViolations } from './arrows.ts';
import { cycles } from './cycles.ts';
import { asynchrony, codeFromText, defaultExports, impurities, suppressions } from './impurities.ts';
import { importsOf } from './imports.ts';
import { roomsOf } from './rooms.ts';
import { lineCount, readSources, type SourceFile } from './source-files.ts';

const planted = readSources(join(import.meta.dirname, '../../fixtures/architecture'), [
  'schemas',
  'locales',
  'engine',
  'server',
  'admin',
  'tools',
  'test',
]);
const paths = new Set(planted.map((file) => file.path));
const product = planted.filter((file) => !file.path.startsWith('test/'));
const rooms = roomsOf({
  dependencies: { 'csv-parse': '*', 'json-rules-engine': '*' },
  devDependencies: { esbuild: '*' },
});

function source(path: string, text: string): SourceFile {
  return { path, text };
}

function violations(file: SourceFile): string[] {
  return arrowViolations(importsOf(file), rooms, (path) => paths.has(path));
}

function plantedFile(path: string): SourceFile {
  const file = planted.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`not planted: ${path}`);
  return file;
}

describe('reading sources', () => {
  it('finds every planted file, nested ones too', () => {
    expect(planted).toHaveLength(26);
    expect(paths).toContain('engine/certificate/clean.ts');
  });

  it('gives nothing for a folder that is not there', () => {
    expect(readSources(import.meta.dirname, ['nowhere'])).toEqual([]);
  });

  it('counts lines with and without a newline at the end', () => {
    expect(lineCount(source('a.ts', 'x\ny\n'))).toBe(2);
    expect(lineCount(source('a.ts', 'x\ny'))).toBe(2);
    expect(lineCount(plantedFile('engine/too-long.ts'))).toBe(301);
  });
});

describe('imports', () => {
  it.each([
    ["import a from './x.ts';", './x.ts'],
    ["import './x.ts';", './x.ts'],
    ["import type { A } from './x.ts';", './x.ts'],
    ["import { type A } from './x.ts';", './x.ts'],
    ["export { a } from './x.ts';", './x.ts'],
    ["export * from './x.ts';", './x.ts'],
    ["export type * from './x.ts';", './x.ts'],
    ["const a = import('./x.ts');", './x.ts'],
    ["type A = import('./x.ts').A;", './x.ts'],
    ["import a = require('./x.ts');", './x.ts'],
    ["const a = require('./x.ts');", './x.ts'],
    ['const a = import(name);', undefined],
  ])('sees %s', (text, specifier) => {
    expect(importsOf(source('engine/a.ts', text)).map((item) => item.specifier)).toEqual([specifier]);
  });

  it('does not take a comment or a text for an import', () => {
    const text = "// import './x.ts';\nexport const a = \"import './x.ts'\";\n";
    expect(importsOf(source('engine/a.ts', text))).toEqual([]);
  });
});

describe('arrows', () => {
  it('finds every planted forbidden import and no other', () => {
    expect(product.flatMap(violations)).toEqual([
      'schemas/imports-engine.ts:1 imports engine/clean.ts',
      'locales/imports-schemas.ts:1 imports schemas/index.ts',
      'engine/imports-locales.ts:1 imports locales/imports-schemas.ts',
      'engine/imports-node.ts:1 imports node:fs',
      'engine/imports-package.ts:1 imports the package json-rules-engine',
      'engine/imports-server.ts:1 imports server/floating.ts',
      'engine/imports-server.ts:4 imports server/floating.ts',
      'engine/imports-test.ts:1 imports test/planted.ts',
      'server/imports-admin.ts:1 imports admin/imports-server.ts',
      'admin/imports-server.ts:1 imports server/floating.ts',
      'tools/imports-engine.ts:1 imports engine/clean.ts',
    ]);
  });

  it.each([
    ['engine/a.ts', "import './gone.ts';", 'engine/a.ts:1 imports engine/gone.ts, which is not there'],
    ['engine/a.ts', '\nimport(name);', 'engine/a.ts:2 imports what only a run can tell'],
    ['server/a.ts', "import 'fs';", 'server/a.ts:1 imports fs without node:'],
    ['server/a.ts', "import 'esbuild';", 'server/a.ts:1 imports the package esbuild'],
    ['server/a.ts', "import 'json-rules-engine';", 'server/a.ts:1 imports the package json-rules-engine'],
    ['server/a.ts', "import '../../elsewhere.ts';", 'server/a.ts:1 imports ../elsewhere.ts'],
  ])('says of %s with %j: %s', (path, text, expected) => {
    expect(violations(source(path, text))).toEqual([expected]);
  });

  it.each([
    ['server/a.ts', "import 'csv-parse/sync'; import 'node:fs';"],
    ['tools/a.ts', "import 'esbuild'; import 'node:fs';"],
    ['engine/a.ts', "import '@noble/hashes/sha2.js'; import '../schemas/index.ts';"],
  ])('has nothing against %s with %s', (path, text) => {
    expect(violations(source(path, text))).toEqual([]);
  });
});

describe('cycles', () => {
  it('finds the planted circle of values and the one of types', () => {
    expect(cycles(product.flatMap(importsOf))).toEqual([
      'engine/cycle-a.ts -> engine/cycle-b.ts -> engine/cycle-a.ts',
      'engine/type-cycle-a.ts -> engine/type-cycle-b.ts -> engine/type-cycle-a.ts',
    ]);
  });

  it('finds a file that imports itself', () => {
    expect(cycles(importsOf(source('engine/a.ts', "import './a.ts';")))).toEqual([
      'engine/a.ts -> engine/a.ts',
    ]);
  });

  it('does not take two ways to one file for a circle', () => {
    const files = [
      source('a.ts', "import './b.ts'; import './c.ts';"),
      source('b.ts', "import './d.ts';"),
      source('c.ts', "import './d.ts';"),
    ];
    expect(cycles(files.flatMap(importsOf))).toEqual([]);
  });
});

describe('what the engine must not do', () => {
  it('finds clock, chance and host in the planted file, line by line', () => {
    expect(impurities(plantedFile('engine/impure.ts')).map((line) => line.split(':')[1])).toEqual([
      '1 Date.now',
      '2 new Date',
      '3 Math.random',
      '4 performance',
      '5 process',
      '6 console',
      '7 fetch',
      '8 setTimeout',
      '9 localeCompare',
      '10 import.meta',
    ]);
  });

  it.each(['Date()', 'globalThis.x', 'setInterval(f, 1)', 'Temporal.Now.instant()', 'n.toLocaleString()'])(
    'finds %s',
    (text) => {
      expect(impurities(source('engine/a.ts', text))).toHaveLength(1);
    },
  );

  it('finds async and await', () => {
    expect(asynchrony(plantedFile('engine/asynchronous.ts'))).toEqual([
      'engine/asynchronous.ts:1 async',
      'engine/asynchronous.ts:2 await',
    ]);
    expect(
      asynchrony(source('a.ts', 'async () => { for await (const x of xs) { x(); } }')).toSorted(),
    ).toEqual(['a.ts:1 async', 'a.ts:1 await']);
  });

  it('finds code made from text', () => {
    expect(codeFromText(plantedFile('engine/evaluates-text.ts'))).toEqual([
      'engine/evaluates-text.ts:1 eval',
      'engine/evaluates-text.ts:2 Function',
    ]);
    expect(codeFromText(source('a.ts', "Function('return 1')"))).toEqual(['a.ts:1 Function']);
  });

  it('has nothing against the same words in comments, texts and names of members', () => {
    const file = plantedFile('engine/clean.ts');
    expect([...impurities(file), ...asynchrony(file), ...codeFromText(file)]).toEqual([]);
    expect(impurities(source('a.ts', 'row.process; ({ fetch: 1 }).fetch;'))).toEqual([]);
  });
});

describe('what no product code may hold', () => {
  it('finds default exports', () => {
    expect(product.flatMap(defaultExports)).toEqual(['server/default-export.ts:1 export default']);
    expect(defaultExports(source('a.ts', 'const a = 1; export { a as default };'))).toHaveLength(1);
  });

  it.each(['// oxlint-disable-next-line', '/* eslint-disable */', '// @ts-ignore', '// @ts-expect-error'])(
    'finds %s',
    (text) => {
      expect(suppressions(source('a.ts', `const a = 1;\n${text}\n`))).toHaveLength(1);
    },
  );
});
