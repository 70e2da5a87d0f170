import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as form } from '../../admin/data/dataset-form/texts.ts';
import { texts as parts } from '../../admin/models/parts/texts.ts';
import { texts as models } from '../../admin/models/texts.ts';
import { choices } from '../../admin/schema-form/choice-names.ts';
import { fields } from '../../admin/schema-form/field-names.ts';
import { texts as forms } from '../../admin/schema-form/texts.ts';
import { check } from '../../engine/index.ts';
import { fill } from '../../locales/index.ts';
import type { DatasetView, ModelVersionView, Welcome } from '../../schemas/index.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { buildProgram, startProgram, type RunningProgram } from '../support/browser/program.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('the parts of a model by form (Chromium or Chrome)', () => {
  let browser: Browser;
  let program: RunningProgram;
  let folder = '';
  let welcome: Welcome;
  beforeAll(async () => {
    buildProgram();
    folder = mkdtempSync(join(tmpdir(), 'meritscale-parts-'));
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
    ['zh', 'zh-CN', 'expansion', 'deals'],
    ['en', 'en-GB', 'mature', 'surveys'],
  ] as const)(
    'a column, a figure of it, pay and ranking need no JSON, and what is taken over unchanged stays (%s)',
    async (language, locale, key, dataset) => {
      const [t, d, f, n, m] = [parts, form, forms, fields, models].map((texts) => texts[language]) as [
        (typeof parts)['en'],
        (typeof form)['en'],
        (typeof forms)['en'],
        (typeof fields)['en'],
        (typeof models)['en'],
      ];
      const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(program.address);
      const { name } = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      const dialog = page.getByRole('dialog');

      // A new column, by keyboard.
      await page.goto(`${program.address}/datasets/${dataset}/show`);
      await page.getByRole('button', { name: d.changeDataset }).press('Enter');
      await dialog.getByRole('button', { name: f.add }).last().press('Enter');
      const column = dialog.getByRole('group', { name: /·/ }).last();
      await column.getByLabel(f.kind, { exact: true }).selectOption('integer');
      await column.getByLabel(n.id, { exact: true }).fill('cross_sold');
      await column.getByLabel(fill(f.inEnglish, { name: n.name })).fill('Cross-sold');
      await column.getByLabel(fill(f.inChinese, { name: n.name })).fill('交叉销售');
      await dialog.getByLabel(d.reason).fill('cross-selling counts');
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: d.save }).click();
      await dialog.waitFor({ state: 'detached' });
      const view = (await (
        await page.request.get(`${program.address}/api/datasets/${dataset}`)
      ).json()) as DatasetView;
      expect(view.document.columns.at(-1)).toEqual({
        id: 'cross_sold',
        name: { zh: '交叉销售', en: 'Cross-sold' },
        type: 'integer',
        required: false,
      });

      // A figure of it, tried on what is stored.
      await page.goto(`${program.address}/models/${key}/show`);
      await page.getByRole('button', { name: m.edit }).click();
      await page.getByText(t.title).click();
      await page.getByRole('button', { name: fill(t.add, { kind: t.measures }) }).press('Enter');
      await dialog.getByLabel(n.id, { exact: true }).fill('cross_sold');
      await dialog.getByLabel(f.kind, { exact: true }).first().selectOption('sum');
      await dialog.getByLabel(n.dataset, { exact: true }).selectOption(dataset);
      await dialog.getByLabel(n.column, { exact: true }).selectOption('cross_sold');
      await dialog.getByRole('button', { name: t.previewNow }).click();
      await dialog.getByText(t.previewOf.split('{missing}').at(-1)!).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: t.save }).click();
      await dialog.waitFor({ state: 'detached' });

      // Every kind of pay, and a ranking.
      for (const kind of ['formula', 'split', 'coefficient', 'tiers', 'pool']) {
        await page.getByRole('button', { name: fill(t.add, { kind: t.pay }) }).press('Enter');
        await dialog.getByLabel(n.id, { exact: true }).first().fill(`pay_${kind}`);
        await dialog.getByLabel(f.kind, { exact: true }).first().selectOption(kind);
        if (kind === 'formula') expect(await axeFindings(page)).toEqual([]);
        await dialog.getByRole('button', { name: t.save }).click();
        await dialog.waitFor({ state: 'detached' });
      }
      await page.getByRole('button', { name: fill(t.add, { kind: t.ranking }) }).press('Enter');
      await dialog.getByLabel(n.scope, { exact: true }).selectOption('team');
      expect(await dialog.getByLabel(n.scope, { exact: true }).locator('option').allTextContents()).toContain(
        choices[language].team,
      );
      await dialog.getByRole('button', { name: t.save }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: m.save, exact: true }).click();
      await expect.poll(async () => (await version()).revision, { timeout: 20_000 }).toBe(2);
      const { document } = await version();
      expect(document.measures.at(-1)).toMatchObject({
        id: 'cross_sold',
        aggregate: { kind: 'sum', dataset },
      });
      expect(document.pay!.slice(-5).map(({ amount }) => amount.kind)).toEqual([
        'formula',
        'split',
        'coefficient',
        'tiers',
        'pool',
      ]);
      expect(document.ranking).toMatchObject({ scope: 'team' });
      expect(check(document).filter(({ severity }) => severity === 'error')).toEqual([]);

      // Opened and taken over as they are, no figure and no pay line changes.
      const lists = await page
        .getByRole('button', { name: new RegExp(`^${fill(t.open, { name: '' })}`) })
        .all();
      let opened = 0;
      for (const button of lists) {
        const pointer = await button.getAttribute('data-pointer');
        if (pointer === null) continue;
        await button.press('Enter');
        await dialog.getByRole('button', { name: t.save }).click();
        await dialog.waitFor({ state: 'detached' });
        opened += 1;
      }
      expect(opened).toBe(document.measures.length + document.pay!.length);
      expect(await page.getByRole('button', { name: m.save, exact: true }).isDisabled()).toBe(true);

      await page.setViewportSize({ width: 320, height: 800 });
      await page.reload();
      await page.getByText(t.title).click();
      await page.getByRole('button', { name: fill(t.open, { name: t.ranking }) }).press('Enter');
      await dialog.waitFor();
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
    120_000,
  );
});
