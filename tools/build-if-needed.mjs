/**
 * Builds the program where it was never built, or where a source is newer than the last build.
 * Imports nothing of the project and needs nothing installed but npm.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.built');
const sources = [
  'schemas',
  'engine',
  'locales',
  'sentences',
  'server',
  'admin',
  'package-lock.json',
  'tsconfig.build.json',
];

/** When the newest of these was last changed, in milliseconds. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(0, ...inside);
}

function builtAt() {
  try {
    return statSync(stamp).mtimeMs;
  } catch {
    return 0;
  }
}

const begun = new Date();
if (builtAt() < Math.max(...sources.map((source) => newest(join(root, source))))) {
  process.stderr.write('Building Meritscale …\n');
  const { status } = spawnSync('npm', ['run', '-s', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
  // What was changed while it was built is built next time.
  utimesSync(stamp, begun, begun);
}
