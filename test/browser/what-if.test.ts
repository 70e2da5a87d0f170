import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as models } from '../../admin/models/texts.ts';
import { texts as whatIf } from '../../admin/what-if/texts.ts';
import type { Welcome } from '../../schemas/index.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { buildProgram, startProgram, type RunningProgram } from '../support/browser/program.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('a what-if over the whole company (Chromium or Chrome)', () => {
  let browser: Browser;
  let program: RunningProgram;
  let folder = '';
  let welcome: Welcome;
  beforeAll(async () => {
    buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'meritscale-what-if-'));
    program = await startProgram({ MERITSCALE_DATA: join(folder, 'data'), MERITSCALE_DEMO: '1' });
    browser = await openBrowser(chromium!);
    welcome = (await (await fetch(`${program.address}/api/welcome`)).json()) as Welcome;
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    if (folder !== '') rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['zh', 'zh-CN', 'expansion'],
    ['en', 'en-GB', 'mature'],
  ] as const)(
    'moves grades and names people while a weight is typed (%s)',
    async (language, locale, key) => {
      const [t, m] = [whatIf[language], models[language]];
      const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && message.text().includes('Content Security Policy'))
          errors.push(message.text());
      });
      await page.goto(program.address);
      const { name } = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(`${program.address}/models/${key}/show`);
      await page.getByRole('button', { name: m.edit }).click();

      const section = page.getByRole('region', { name: t.title });
      await section.getByLabel(t.period).fill('2026-Q3');
      await section.getByRole('button', { name: t.show }).press('Enter');
      const said = section.locator('output').last();
      const nobody = t.nobodyMoves.split('{people}').at(-1)!;
      await expect.poll(() => said.textContent(), { timeout: 20_000 }).toContain(nobody);

      // One weight up, another down by as much: typed, as somebody without a mouse would.
      const weights = page.getByLabel(new RegExp(language === 'zh' ? '的权重' : '^Weight of'));
      const count = await weights.count();
      const [first, last] = [weights.first(), weights.nth(count - 1)];
      const [a, b] = [Number(await first.inputValue()), Number(await last.inputValue())];
      await first.fill(String(a + b));
      await last.fill('0');
      await expect.poll(() => said.textContent(), { timeout: 20_000 }).not.toContain(nobody);
      const movers = section.getByRole('table', { name: t.movers });
      expect(await movers.getByRole('row').count()).toBeGreaterThan(1);
      await section.getByTestId('what-if-timing').waitFor();
      expect(await section.getByTestId('what-if-timing').textContent()).toMatch(/\d/);

      // Back again, nobody moves; every weight can be tried.
      await first.fill(String(a));
      await last.fill(String(b));
      await expect.poll(() => said.textContent(), { timeout: 20_000 }).toContain(nobody);
      await section.getByRole('button', { name: t.askSensitivity }).press('Enter');
      const tried = section.getByRole('table', { name: t.sensitivity });
      await tried.waitFor();
      expect(await tried.getByRole('row').count()).toBe(count + 1);

      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(errors).toEqual([]);
      await context.close();
    },
    90_000,
  );
});
