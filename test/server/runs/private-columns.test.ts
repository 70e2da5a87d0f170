import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPeriod } from '../../../server/runs/run.ts';
import { demoPeriod } from '../../../server/demo/load.ts';
import { peopleOf } from '../../../server/people/people.ts';
import { beginSession } from '../../../server/access/sessions.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

/** What stands in the demo company's salaries and surveys, and who may read it. */
describe('pay and survey texts', () => {
  let app: TestApp;
  let run: string;
  let seller: string;

  beforeAll(async () => {
    app = await openTestApp({ demo: true });
    const outcome = await runPeriod(app.services.store, demoPeriod);
    if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
    run = outcome.run.id;
    seller = await peopleOf(app.services.store).register('E003', 'E003');
  }, 60_000);
  afterAll(() => app.close());

  const listed = async (cookie: string, dataset: string) => {
    const filter = encodeURIComponent(JSON.stringify({ dataset }));
    const { body } = await app.as(cookie, 'GET', `/records?filter=${filter}&range=[0,24]`).expect(200);
    return body as { values: Record<string, unknown>; hidden: string[] }[];
  };

  it.each([
    ['hr', 'salaries', 'monthly_salary', true],
    ['director', 'salaries', 'monthly_salary', true],
    ['salesOps', 'salaries', 'monthly_salary', false],
    ['hr', 'surveys', 'comment', true],
    ['salesOps', 'surveys', 'comment', false],
  ] as const)('as %s in %s: %s is shown: %s', async (role, dataset, column, shown) => {
    const rows = await listed(await app.cookieOf(`one-${role}`, [{ role }]), dataset);
    expect(rows.length).toBeGreaterThan(0);
    for (const { values, hidden } of rows) {
      expect([column in values, hidden.includes(column)]).toEqual([shown, !shown]);
    }
  });

  it('a seller sees the surveys behind the own statement, without what the customers wrote', async () => {
    const own = `meritscale=${await beginSession(app.services.store, seller, app.services.clock())}`;
    const source = async (cookie: string) =>
      (await app.as(cookie, 'GET', `/statements/${run}~${seller}/rows?measure=satisfaction_mean`).expect(200))
        .body as { hidden: boolean; columns: { id: string }[]; rows: { values: object }[] };
    const seen = await source(own);
    expect(seen.rows.length).toBeGreaterThan(0);
    expect(seen.hidden).toBe(true);
    expect(JSON.stringify(seen)).not.toContain('"comment":');
    expect(seen.columns.map(({ id }) => id)).not.toContain('comment');
    const hr = await source(await app.cookieOf('one-hr', [{ role: 'hr' }]));
    expect(hr.columns.map(({ id }) => id)).toContain('comment');
  });
});
