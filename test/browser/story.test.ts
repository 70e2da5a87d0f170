import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Welcome } from '../../schemas/index.ts';
import { texts as data } from '../../admin/data/texts.ts';
import { texts as layout } from '../../admin/layout/texts.ts';
import { texts as models } from '../../admin/models/texts.ts';
import { fill } from '../../locales/index.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { publishOnPage, putUpOnPage, stepOnPage } from '../support/browser/lifecycle.ts';
import { buildProgram, startProgram, type RunningProgram } from '../support/browser/program.ts';

const chromium = findChromium();
const languages = [
  ['zh', 'zh-CN'],
  ['en', 'en-GB'],
] as const;

// A browser is there or it is not: then the skip is counted, and says why.
describe.skipIf(chromium === undefined)('the program in a browser (Chromium or Chrome)', () => {
  let browser: Browser;
  let program: RunningProgram;
  let folder = '';
  let welcome: Welcome;

  beforeAll(async () => {
    buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'meritscale-browser-'));
    program = await startProgram({ MERITSCALE_DATA: join(folder, 'data'), MERITSCALE_DEMO: '1' });
    browser = await openBrowser(chromium!);
    welcome = (await (await fetch(`${program.address}/api/welcome`)).json()) as Welcome;
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  const personOf = (role: string) => welcome.people.find(({ grants }) => grants[0]?.role === role)!;
  const open = async (locale: string): Promise<{ context: BrowserContext; page: Page; errors: string[] }> => {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy'))
        errors.push(message.text());
    });
    page.setDefaultTimeout(15_000);
    return { context, page, errors };
  };
  const signIn = async (page: Page, name: string) => {
    await page.goto(program.address);
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

  it.each(languages)(
    'HR signs in, imports a file, changes a weight, publishes, runs and opens a statement (%s)',
    async (language, locale) => {
      const { context, page, errors } = await open(locale);
      await signIn(page, personOf('hr').name);

      // Import one more deal.
      const file = join(folder, `deals-${language}.csv`);
      writeFileSync(file, dealOf(language));
      const t = data[language];
      await page.goto(`${program.address}/imports/new?dataset=deals`);
      await page.getByLabel(t.chooseFile).last().setInputFiles(file);
      await page.getByRole('button', { name: t.check }).click();
      const importButton = page.getByRole('button', { name: fill(t.doImport, { rows: 1 }) });
      await importButton.waitFor();
      await importButton.click();
      await page
        .getByText(fill(t.doneText, { added: 1, changed: 0, unchanged: 0, commit: '' }).slice(0, 4))
        .first()
        .waitFor();

      // Change two weights of a draft: first they do not add up, then they do.
      const m = models[language];
      const key = language === 'zh' ? 'expansion' : 'mature';
      await page.goto(`${program.address}/models/${key}/show`);
      await page.getByRole('button', { name: m.edit }).click();
      const weights = page.locator('input[data-figure]');
      await weights.first().waitFor();
      const first = page.getByLabel(new RegExp(language === 'zh' ? '的权重' : '^Weight of')).first();
      const second = page.getByLabel(new RegExp(language === 'zh' ? '的权重' : '^Weight of')).nth(1);
      const [a, b] = [Number(await first.inputValue()), Number(await second.inputValue())];
      await first.fill(String(a + 2));
      await page.getByText(fill(m.sumOver, { sum: 102, off: 2 })).waitFor();
      await second.fill(String(b - 2));
      await page.getByText(m.sumExact).waitFor();
      await page.getByRole('button', { name: m.save }).click();
      await putUpOnPage(page, language, 'story');
      const director = await open(locale);
      await signIn(director.page, personOf('director').name);
      await director.page.goto(`${program.address}/models/${key}/show`);
      await stepOnPage(director.page, language, 'approve', 'story');
      await publishOnPage(director.page, language, '2026-Q3', 'story');
      expect(director.errors).toEqual([]);
      await director.context.close();

      // Run the quarter, then open a statement.
      const started = await page.request.post(`${program.address}/api/runs`, {
        data: { period: '2026-Q3' },
        headers: { 'Idempotency-Key': `story-${language}` },
      });
      expect(started.status()).toBe(202);
      const job = (await started.json()) as { id: string };
      await expect
        .poll(
          async () =>
            (
              (await (await page.request.get(`${program.address}/api/jobs/${job.id}`)).json()) as {
                state: string;
              }
            ).state,
          { timeout: 30_000 },
        )
        .toBe('done');
      await page.goto(`${program.address}/statements`);
      await page.getByRole('row').nth(1).getByRole('link').first().click();
      await page.waitForURL(/\/statements\/.+~/);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(errors).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it('a seller who opens another’s statement by its address is refused, and sees their own', async () => {
    const { context, page } = await open('zh-CN');
    const [own, other] = welcome.people.filter(({ grants }) => grants[0]?.role === 'seller');
    if (own === undefined || other === undefined) throw new Error('the demo company has no two sellers');
    await page.request.post(`${program.address}/api/session`, { data: { person: own.person } });
    const runs = (await (await page.request.get(`${program.address}/api/runs`)).json()) as { id: string }[];
    const run = runs[0]?.id ?? '';
    const statement = (person: string) =>
      page.request.get(`${program.address}/api/statements/${run}~${person}`);
    expect((await statement(own.person)).status()).toBe(200);
    expect((await statement(other.person)).status()).toBe(403);
    await page.goto(`${program.address}/statements/${run}~${other.person}`);
    await page.waitForTimeout(1500);
    expect(await page.textContent('body')).not.toContain(other.name);
    await context.close();
  }, 60_000);

  it.each(languages)(
    'no page has findings of axe, none is wider than a phone (%s)',
    async (language, locale) => {
      const { context, page } = await open(locale);
      const findings: string[] = [];
      await page.goto(program.address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      findings.push(...(await axeFindings(page)).map((finding) => `sign-in: ${finding}`));
      const screens = {
        hr: [
          '/',
          '/models',
          '/models/expansion/show',
          '/datasets',
          '/datasets/deals/show',
          '/records',
          '/imports/new',
          '/people',
          '/teams',
          '/runs',
          '/runs/new',
          '/statements',
          '/settings',
          '/audit',
        ],
        admin: ['/accounts', '/accounts/new', '/account/password'],
      };
      for (const [role, path] of Object.entries(screens).flatMap(([who, paths]) =>
        paths.map((address) => [who, address] as const),
      )) {
        await page.request.post(`${program.address}/api/session`, {
          data: { person: personOf(role).person },
        });
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(program.address + path);
        await page.locator('main h1, main table').first().waitFor();
        await page.waitForTimeout(400);
        findings.push(...(await axeFindings(page)).map((finding) => `${path}: ${finding}`));
        await page.setViewportSize({ width: 360, height: 740 });
        await page.waitForTimeout(300);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 360) findings.push(`${path}: ${width} wide at 360`);
      }
      expect(layout[language].home).not.toBe('');
      expect(findings).toEqual([]);
      await context.close();
    },
    180_000,
  );
});

/** A deal of the demo company, by the headers HR's file has. */
function dealOf(language: string): string {
  const starter = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../rules/starter/datasets/deals.dataset.json'), 'utf8'),
  ) as { columns: { id: string; type: string; choices?: { value: string }[] }[] };
  const cells = starter.columns.map(({ id, type, choices }) => {
    if (id === 'deal_id') return `STORY-${language}`;
    if (type === 'person') return 'E003';
    if (type === 'choice') return choices?.[0]?.value ?? '';
    if (type === 'date') return '2026-08-01';
    return type === 'text' ? 'story' : '1000';
  });
  return `${starter.columns.map(({ id }) => id).join(',')}\n${cells.join(',')}\n`;
}
