/**
 * The what-if panel in a real browser: everybody judged anew after each edit of a weight, from the edit to the painted frame. The
 * figures of generated people stand in for those of the server. `node --import tsx bench/live.ts`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { texts as models } from '../admin/models/texts.ts';
import { texts as whatIf } from '../admin/what-if/texts.ts';
import { hashOf } from '../engine/index.ts';
import type { ModelVersionView, Welcome, WhatIfFigures } from '../schemas/index.ts';
import { findChromium, openBrowser } from '../test/support/browser/chromium.ts';
import { buildProgram, startProgram } from '../test/support/browser/program.ts';
import { seeded } from '../test/support/random.ts';

const [t, m] = [whatIf.en, models.en];
const chromium = findChromium();
if (chromium === undefined) throw new Error('there is no Chromium');
const print = (text: string) => process.stdout.write(`${text}\n`);

buildProgram();
const folder = mkdtempSync(join(tmpdir(), 'meritscale-live-'));
const program = await startProgram({ MERITSCALE_DATA: join(folder, 'data'), MERITSCALE_DEMO: '1' });
const browser = await openBrowser(chromium);
try {
  const welcome = (await (await fetch(`${program.address}/api/welcome`)).json()) as Welcome;
  const { name } = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
  const page = await (
    await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } })
  ).newPage();
  await page.goto(program.address);
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${program.address}/models/mature/show`);
  await page.getByRole('button', { name: m.edit }).click();
  const answer = await page.request.get(`${program.address}/api/model-versions/mature@2`);
  const draft = (await answer.json()) as ModelVersionView;
  for (const people of [10_000, 100_000]) {
    const body = JSON.stringify(figuresOf(draft, people));
    await page.unrouteAll();
    await page.route('**/figures?*', (route) => route.fulfill({ contentType: 'application/json', body }));
    const section = page.getByRole('region', { name: t.title });
    await section.getByLabel(t.period).fill(`2026-Q${people === 10_000 ? 3 : 2}`);
    await section.getByRole('button', { name: new RegExp(`${t.show}|${t.fetchAgain}`) }).click();
    const timing = section.getByTestId('what-if-timing');
    const asText = people.toLocaleString('en-GB');
    await timing
      .filter({ hasText: `${asText} people` })
      .filter({ hasText: 'screen' })
      .waitFor({ timeout: 120_000 });
    const weight = page.getByLabel(/^Weight of/).first();
    const [judging, seen]: [number[], number[]] = [[], []];
    for (let edit = 0; edit < 30; edit += 1) {
      const before = await timing.textContent();
      await weight.fill(String(5 + (edit % 7)));
      let shown = before;
      while (shown === before || shown?.includes('screen') !== true) shown = await timing.textContent();
      const [, took = '', until = ''] = /in ([\d.]+) ms.* after (\d+) ms/.exec(shown) ?? [];
      judging.push(Number(took));
      seen.push(Number(until));
    }
    const at = (list: number[], share: number) =>
      list.slice(5).toSorted((a, b) => a - b)[Math.floor((list.length - 5) * share)]!;
    print(
      `${asText} people: judged in median ${at(judging, 0.5)} ms (p95 ${at(judging, 0.95)}), on the screen after ${at(seen, 0.5)} ms (p95 ${at(seen, 0.95)})`,
    );
  }
} finally {
  await browser.close();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}

function figuresOf({ id, document }: ModelVersionView, people: number): WhatIfFigures {
  const random = seeded(people);
  const column = <T>(make: (row: number) => T) => Array.from({ length: people }, (_, row) => make(row));
  return {
    version: id,
    measures: hashOf(document.measures),
    period: people === 10_000 ? '2026-Q3' : '2026-Q2',
    subjects: column((row) => ({ id: `p${row}`, name: `Person ${row}` })),
    numbers: Object.fromEntries(
      document.measures.map((measure) => [
        measure.id,
        { places: 2, units: column(() => String(Math.round(random() * 15_000))) },
      ]),
    ),
    texts: {
      team: column((row) => `team ${row % 200}`),
      role: column(() => 'seller'),
      stage: column(() => document.stage),
    },
  };
}
