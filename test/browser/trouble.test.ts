import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Welcome } from '../../schemas/index.ts';
import { texts as layout } from '../../admin/layout/texts.ts';
import { texts as lifecycle } from '../../admin/models/lifecycle/texts.ts';
import { texts as models } from '../../admin/models/texts.ts';
import { texts as runs } from '../../admin/runs/texts.ts';
import { fill } from '../../locales/index.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { buildProgram, freePort, startProgram, type RunningProgram } from '../support/browser/program.ts';

const chromium = findChromium();
const l = lifecycle.zh;
const t = { ...models.zh, runs: runs.zh, layout: layout.zh };
const period = '2026-Q3';

// What goes wrong at a desk: the server is started again, the network is gone, somebody else was faster, a double click.
describe.skipIf(chromium === undefined)('trouble in a browser (Chromium or Chrome)', () => {
  let browser: Browser;
  let program: RunningProgram;
  let folder = '';
  let port = 0;

  beforeAll(async () => {
    buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'meritscale-trouble-'));
    port = await freePort();
    program = await begin();
    browser = await openBrowser(chromium!);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const begin = () => startProgram({ MERITSCALE_DATA: join(folder, 'data'), MERITSCALE_DEMO: '1' }, port);
  const asHr = async (): Promise<{ context: BrowserContext; page: Page; errors: string[] }> => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.setDefaultTimeout(15_000);
    const welcome = (await (await page.request.get(`${program.address}/api/welcome`)).json()) as Welcome;
    const hr = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
    await page.request.post(`${program.address}/api/session`, { data: { person: hr.person } });
    return { context, page, errors };
  };
  /** The first two weights of a model's draft, which is made where there is none. */
  const draft = async (page: Page, key: string) => {
    await page.goto(`${program.address}/models/${key}/show`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const weights = page.locator('input[data-figure]');
    const edit = page.getByRole('button', { name: t.edit });
    await edit.or(weights.first()).first().waitFor();
    if (await edit.isVisible()) await edit.click();
    await weights.first().waitFor();
    return weights.first();
  };
  const save = (page: Page) => page.getByRole('button', { name: t.save, exact: true });

  it('keeps a tab at work over a restart of the server, and what was typed in it', async () => {
    const { context, page, errors } = await asHr();
    const weight = await draft(page, 'expansion');
    await weight.fill('31');
    await program.stop();
    await save(page).click();
    await page.getByRole('alert').first().waitFor();
    expect(await weight.inputValue()).toBe('31');
    program = await begin();
    await save(page).click();
    await expect.poll(() => save(page).isDisabled()).toBe(true);
    await page.reload();
    await weight.waitFor();
    expect(await weight.inputValue()).toBe('31');
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);

  it('keeps what was typed where the network is gone in the middle of a save, also over a reload', async () => {
    const { context, page, errors } = await asHr();
    const weight = await draft(page, 'mature');
    const before = await weight.inputValue();
    await weight.fill('17');
    await page.route('**/api/model-versions/**', (route) => route.abort('connectionreset'));
    await save(page).click();
    await page.getByRole('alert').first().waitFor();
    expect(await weight.inputValue()).toBe('17');
    await page.unroute('**/api/model-versions/**');
    await page.reload();
    await weight.waitFor();
    expect(await weight.inputValue()).toBe('17');
    await page.getByText(t.restored).waitFor();
    await save(page).click();
    await expect.poll(() => save(page).isDisabled()).toBe(true);
    await page.reload();
    await weight.waitFor();
    expect(await weight.inputValue()).toBe('17');
    expect(before).not.toBe('17');
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);

  it('tells whoever saves over somebody else’s edit, and loses neither', async () => {
    const [one, other] = [await asHr(), await asHr()];
    const mine = await draft(one.page, 'expansion');
    const theirs = await draft(other.page, 'expansion');
    await theirs.fill('33');
    await save(other.page).click();
    await expect.poll(() => save(other.page).isDisabled()).toBe(true);
    await mine.fill('35');
    await save(one.page).click();
    expect(await mine.inputValue()).toBe('35');
    // The same weight in both: one is asked which is to hold, and nothing is thrown away before that.
    const together = one.page.getByRole('button', { name: l.bringTogether });
    await together.waitFor();
    expect(await together.isDisabled()).toBe(true);
    await one.page.getByRole('radio', { name: new RegExp(l.takeMine.slice(0, 2)) }).check();
    await together.click();
    await save(one.page).click();
    await expect.poll(() => save(one.page).isDisabled()).toBe(true);
    await other.page.reload();
    await theirs.waitFor();
    expect(await theirs.inputValue()).toBe('35');

    // Two weights, one in each: both are taken over without a question.
    await other.page.locator('input[data-figure]').nth(2).fill('9');
    await save(other.page).click();
    await expect.poll(() => save(other.page).isDisabled()).toBe(true);
    await mine.fill('36');
    await save(one.page).click();
    await together.click();
    expect(await mine.inputValue()).toBe('36');
    expect(await one.page.locator('input[data-figure]').nth(2).inputValue()).toBe('9');

    // What is typed comes back in a new tab, too.
    const tab = await one.context.newPage();
    await tab.goto(one.page.url());
    await tab.getByText(t.restored).waitFor();
    expect(await tab.locator('input[data-figure]').first().inputValue()).toBe('36');
    expect([...one.errors, ...other.errors]).toEqual([]);
    await one.context.close();
    await other.context.close();
  }, 90_000);

  it('makes one run of a double click', async () => {
    const { context, page, errors } = await asHr();
    const count = async () =>
      ((await (await page.request.get(`${program.address}/api/runs`)).json()) as object[]).length;
    expect(await count()).toBe(0);
    await page.goto(`${program.address}/runs/new?period=${period}`);
    await page.getByRole('button', { name: fill(t.runs.start, { period }) }).dblclick();
    await page.waitForURL(/\/runs\/(?!new)[^/]+$/, { timeout: 60_000 });
    expect(await count()).toBe(1);
    expect(errors).toEqual([]);
    await context.close();
  }, 90_000);
});
