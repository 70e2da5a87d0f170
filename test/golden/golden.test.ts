import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { semantics } from '../../engine/index.ts';
import type { Run } from '../../schemas/index.ts';
import { companies, goldenFiles } from './companies.ts';

describe('a golden run', () => {
  it.each(companies.map((company) => [company.name, company] as const))(
    '%s comes out again to the last byte',
    async (name, company) => {
      const kept = (file: string) => readFileSync(join(import.meta.dirname, name, file), 'utf8');
      const made = await goldenFiles(company);
      // Line by line first, so that a difference says whose it is.
      const lines = made.get('results.jsonl')!.split('\n');
      expect(lines.filter((line, index) => line !== kept('results.jsonl').split('\n')[index])).toEqual([]);
      expect(JSON.parse(made.get('run.json')!)).toEqual(JSON.parse(kept('run.json')));
      for (const [file, text] of made) expect(text === kept(file)).toBe(true);
      const run = JSON.parse(kept('run.json')) as Run;
      expect(run.semantics).toBe(semantics);
      expect(run.certificates.every(({ agreed }) => agreed)).toBe(true);
    },
  );
});
