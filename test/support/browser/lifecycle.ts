import type { Page } from 'playwright-core';
import { texts as lifecycle } from '../../../admin/models/lifecycle/texts.ts';
import { texts as models } from '../../../admin/models/texts.ts';
import { fill } from '../../../locales/index.ts';

type Language = 'zh' | 'en';

/** Puts the saved draft on the page up for review: its impact report is made first. */
export async function putUpOnPage(page: Page, language: Language, reason: string): Promise<void> {
  const t = lifecycle[language];
  await page.getByRole('button', { name: t.submit }).and(page.locator(':enabled')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t.makeReport }).click();
  await dialog.getByRole('link', { name: t.seeReport }).waitFor({ timeout: 60_000 });
  await dialog.getByLabel(t.reason).fill(reason);
  await dialog.getByRole('button', { name: t.submitNow }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Takes the version on the page a step on. */
export async function stepOnPage(
  page: Page,
  language: Language,
  step: 'approve' | 'return' | 'reject' | 'withdraw',
  reason: string,
): Promise<void> {
  const t = lifecycle[language];
  const now = {
    approve: t.approvalNow,
    return: t.returnNow,
    reject: t.rejectionNow,
    withdraw: t.withdrawalNow,
  };
  await page.getByRole('button', { name: t[step] }).and(page.locator(':enabled')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.reason).fill(reason);
  await dialog.getByRole('button', { name: now[step], exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Publishes the approved version on the page from a period on, also one that is over. */
export async function publishOnPage(
  page: Page,
  language: Language,
  period: string,
  reason: string,
): Promise<void> {
  const t = models[language];
  await page.getByRole('button', { name: t.publish }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.publishFrom).fill(period);
  await dialog.getByLabel(t.publishReason).fill(reason);
  const past = dialog.getByLabel(lifecycle[language].pastReason);
  if ((await past.count()) > 0) await past.fill(reason);
  await dialog.getByRole('button', { name: fill(t.publishNow, { from: period }) }).click();
  await dialog.waitFor({ state: 'detached' });
}
