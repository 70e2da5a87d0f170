import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView, Model, ResultView, Statement } from '../../../schemas/index.ts';
import { hashOf } from '../../../engine/index.ts';
import { beginSession } from '../../../server/access/sessions.ts';
import { demoPeriod } from '../../../server/demo/load.ts';
import { runPeriod } from '../../../server/runs/run.ts';
import type { RunResult } from '../../../server/store/documents.ts';
import { checkReceipt } from '../../../tools/check-receipt.mjs';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { changeModel } from './demo-changes.ts';

/** The model with a month's pay: made from the salary, and a pool. */
function paying(model: Model): Model {
  const salary: Model['measures'][number] = {
    id: 'monthly_salary',
    name: { zh: '月薪', en: 'Monthly salary' },
    aggregate: {
      kind: 'max',
      dataset: 'salaries',
      subject: 'person',
      date: 'from',
      column: 'monthly_salary',
    },
    window: { kind: 'rolling', periods: 40 },
  };
  const name = { zh: '行', en: 'Line' };
  return {
    ...model,
    measures: [...model.measures, salary],
    pay: [
      {
        id: 'bonus',
        name,
        amount: { kind: 'formula', formula: 'monthly_salary * composite / 100' },
        hold: { released: '0.37' },
      },
      {
        id: 'extra',
        name,
        amount: {
          kind: 'pool',
          scope: 'team',
          sum: { kind: 'constant', value: '98765.43' },
          weight: 'ifMissing(composite, 0)',
        },
      },
    ],
  };
}

describe('what somebody is paid', () => {
  let app: TestApp;
  let run: string;
  let other: RunResult;
  let own: RunResult;
  let before: string;
  const cookieOf = (name: string, role: string, teams?: string[]) =>
    app.cookieOf(name, [{ role: role as 'hr', ...(teams && { teams }) }]);

  beforeAll(async () => {
    app = await openTestApp({ demo: true });
    const { store } = app.services;
    const first = await runPeriod(store, demoPeriod);
    if ('issues' in first) throw new Error(JSON.stringify(first.issues));
    before = first.run.id;
    await changeModel(store, 'expansion', paying);
    const outcome = await runPeriod(store, demoPeriod);
    if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
    run = outcome.run.id;
    const paid: RunResult[] = [];
    for await (const result of store.collection('results').scan({ prefix: `${run}/` })) {
      if (result.result.pay?.total !== undefined && result.result.pay.total !== null) paid.push(result);
    }
    // Supervisors also read their team.
    own = paid.find(({ role }) => role !== 'supervisor')!;
    other = paid.find(({ team, subject }) => team === own.team && subject !== own.subject)!;
  }, 120_000);
  afterAll(() => app.close());

  /** What would tell the pay of a result: amounts of its lines, and the salary it is made from. */
  const secrets = ({ result, inputs }: RunResult) =>
    [
      result.pay!.total!,
      ...Object.values(result.pay!.lines).flatMap(({ amount, paid, held }) => [
        amount!,
        paid ?? '',
        held ?? '',
      ]),
      inputs['monthly_salary']!,
    ].filter((text) => text.length > 4);
  const told = (text: string, result: RunResult) =>
    secrets(result).filter((secret) => text.includes(`"${secret}"`) || text.includes(`${secret},`));
  const textOf = async (cookie: string, path: string) => {
    const { text, body } = await app.as(cookie, 'GET', path).expect(200);
    return { text, body: body as unknown };
  };
  const listPath = () => {
    const filter = encodeURIComponent(JSON.stringify({ run, person: [own.subject, other.subject] }));
    return `/results?filter=${filter}&range=[0,24]`;
  };

  it('is there to be told', () => {
    expect(secrets(own).length).toBeGreaterThan(3);
    expect(own.team).toBe(other.team);
  });

  it.each(['hr', 'director', 'auditor'])('is seen by %s in results and statements', async (role) => {
    const cookie = await cookieOf(`pay-${role}`, role);
    const { body } = await textOf(cookie, `/statements/${run}~${other.subject}`);
    const statement = body as Statement;
    expect(statement.result.pay).toEqual(other.result.pay);
    expect([statement.payHidden, statement.receiptHash]).toEqual([false, other.receipt]);
    expect(checkReceipt(statement.receipt)).toEqual([]);
    const list = (await textOf(cookie, listPath())).body as ResultView[];
    const paid = new Map(list.map(({ person, pay }) => [person, pay]));
    expect(paid).toEqual(new Map([own, other].map(({ subject, result }) => [subject, result.pay])));
  });

  it.each(['salesOps', 'manager'])('is left out for %s, everywhere', async (role) => {
    const cookie = await cookieOf(`pay-${role}`, role, role === 'manager' ? [own.team] : undefined);
    for (const path of [
      listPath(),
      `/results/${run}~${other.subject}`,
      `/statements/${run}~${other.subject}`,
    ]) {
      const { text } = await textOf(cookie, path);
      expect(told(text, other), path).toEqual([]);
      expect(text).not.toContain(other.receipt);
    }
    const { body } = await textOf(cookie, `/statements/${run}~${other.subject}`);
    const { result, receipt, receiptHash, payHidden } = body as Statement;
    expect([payHidden, 'pay' in result, receiptHash]).toEqual([true, false, hashOf(receipt)]);
    expect(receipt.entries.filter(({ id }) => /pay|pool|monthly_salary/.test(id))).toEqual([]);
    expect(checkReceipt(receipt)).toEqual([]);
    expect(result.composite).toBe(other.result.composite);
  });

  it('is a seller’s own to see, and nobody else’s', async () => {
    const cookie = `meritscale=${await beginSession(app.services.store, own.subject, app.services.clock())}`;
    const { body } = await textOf(cookie, `/statements/${run}~${own.subject}`);
    expect((body as Statement).result.pay).toEqual(own.result.pay);
    const list = await textOf(cookie, listPath());
    expect((list.body as ResultView[]).map(({ person, pay }) => [person, pay])).toEqual([
      [own.subject, own.result.pay],
    ]);
    expect(told(list.text, other)).toEqual(told(JSON.stringify(own), other));
    await app.as(cookie, 'GET', `/statements/${run}~${other.subject}`).expect(403);
  });

  it('is not told by rows behind a statement, comparisons or verifications', async () => {
    const cookie = await cookieOf('pay-ops', 'salesOps');
    const rows = await textOf(cookie, `/statements/${run}~${other.subject}/rows?measure=monthly_salary`);
    expect(told(rows.text, other)).toEqual([]);
    const asked = async (path: string, body: object, key: string) => {
      const { body: job } = await app
        .as(cookie, 'POST', path)
        .set('Idempotency-Key', key)
        .send(body)
        .expect(202);
      const gone = new AbortController();
      for await (const { outcome } of app.services.jobs.watch((job as JobView).id, gone.signal))
        if (outcome !== undefined) break;
      return textOf(cookie, `/jobs/${(job as JobView).id}`);
    };
    await asked('/comparisons', { before, after: run }, 'pay-compare-1');
    const filter = encodeURIComponent(JSON.stringify({ comparison: `${before}~${run}` }));
    const moved = await textOf(cookie, `/movements?filter=${filter}&range=[0,99]`);
    expect(told(moved.text, other)).toEqual([]);
    const verified = await asked(`/runs/${run}/verification`, {}, 'pay-verify-1');
    expect(told(verified.text, other)).toEqual([]);
  });
});
