import { describe, expect, it } from 'vitest';
import { demoPeriod, loadDemo } from '../../../server/demo/load.ts';
import { lockRun } from '../../../server/runs/lock.ts';
import { runPeriod } from '../../../server/runs/run.ts';
import { verifyRun } from '../../../server/runs/verify.ts';
import type { AuditEntry } from '../../../server/store/documents.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';
import { changeModel, holdNobody, importRows, runDemo } from './demo-changes.ts';

const change = (request: string) => ({ by: 'hr', at: '2026-10-08T00:00:00.000Z', reason: 'agreed', request });

/** What the log says of runs. */
async function auditOf(store: Store): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for await (const entry of store.collection('audit').scan()) {
    if (entry.resource === 'run') entries.push(entry);
  }
  return entries;
}

describe('locking a run', () => {
  it('is refused while people are held for review, and where the two engines do not agree', async () => {
    const store = openMemoryStore();
    await loadDemo(store);
    const run = await runDemo(store);
    const [issue] = await lockRun(store, run, change('a'));
    expect(issue).toMatchObject({ code: 'run.held', params: { count: expect.any(Number) as number } });
    const [certificate] = run.certificates;
    const doubted = { ...run, certificates: [{ ...certificate!, agreed: false }] };
    expect(await lockRun(store, doubted, change('a'))).toMatchObject([{ code: 'run.disagreed' }]);
    expect(await store.collection('runLocks').get(demoPeriod)).toBeUndefined();
    expect(await auditOf(store)).toEqual([]);
  });

  it('is done once for a period, by one of many; the same request again changes nothing', async () => {
    const store = openMemoryStore();
    await loadDemo(store);
    const before = await runDemo(store);
    await holdNobody(store);
    const run = await runDemo(store);
    expect(run.id).not.toBe(before.id);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, index) => lockRun(store, run, change(`r${index}`))),
    );
    expect(answers.filter((issues) => issues.length === 0)).toHaveLength(1);
    expect(answers.filter(([issue]) => issue?.code === 'run.locked')).toHaveLength(15);
    const lock = (await store.collection('runLocks').get(demoPeriod))!;
    expect(lock.run).toBe(run.id);
    expect(await lockRun(store, run, { ...lock.change, at: '2026-10-09T00:00:00.000Z' })).toEqual([]);
    expect(await lockRun(store, before, lock.change)).toMatchObject([{ code: 'run.locked' }]);
    expect(await auditOf(store)).toMatchObject([
      { action: 'lock', resource: 'run', record: run.id, by: 'hr', reason: 'agreed' },
    ]);
  });

  it('keeps every other run of the period out, and lets the same one be', async () => {
    const store = openMemoryStore();
    await loadDemo(store);
    await holdNobody(store);
    const run = await runDemo(store);
    expect(await lockRun(store, run, change('r'))).toEqual([]);
    expect(await runPeriod(store, demoPeriod)).toEqual({ run, fresh: false });
    await importRows(store, 'targets', [
      { seller: 'E001', month: '2026-07-01', kind: 'new_customer_sales', amount: '1' },
    ]);
    expect(await runPeriod(store, demoPeriod)).toMatchObject({ issues: [{ code: 'run.locked' }] });
    expect(await runPeriod(store, '2026-Q2')).toMatchObject({ fresh: true });
  });
});

describe('a model that returns to what it was', () => {
  it('is another version, and each run keeps the one it was made with', async () => {
    const store = openMemoryStore();
    await loadDemo(store);
    const first = await runDemo(store);
    const renamed = (name: string) => (model: Parameters<Parameters<typeof changeModel>[2]>[0]) => ({
      ...model,
      name: { zh: name, en: name },
    });
    const original = (await store.collection('modelVersions').last('expansion/000001/'))!.document;
    await changeModel(store, 'expansion', renamed('other'));
    const second = await runDemo(store);
    const versions = store.collection('modelVersions');
    const newest = (await versions.last('expansion/'))!;
    await versions.insert({
      ...newest,
      id: 'expansion/000003/000001',
      version: 3,
      document: original,
      hash: first.models.find(({ key }) => key === 'expansion')!.hash,
    });
    await importRows(store, 'targets', [
      { seller: 'E001', month: '2026-07-01', kind: 'new_customer_sales', amount: '1' },
    ]);
    const third = await runDemo(store);
    const versionOf = (run: typeof first) => run.models.find(({ key }) => key === 'expansion')!.version;
    expect([first, second, third].map(versionOf)).toEqual([1, 2, 3]);
    for (const { id } of [first, second, third]) {
      expect((await verifyRun(store, id)).issues).toEqual([]);
    }
  });
});
