import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as comparison } from '../../admin/comparisons/texts.ts';
import { texts as data } from '../../admin/data/texts.ts';
import { texts as layout } from '../../admin/layout/texts.ts';
import { texts as models } from '../../admin/models/texts.ts';
import { texts as runs } from '../../admin/runs/texts.ts';
import { texts as signIn } from '../../admin/sign-in/texts.ts';
import { fill } from '../../locales/index.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { publishOnPage, putUpOnPage, stepOnPage } from '../support/browser/lifecycle.ts';
import { buildProgram, startProgram, type RunningProgram } from '../support/browser/program.ts';

const root = join(import.meta.dirname, '../..');
const real = resolve(process.env['MERITSCALE_CRM_DIR'] ?? join(root, '../shared/data/crm'));
const crm = existsSync(real) ? real : join(root, 'test/fixtures/crm');
const chromium = findChromium();
const period = '2017-Q3';
const password = 'a long enough password';

// A company of its own, as somebody begins with it: no demonstration, accounts with passwords, files of a CRM.
describe.skipIf(chromium === undefined)('a CRM’s quarter in a browser (Chromium or Chrome)', () => {
  let browser: Browser;
  let folder = '';
  let program: RunningProgram;
  const programs: RunningProgram[] = [];

  beforeAll(async () => {
    buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'meritscale-crm-'));
    const targets = join(folder, 'targets.csv');
    const tool = join(root, 'tools/derive-crm-targets.mjs');
    execFileSync(process.execPath, [tool, file('sales_pipeline'), file('sales_teams'), targets]);
    browser = await openBrowser(chromium!);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    for (const running of programs) await running.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string) => join(crm, `${name}.csv`);

  it.each([
    ['zh', 'zh-CN'],
    ['en', 'en-GB'],
  ] as const)(
    'is imported, judged, judged by other weights, and compared (%s)',
    async (language, locale) => {
      const t = {
        signIn: signIn[language],
        data: data[language],
        models: models[language],
        runs: runs[language],
        comparison: comparison[language],
        layout: layout[language],
      };
      const own = join(folder, language);
      const cli = join(root, 'dist/server/cli/main.js');
      execFileSync(process.execPath, [cli, 'init', join(root, 'rules/crm'), '--data', own]);
      program = await startProgram({ MERITSCALE_DATA: own, MERITSCALE_DEMO: '0' });
      programs.push(program);
      const { address } = program;
      const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));

      // The first administrator, by the token that was printed.
      await page.goto(address);
      await page.getByLabel(t.signIn.token).fill(/: (\S{24})\n/.exec(program.printed())?.[1] ?? '');
      await page.getByLabel(t.signIn.name).fill('Ada Admin');
      await page.getByLabel(t.signIn.identifier).fill('ada');
      await page.getByLabel(t.signIn.newPassword).fill(password);
      await page.getByRole('button', { name: t.signIn.create }).click();
      await page.getByRole('menuitem', { name: t.layout.home }).waitFor();
      for (const [identifier, name, role] of [
        ['hana', 'Hana HR', 'hr'],
        ['dora', 'Dora Director', 'director'],
      ] as const) {
        const made = await page.request.post(`${address}/api/accounts`, {
          data: { identifier, name, password, grants: [{ role }] },
          headers: { 'Idempotency-Key': identifier },
        });
        expect(made.status()).toBe(201);
      }
      expect((await page.request.delete(`${address}/api/session`)).ok()).toBe(true);

      // HR signs in with a password.
      const signInAs = async (who: Page, identifier: string) => {
        await who.goto(address);
        await who.getByLabel(t.signIn.identifier).fill(identifier);
        await who.getByLabel(t.signIn.password).fill(password);
        await who.getByRole('button', { name: t.signIn.signIn }).click();
        await who.getByRole('menuitem', { name: t.layout.home }).waitFor();
      };
      await signInAs(page, 'hana');

      // The files of the CRM, the roster first.
      const files = [
        ['roster', file('sales_teams')],
        ['team_stages', join(root, 'rules/crm/team_stages.csv')],
        ['accounts', file('accounts')],
        ['products', file('products')],
        ['opportunities', file('sales_pipeline')],
        ['targets', join(folder, 'targets.csv')],
      ] as const;
      for (const [dataset, path] of files) await importFile(page, address, t.data, dataset, path);

      const first = await runThePeriod(page, address, t.runs);

      // A metric's weight of the expansion model goes up, another's down.
      await page.goto(`${address}/models/expansion/show`);
      await page.getByRole('button', { name: t.models.edit }).click();
      const weights = page.getByLabel(new RegExp(language === 'zh' ? '的权重' : '^Weight of'));
      await weights.first().waitFor();
      const [a, b] = [Number(await weights.nth(0).inputValue()), Number(await weights.nth(1).inputValue())];
      await weights.nth(0).fill(String(a + 15));
      await weights.nth(1).fill(String(b - 15));
      await page.getByText(t.models.sumExact).waitFor();
      await page.getByRole('button', { name: t.models.save }).click();
      await putUpOnPage(page, language, 'new customers count for more');
      // Somebody else approves it.
      const other = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
      const director = await other.newPage();
      await signInAs(director, 'dora');
      await director.goto(`${address}/models/expansion/show`);
      await stepOnPage(director, language, 'approve', 'agreed');
      await publishOnPage(director, language, period, 'new customers count for more');
      await other.close();

      const second = await runThePeriod(page, address, t.runs);
      expect(second).not.toBe(first);

      // Who moved, and why: by the rules only, for the data stayed.
      await page.goto(`${address}/runs`);
      for (const run of [first, second]) {
        await page.getByLabel(fill(t.runs.choose, { run, period })).check();
      }
      await page.getByRole('button', { name: t.runs.compare }).click();
      await page.waitForURL(/\/comparisons\/.+/);
      await page.getByRole('heading', { level: 1, name: t.comparison.title }).waitFor();
      const moved = (await (
        await page.request.get(`${address}/api/comparisons/${new URL(page.url()).pathname.split('/').at(-1)}`)
      ).json()) as { causes: Record<string, number> };
      expect(moved.causes['rule']).toBeGreaterThan(0);
      expect(moved.causes['data'] ?? 0).toBe(0);

      // A statement of the later run.
      await page.goto(`${address}/statements/${await somebodyOf(page, address, second)}`);
      await page.getByRole('heading', { level: 1 }).waitFor();

      expect(errors).toEqual([]);
      await context.close();
      await program.stop();
    },
    240_000,
  );
});

