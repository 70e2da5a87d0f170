import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../engine/index.ts';
import { validateResult, validateRun, type Result } from '../../../schemas/index.ts';
import { demoPeriod, loadDemo } from '../../../server/demo/load.ts';
import { receiptsOfRun } from '../../../server/runs/receipts.ts';
import { runPeriod } from '../../../server/runs/run.ts';
import { resultsOfRun } from '../../../server/runs/stored-results.ts';
import { verifyRun } from '../../../server/runs/verify.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { checkReceipt } from '../../../tools/check-receipt.mjs';
import { temporaryFolder } from '../../support/folders.ts';

async function demoRun(store: Store) {
  await loadDemo(store);
  const outcome = await runPeriod(store, demoPeriod);
  if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
  return outcome;
}

async function resultsIn(store: Store, run: string): Promise<Result[]> {
  const results: Result[] = [];
  for await (const { result } of resultsOfRun(store, run)) results.push(result);
  return results;
}

describe('a run of the demo company', () => {
  it('grades everybody in a stage, certified, each figure recomputable', async () => {
    const store = openMemoryStore();
    const { run, fresh } = await demoRun(store);
    expect(fresh).toBe(true);
    expect(validateRun(run)).toBe(true);
    expect(run.certificates.map(({ agreed }) => agreed)).toEqual([true, true]);
    expect(run.models.map(({ stage }) => stage)).toEqual(['expansion', 'mature']);
    const results = await resultsIn(store, run.id);
    expect(results).toHaveLength(run.subjects);
    expect(results.length).toBeGreaterThan(50);
    for (const result of results) expect(validateResult(result)).toBe(true);
    const grades = new Set(results.map(({ grade, status }) => grade ?? status));
    expect([...grades].toSorted()).toEqual(['excellent', 'good', 'held', 'to_improve']);
    const receipts = await receiptsOfRun(store, run);
    expect(receipts.size).toBe(results.length);
    for (const receipt of receipts.values()) expect(checkReceipt(receipt)).toEqual([]);
    for await (const { subject, receipt } of resultsOfRun(store, run.id)) {
      expect(hashOf(receipts.get(subject))).toBe(receipt);
    }
  });

  it('started twice is one run, and data that does not change it makes no other', async () => {
    const store = openMemoryStore();
    const first = await demoRun(store);
    const second = await demoRun(store);
    expect(second).toEqual({ run: first.run, fresh: false });
  });

  it('does not depend on the store it was made in', async () => {
    const sqlite = await openSqliteStore(join(temporaryFolder(), 'a.db'));
    const figures = (results: readonly Result[]) =>
      results.map(({ subject: _, ...rest }) => JSON.stringify(rest)).toSorted();
    const memory = openMemoryStore();
    const there = await resultsIn(sqlite, (await demoRun(sqlite)).run.id);
    const here = await resultsIn(memory, (await demoRun(memory)).run.id);
    expect(figures(there)).toEqual(figures(here));
    await sqlite.close();
  });

  it('verifies, also after records have changed; and tells when a stored byte has', async () => {
    const path = join(temporaryFolder(), 'demo.db');
    const store = await openSqliteStore(path);
    const { run } = await demoRun(store);
    expect((await verifyRun(store, run.id)).issues).toEqual([]);
    const subject = (await resultsIn(store, run.id)).find(({ status }) => status === 'graded')!.subject;
    await store.close();

    const tamper = (statement: string) => {
      const database = new Libsql(path);
      expect(database.prepare(statement).run().changes).toBeGreaterThan(0);
      database.close();
    };
    const issuesNow = async () => {
      const again = await openSqliteStore(path);
      const { issues } = await verifyRun(again, run.id);
      await again.close();
      return issues.map(({ params }) => String(params?.['what']));
    };
    tamper(
      `UPDATE results SET doc = replace(doc, '"to_improve"', '"excellent"') WHERE id LIKE '%${subject}%' OR doc LIKE '%to_improve%'`,
    );
    expect((await issuesNow())[0]).toMatch(/^result /);
    tamper(`UPDATE results SET doc = replace(doc, '"excellent"', '"to_improve"')`);
    tamper(`UPDATE records SET doc = replace(doc, '"won"', '"lost"') WHERE id LIKE 'deals/%'`);
    expect(await issuesNow()).toContain('results');
  });

  it('is refused, with a reason, where it cannot be', async () => {
    const store = openMemoryStore();
    const codes = async (period: string) => {
      const outcome = await runPeriod(store, period);
      return 'issues' in outcome ? outcome.issues.map(({ code }) => code) : [];
    };
    expect(await codes('2026-Q3')).toEqual(['run.noCompany']);
    await loadDemo(store);
    expect(await codes('2026-Q9')).toEqual(['period.unknown']);
    expect(await codes('1999-Q1')).toEqual(['run.noPeople']);
  });
});
