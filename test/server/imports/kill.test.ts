import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lastCommit } from '../../../server/records/commits.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { campaignSeed, campaignSize, seeded, whole } from '../../support/random.ts';
import { tempFolder } from '../store/temp.ts';
import { rosterDataset } from './datasets.ts';
import { documentCounts, importer, nothing } from './importer.ts';

const folder = await tempFolder();
const rows = 12_000;
const seed = campaignSeed(6);
const random = seeded(seed);
const header = 'Staff no.,姓名,Team,Since\n';
const file = join(folder, 'large.csv');
await writeFile(
  file,
  header +
    Array.from({ length: rows }, (_, index) => `S${index},Name ${index},T${index % 50},2026-01-01\n`).join(
      '',
    ),
);

/** Kills an import some milliseconds after it wrote its n-th line; n = 0 at its first; the file is read by the 13th, staged by the 25th. @returns what it had written. */
async function killedImport(database: string, line: number, delay: number): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'import-child.ts'), database, file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'exit');
  let output = '';
  let killing: Promise<unknown> | undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length - 1 > line) killing ??= setTimeout(delay).then(() => child.kill('SIGKILL'));
  });
  await exit;
  await killing;
  return output;
}

describe('an import whose process is killed', () => {
  const moments = Array.from(
    { length: campaignSize(10, 100) },
    () => [whole(random, 0, 26), whole(random, 0, 40)] as const,
  );

  it.each(moments)(
    `at line %d and %d ms leaves nothing to be seen (seed ${seed})`,
    { timeout: 60_000 },
    async (line, delay) => {
      const database = join(folder, `${line}-${delay}.db`);
      const output = await killedImport(database, line, delay);
      const store = await openSqliteStore(database);
      const roster = importer(store, folder, rosterDataset);
      const committed = (await lastCommit(store)) === 1;
      expect(committed || !output.includes('committed')).toBe(true);
      expect(await roster.records(999)).toHaveLength(committed ? rows : 0);

      // Not an empty test: rows were there, and nobody saw them.
      const staged = /^[1-9]\d*$/m.test(output) && !committed;
      const { records } = await documentCounts(store);
      expect(staged && records === 0).toBe(false);

      const next = await roster.run(`${header}New,Newly,T1,2026-01-01\n`);
      expect(next).toMatchObject({ committed: true, added: 1, issues: {} });
      const counts = await documentCounts(store);
      const seen = committed ? rows : 0;
      expect(counts).toMatchObject({
        ...nothing,
        records: seen + 1,
        imports: committed ? 2 : 1,
        people: expect.any(Number) as number,
        identifiers: expect.any(Number) as number,
      });

      const again = await roster.runFile(file);
      expect(again).toMatchObject({
        issues: {},
        added: committed ? 0 : rows,
        unchanged: committed ? rows : 0,
      });
      expect(await documentCounts(store)).toMatchObject({
        people: rows + 1,
        identifiers: rows + 1,
        stagedPeople: 0,
        stagings: 0,
      });
      await store.close();
    },
  );
});
