import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands, one line each: WCAG 2.2 A and AA. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Not as a script element: the content security policy forbids it, and rightly.
  await page.evaluate(source);
  return page.evaluate(async () => {
    interface Finding {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
    }
    const { axe } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<{ violations: readonly Finding[] }> };
    };
    const { violations } = await axe.run(
      // react-admin 5.15 names the span around a row's checkbox instead of the checkbox.
      { exclude: [['.RaDataTable-checkbox']] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  });
}
