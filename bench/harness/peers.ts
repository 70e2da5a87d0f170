import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const bench = join(import.meta.dirname, '..');

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Installs the peers where they are not: they are no part of the product's own installation.
 * @returns why they could not be installed, where they could not.
 */
export function installPeers(): string | undefined {
  return installIn(bench) ? undefined : 'not installed: npm install failed in bench/';
}

/** Installs what a folder's own manifest asks for, unless it is there. @returns whether it is there now. */
export function installIn(folder: string, options: readonly string[] = []): boolean {
  const wanted = Object.entries(manifest(join(folder, 'package.json')).dependencies ?? {});
  if (wanted.every(([name, version]) => versionOf(name, folder) === version)) return true;
  process.stderr.write(`installing ${wanted.map(([name]) => name).join(', ')}\n`);
  // Not `ci`: the lock file has the binaries of the platforms that its registry had.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...options],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return status === 0;
}

/** The versions of the peers, as they are installed. */
export function versions(): Readonly<Record<string, string | null>> {
  const own = ['json-rules-engine', 'libsql'];
  const peers = Object.keys(manifest(join(bench, 'package.json')).dependencies ?? {});
  return Object.fromEntries([...own, ...peers].map((name) => [name, versionOf(name, bench) ?? null]));
}

function versionOf(name: string, folder: string): string | undefined {
  const folders = createRequire(join(folder, 'package.json')).resolve.paths(name) ?? [];
  const path = folders.map((modules) => join(modules, name, 'package.json')).find((file) => existsSync(file));
  return path === undefined ? undefined : manifest(path).version;
}

function manifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
