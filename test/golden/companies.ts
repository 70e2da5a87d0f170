import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical } from '../../engine/index.ts';
import { generateDemo } from '../../server/demo/generate.ts';
import { runPeriod } from '../../server/runs/run.ts';
import { resultsOfRun } from '../../server/runs/stored-results.ts';
import { openMemoryStore } from '../../server/store/memory.ts';
import { importFiles } from '../support/import-files.ts';

const root = join(import.meta.dirname, '../..');

type Files = readonly (readonly [dataset: string, path: string])[];

/** A company whose run is kept: its rules, and the files of its records, some of which are made in a folder for it. */
export interface GoldenCompany {
  readonly name: string;
  readonly period: string;
  readonly rules: string;
  files(folder: string): Files;
}

/** The companies whose runs are kept. */
export const companies: readonly GoldenCompany[] = [
  {
    name: 'demo-2026-Q3',
    period: '2026-Q3',
    rules: join(root, 'rules/starter'),
    files: (folder) =>
      [...generateDemo(42)].map(([dataset, csv]) => {
        const path = join(folder, `${dataset}.csv`);
        writeFileSync(path, csv);
        return [dataset, path];
      }),
  },
  {
    name: 'crm-2017-Q3',
    period: '2017-Q3',
    rules: join(root, 'rules/crm'),
    files: (folder) => {
      const crm = (file: string) => join(root, 'test/fixtures/crm', file);
      const targets = join(folder, 'targets.csv');
      const tool = join(root, 'tools/derive-crm-targets.mjs');
      execFileSync(process.execPath, [tool, crm('sales_pipeline.csv'), crm('sales_teams.csv'), targets]);
      return [
        ['roster', crm('sales_teams.csv')],
        ['team_stages', join(root, 'rules/crm/team_stages.csv')],
        ['accounts', crm('accounts.csv')],
        ['products', crm('products.csv')],
        ['opportunities', crm('sales_pipeline.csv')],
        ['targets', targets],
      ];
    },
  },
];

/** A run as it is kept: by file name, the run and its results, a line each. */
export async function goldenFiles({ period, rules, files }: GoldenCompany): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-golden-'));
  const store = openMemoryStore();
  try {
    await importFiles(store, rules, files(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const outcome = await runPeriod(store, period);
  if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
  const lines: string[] = [];
  for await (const result of resultsOfRun(store, outcome.run.id)) lines.push(canonical(result));
  return new Map([
    ['run.json', `${JSON.stringify(outcome.run, null, 2)}\n`],
    ['results.jsonl', `${lines.join('\n')}\n`],
  ]);
}
