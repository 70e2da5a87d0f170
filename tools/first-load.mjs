/**
 * Prints how much the admin's first page takes over the wire (gzip), and fails where it is more than it may be:
 * the page itself and everything its first script imports at once, not what comes when a screen is opened.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const most = 450;
const folder = join(import.meta.dirname, '..', 'dist', 'admin');
const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
const files = new Set(['index.html']);

function take(name) {
  const chunk = manifest[name];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const other of chunk.imports ?? []) take(other);
}

const entries = Object.keys(manifest).filter((name) => manifest[name].isEntry);
if (entries.length === 0) throw new Error('the build has no entry');
for (const entry of entries) take(entry);
const bytes = [...files].reduce(
  (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  0,
);
const size = Math.ceil(bytes / 1024);
process.stdout.write(`First load: ${size} KB gzip of ${most} KB in ${files.size} files.\n`);
if (size > most) {
  process.stderr.write(`The first load is ${size - most} KB too large.\n`);
  process.exitCode = 1;
}
