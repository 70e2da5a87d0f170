import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from '../../schemas/index.ts';

const rules = join(import.meta.dirname, '../../rules');

/** Every model that stands in rules/. */
export function starterModels(): Model[] {
  const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.model.json'),
  );
  if (files.length < 5) throw new Error(`only ${files.length} models in rules/`);
  return files.toSorted().map((file) => JSON.parse(readFileSync(join(rules, file), 'utf8')) as Model);
}
