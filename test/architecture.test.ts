import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowViolations } from './support/architecture/arrows.ts';
import { cycles } from './support/architecture/cycles.ts';
import {
  asynchrony,
  codeFromText,
  defaultExports,
  impurities,
  suppressions,
} from './support/architecture/impurities.ts';
import { importsOf } from './support/architecture/imports.ts';
import { roomsOf } from './support/architecture/rooms.ts';
import { isGenerated, lineCount, readSources } from './support/architecture/source-files.ts';

const root = join(import.meta.dirname, '..');
const folders = ['schemas', 'locales', 'engine', 'sentences', 'server', 'admin', 'tools'];
const files = readSources(root, folders);
const written = files.filter((file) => !isGenerated(file));
const engine = files.filter((file) => file.path.startsWith('engine/'));
const imports = files.flatMap(importsOf);
const paths = new Set(files.map((file) => file.path));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Parameters<
  typeof roomsOf
>[0];

describe('the house', () => {
  it.each([
    ['schemas', 4],
    ['locales', 3],
    ['engine', 45],
    ['sentences', 4],
    ['server', 50],
    ['admin', 100],
    ['tools', 3],
  ])('was looked at: %s has at least %i files', (folder, floor) => {
    expect(files.filter((file) => file.path.startsWith(`${folder}/`)).length).toBeGreaterThanOrEqual(floor);
  });

  it('was looked at: its files import one another', () => {
    expect(imports.filter((item) => item.target !== undefined).length).toBeGreaterThan(files.length);
  });

  it('imports only along its arrows', () => {
    expect(arrowViolations(imports, roomsOf(manifest), (path) => paths.has(path))).toEqual([]);
  });

  it('has no circles of imports, of types either', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('makes no code from text, generated code neither', () => {
    expect(files.flatMap(codeFromText)).toEqual([]);
  });

  it('has named exports only', () => {
    expect(written.flatMap(defaultExports)).toEqual([]);
  });

  it('switches no checker off', () => {
    expect(written.flatMap(suppressions)).toEqual([]);
  });

  it('has no file of more than 300 lines, but for lists of texts', () => {
    const code = written.filter((file) => !file.path.endsWith('/texts.ts'));
    expect(code.filter((file) => lineCount(file) > 300).map((file) => file.path)).toEqual([]);
  });

  it('gives away tools that need nothing installed', () => {
    const given = imports.filter((item) => item.from.startsWith('tools/') && item.from.endsWith('.mjs'));
    expect(given.filter((item) => item.specifier?.startsWith('node:') !== true)).toEqual([]);
  });
});

describe('the engine', () => {
  it('reads no clock, no chance, nothing of its host', () => {
    expect(engine.flatMap(impurities)).toEqual([]);
  });

  it('is synchronous, but for the certificate: json-rules-engine is not', () => {
    const others = engine.filter((file) => !file.path.startsWith('engine/certificate/'));
    expect(others.flatMap(asynchrony)).toEqual([]);
  });
});
