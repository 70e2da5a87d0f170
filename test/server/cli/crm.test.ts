import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReceipt } from '../../../tools/check-receipt.mjs';
import { meritscale } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';

const root = join(import.meta.dirname, '../../..');
const real = resolve(process.env['MERITSCALE_CRM_DIR'] ?? join(root, '../shared/data/crm'));
const fixture = join(root, 'test/fixtures/crm');

/** Takes a CRM's files through init, import, run and verify, as a person would on the command line. */
async function endToEnd(crm: string) {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const targets = join(folder, 'targets.csv');
  const [pipeline, teams] = ['sales_pipeline.csv', 'sales_teams.csv'].map((name) => join(crm, name)) as [
    string,
    string,
  ];
  execFileSync(process.execPath, [join(root, 'tools/derive-crm-targets.mjs'), pipeline, teams, targets]);

  expect((await meritscale(['init', 'rules/crm', '--data', data])).code).toBe(0);
  const files = {
    roster: teams,
    team_stages: join(root, 'rules/crm/team_stages.csv'),
    accounts: join(crm, 'accounts.csv'),
    products: join(crm, 'products.csv'),
    opportunities: pipeline,
    targets,
  };
  const rows: Record<string, unknown> = {};
  for (const [dataset, file] of Object.entries(files)) {
    const ran = await meritscale(['import', dataset, file, '--data', data]);
    expect([dataset, ran.code, ran.err]).toEqual([dataset, 0, '']);
    expect(ran.lines).toEqual([expect.objectContaining({ committed: true, issues: {}, rejected: 0 })]);
    rows[dataset] = ran.lines[0]!['rows'];
  }
  const again = await meritscale(['import', 'opportunities', pipeline, '--data', data]);
  expect(again.lines[0]).toMatchObject({
    committed: false,
    added: 0,
    changed: 0,
    unchanged: rows['opportunities'],
  });

  const period = '2017-Q3';
  const ran = await meritscale(['run', '--data', data, '--period', period, '--receipts']);
  expect(ran.code).toBe(0);
  const { run } = ran.lines.at(-1) as { run: { id: string; certificates: { agreed: boolean }[] } };
  expect(run.certificates.map(({ agreed }) => agreed)).toEqual([true, true]);
  const results = ran.lines.slice(0, -1) as {
    composite: string | null;
    grade: string | null;
    receipt: never;
  }[];
  for (const { receipt } of results) expect(checkReceipt(receipt)).toEqual([]);

  const verified = await meritscale(['verify', run.id, '--data', data]);
  expect([verified.code, verified.lines[0]]).toEqual([
    0,
    expect.objectContaining({ run: run.id, verified: true }),
  ]);
  expect((await meritscale(['verify', '0123456789abcdef', '--data', data])).code).toBe(1);
  expect((await meritscale(['import', 'no_such_dataset', pipeline, '--data', data])).code).toBe(2);
  return { data, rows, results };
}

describe('a CRM’s files, from import to verified run', () => {
  it('our fixture with the flaws of a real one', async () => {
    const { data, rows, results } = await endToEnd(fixture);
    expect(Number(rows['opportunities'])).toBeGreaterThan(150);
    expect(results).toHaveLength(Number(rows['roster']));
    expect(results.filter(({ composite }) => composite === '0.00').length).toBeGreaterThanOrEqual(2);

    const bad = join(data, 'bad.csv');
    writeFileSync(bad, 'sales_agent,manager,regional_office\nNobody Else,,East\nAnother,M,\n');
    const ran = await meritscale(['import', 'roster', bad, '--data', data]);
    expect(ran.code).toBe(1);
    expect(ran.lines.at(-1)).toMatchObject({ committed: false });
  });

  it('the real one: 8 800 opportunities of 35 sellers (CRM data folder)', async (context) => {
    if (!existsSync(real)) context.skip('CRM data folder is not here: set MERITSCALE_CRM_DIR');
    const { rows, results } = await endToEnd(real);
    expect(rows).toEqual({
      roster: 35,
      team_stages: 3,
      accounts: 85,
      products: 7,
      opportunities: 8800,
      targets: 350,
    });
    expect(results).toHaveLength(35);
    // Five sellers sold nothing: that is zero, not missing.
    expect(results.filter(({ composite }) => composite === '0.00')).toHaveLength(5);
  });
});