/** Through the wizard: choose, check, import, and read that it is done. */
async function importFile(
  page: Page,
  address: string,
  t: (typeof data)['en' | 'zh'],
  dataset: string,
  path: string,
): Promise<void> {
  await page.goto(`${address}/imports/new?dataset=${dataset}`);
  await page.getByLabel(t.chooseFile).last().setInputFiles(path);
  await page.getByRole('button', { name: t.check }).click();
  const [before, after] = t.doImport.split('{rows}') as [string, string];
  await page.getByRole('button', { name: new RegExp(`${before}[\\d,]+${after}`) }).click();
  await page.getByRole('link', { name: t.goOn }).waitFor({ timeout: 60_000 });
}

/** From the page, and waited for; the run's id. */
async function runThePeriod(page: Page, address: string, t: (typeof runs)['en' | 'zh']): Promise<string> {
  await page.goto(`${address}/runs/new?period=${period}`);
  await page.getByRole('button', { name: fill(t.start, { period }) }).click();
  await page.waitForURL(/\/runs\/(?!new)[^/]+$/, { timeout: 60_000 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
}

async function somebodyOf(page: Page, address: string, run: string): Promise<string> {
  const [first] = (await (
    await page.request.get(`${address}/api/results?filter=${encodeURIComponent(JSON.stringify({ run }))}`)
  ).json()) as { id: string; person: string }[];
  if (first === undefined) throw new Error(`run ${run} has no results`);
  return `${run}~${first.person}`;
}
