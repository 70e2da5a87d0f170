import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as conditions } from '../../admin/models/conditions/texts.ts';
import { ruleKinds } from '../../admin/models/rules/rule-kinds.ts';
import { texts as newModel } from '../../admin/models/new-model/texts.ts';
import { texts as rules } from '../../admin/models/rules/texts.ts';
import { texts as models } from '../../admin/models/texts.ts';
import { fill } from '../../locales/index.ts';
import type { Model, ModelVersionView, Welcome } from '../../schemas/index.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { buildProgram, startProgram, type RunningProgram } from '../support/browser/program.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('a model by form in a browser (Chromium or Chrome)', () => {
  let browser: Browser;
  let program: RunningProgram;
  let folder = '';
  let welcome: Welcome;
  beforeAll(async () => {
    buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'meritscale-rules-'));
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
    'one of every kind is made and saved without JSON, its conditions in the builder (%s)',
    async (language, locale, key) => {
      const [t, c, m] = [rules[language], conditions[language], models[language]];
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
      await page.getByText(t.title).click();
      const before = (await version()).document;
      for (const kind of ruleKinds) {
        await page.getByRole('button', { name: fill(t.add, { kind: t[kind] }) }).press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(language === 'zh' ? t.nameZh : t.nameEn).fill(`X ${kind}`);
        if (kind === 'actions') {
          // A second comparison, by keyboard: the grade, in words of both languages.
          await dialog.getByRole('button', { name: c.addRule }).press('Enter');
          await dialog.getByLabel(c.field).last().selectOption('grade');
          await dialog.getByLabel(c.operator).last().selectOption('notEqual');
          await dialog.getByText(/grade is not|Grade is not/).waitFor();
          expect(await axeFindings(page)).toEqual([]);
        }
        await dialog.getByRole('button', { name: t.save }).click();
        await dialog.waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: m.save, exact: true }).click();
      await expect.poll(async () => (await version()).revision, { timeout: 20_000 }).toBe(2);
      const { document } = await version();
      for (const kind of ruleKinds) {
        const items: readonly { name: Model['name'] }[] = document[kind] ?? [];
        expect([kind, items.length]).toEqual([kind, (before[kind] ?? []).length + 1]);
        expect(items.at(-1)!.name[language]).toBe(`X ${kind}`);
      }
      const added = document.actions!.at(-1)!;
      expect(added.conditions).toMatchObject({
        all: [{ fact: 'composite' }, { fact: 'grade', operator: 'notEqual' }],
      });

      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      expect(errors).toEqual([]);
      await context.close();

      async function version(): Promise<ModelVersionView> {
        const answer = await page.request.get(`${program.address}/api/model-versions/${key}@2`);
        return (await answer.json()) as ModelVersionView;
      }
    },
    90_000,
  );

  it('begins from one that comes with the program, or from a file, with what is wrong in it by line', async () => {
    const t = newModel.en;
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const { name } = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
    await page.goto(program.address);
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${program.address}/models`);
    await page.getByRole('button', { name: t.new }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t.which).click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel(t.key).fill('from_starter');
    await dialog.getByLabel(t.nameEn).fill('From the starter');
    await dialog.getByText(/From the starter/).waitFor();
    await dialog.getByLabel(t.reason).fill('another market');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: t.create }).click();
    await page.waitForURL(/from_starter/);
    await page.getByRole('heading', { level: 1, name: 'From the starter' }).waitFor();

    // What it is goes to a file, and comes back under another key; a broken one is refused with its line.
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: t.saveFile }).click();
    const file = await (await downloading).path();
    await page.goto(`${program.address}/models`);
    await page.getByRole('button', { name: t.new }).click();
    await dialog.getByLabel(t.from).click();
    await page.getByRole('option', { name: t.file }).click();
    const input = dialog.locator('input[type=file]');
    await input.setInputFiles({
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{\n"key": 1}'),
    });
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('alert').textContent()).toContain(t.notModel);
    await input.setInputFiles(file);
    await dialog.getByLabel(t.key).fill('from_file');
    await dialog.getByLabel(t.reason).fill('a copy');
    await dialog.getByRole('button', { name: t.create }).click();
    await page.waitForURL(/from_file/);
    await context.close();
  }, 90_000);
});
