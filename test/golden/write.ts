/** Writes the golden runs anew: see README.md for when that may be done. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { companies, goldenFiles } from './companies.ts';

for (const company of companies) {
  const folder = join(import.meta.dirname, company.name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of await goldenFiles(company)) writeFileSync(join(folder, file), text);
}
