import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts as lifecycle } from '../../admin/models/lifecycle/texts.ts';
import { texts as models } from '../../admin/models/texts.ts';
import { texts as comparison } from '../../admin/version-comparisons/texts.ts';
import { texts as whatIf } from '../../admin/what-if/texts.ts';
import type {
  AccountView,
  JobView,
  ModelVersionView,
  ModelView,
  RunView,
  VersionComparisonView,
  Welcome,
} from '../../schemas/index.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { findChromium, openBrowser } from '../support/browser/chromium.ts';
import { publishOnPage, putUpOnPage, stepOnPage } from '../support/browser/lifecycle.ts';
import { buildProgram, startProgram, type RunningProgram } from '../support/browser/program.ts';

const chromium = findChromium();
const [before, after] = ['2026-Q3', '2026-Q4'] as const;

describe.skipIf(chromium === undefined)('HR changes a model (Chromium or Chrome)', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildProgram();
    browser = await openBrowser(chromium!);
  }, 240_000);
  afterAll(() => browser?.close());

  it.each([
    ['zh', 'zh-CN'],
    ['en', 'en-GB'],
  ] as const)(
    'an expansion business counts new customers more: whom it moves, a second person, from next quarter on (%s)',
    async (language, locale) => {
      const folder = mkdtempSync(join(tmpdir(), 'meritscale-change-'));
      const program = await startProgram({
        MERITSCALE_DATA: join(folder, 'data'),
        MERITSCALE_DEMO: '1',
      });
      try {
        expect(await story(program, language, locale)).toEqual([]);
      } finally {
        await program.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    240_000,
  );

  async function story(program: RunningProgram, language: 'zh' | 'en', locale: string): Promise<string[]> {
    const [m, w, l, c] = [models[language], whatIf[language], lifecycle[language], comparison[language]];
    const welcome = (await (await fetch(`${program.address}/api/welcome`)).json()) as Welcome;
    const personOf = (role: string) => welcome.people.find(({ grants }) => grants[0]?.role === role)!;
    const errors: string[] = [];
    const open = async (role: string): Promise<Page> => {
      const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => errors.push(error.message));
      await page.request.post(`${program.address}/api/session`, { data: { person: personOf(role).person } });
      return page;
    };
    const get = async <T>(page: Page, path: string) =>
      (await (await page.request.get(`${program.address}/api${path}`)).json()) as T;
    const ran = async (page: Page, period: string): Promise<RunView> => {
      const asked = await page.request.post(`${program.address}/api/runs`, {
        data: { period },
        headers: { 'Idempotency-Key': `run-${period}` },
      });
      const job = (await asked.json()) as JobView;
      const state = async () => (await get<JobView>(page, `/jobs/${job.id}`)).state;
      await expect.poll(state, { timeout: 60_000 }).toBe('done');
      return get<RunView>(page, `/runs/${(await get<JobView>(page, `/jobs/${job.id}`)).made}`);
    };
    const narrow = async (page: Page) => {
      await page.setViewportSize({ width: 320, height: 800 });
      // The menu folds away first.
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(wide, { timeout: 10_000 }).toBeLessThanOrEqual(320);
      await page.setViewportSize({ width: 1280, height: 900 });
    };

    // HR here may approve as well: what they wrote themselves they still may not.
    const admin = await open('admin');
    const account = (await get<AccountView[]>(admin, '/accounts?range=[0,999]')).find(
      ({ id }) => id === personOf('hr').person,
    )!;
    const given = await admin.request.put(`${program.address}/api/accounts/${account.id}`, {
      data: { grants: [{ role: 'hr' }, { role: 'director' }], active: true },
      headers: { 'If-Match': `"${account.revision}"` },
    });
    expect(given.status(), await given.text()).toBe(200);
    await admin.context().close();

    const hr = await open('hr');
    const first = await ran(hr, before);
    const address = `${program.address}/models/expansion/show`;
    await hr.goto(address);
    await hr.getByRole('button', { name: m.edit }).click();

    // Everybody is judged again while the weights move.
    const panel = hr.getByRole('region', { name: w.title });
    await panel.getByLabel(w.period).fill(before);
    await panel.getByRole('button', { name: w.show }).click();
    const said = panel.locator('output').last();
    const nobody = w.nobodyMoves.split('{people}').at(-1)!;
    await expect.poll(() => said.textContent(), { timeout: 30_000 }).toContain(nobody);
    const base = await get<ModelVersionView>(hr, '/model-versions/expansion@1');
    const nameOf = (id: string) => base.document.metrics.find((metric) => metric.id === id)!;
    const sorted = base.document.metrics.toSorted((a, b) => Number(b.weight) - Number(a.weight));
    const [up, down] = [nameOf('new_customers'), sorted.find(({ id }) => id !== 'new_customers')!];
    const weight = (metric: typeof up) =>
      hr.getByLabel(m.weightOf.replace('{metric}', metric.name[language]), { exact: true });
    const shift = 10;
    await weight(up).fill(String(Number(up.weight) + shift));
    await weight(down).fill(String(Number(down.weight) - shift));
    await hr.getByText(m.sumExact).waitFor();
    await expect.poll(() => said.textContent(), { timeout: 30_000 }).not.toContain(nobody);
    await hr.getByRole('button', { name: m.save, exact: true }).click();
    await hr.getByRole('button', { name: l.submit }).and(hr.locator(':enabled')).waitFor();
    expect(await axeFindings(hr)).toEqual([]);
    await putUpOnPage(hr, language, 'new customers first');

    // The report that the approval stands on.
    const draft = await get<ModelVersionView>(hr, '/model-versions/expansion@2');
    expect(draft.state).toBe('inReview');
    const report = await get<VersionComparisonView>(hr, `/version-comparisons/${draft.report}`);
    expect(report.moved).toBeGreaterThan(0);
    const own = await hr.request.post(`${program.address}/api/model-versions/expansion@2/approval`, {
      data: { reason: 'mine' },
      headers: { 'If-Match': `"${draft.revision}"`, 'Idempotency-Key': 'own-approval' },
    });
    expect(own.status()).toBe(409);
    await hr.goto(address);
    await hr.getByText(l.ownChange).waitFor();
    expect(await hr.getByRole('button', { name: l.approve }).isDisabled()).toBe(true);
    expect(await axeFindings(hr)).toEqual([]);
    await narrow(hr);
    await hr.goto(`${program.address}/version-comparisons/${draft.report}`);
    await hr.getByRole('heading', { name: c.fairness }).waitFor();
    expect(await axeFindings(hr)).toEqual([]);
    await narrow(hr);

    // Somebody else reads it, asks, and approves.
    const director = await open('director');
    await director.goto(address);
    await director.getByRole('textbox', { name: l.noteText }).fill('why so much?');
    await director.getByRole('button', { name: l.noteSend, exact: true }).click();
    await director.getByText('why so much?').waitFor();
    await stepOnPage(director, language, 'approve', 'as agreed');
    await publishOnPage(director, language, after, 'from next quarter');
    const model = await get<ModelView>(director, '/models/expansion');
    expect(model.published.map(({ version, from }) => [version, from])).toEqual([
      [1, null],
      [2, after],
    ]);

    // What was, stays; what comes is by the new version.
    const [again, next] = [await ran(hr, before), await ran(hr, after)];
    const versionIn = (run: RunView) => run.models.find(({ key }) => key === 'expansion')?.version;
    expect([versionIn(first), versionIn(again), versionIn(next)]).toEqual([1, 1, 2]);
    await hr.goto(`${address}?version=2`);
    await hr.getByRole('link', { name: new RegExp(`1 → 2 · ${before}`) }).click();
    await hr.getByRole('heading', { name: c.movements }).waitFor();
    await hr.context().close();
    await director.context().close();
    return errors;
  }
});
