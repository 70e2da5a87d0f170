import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../engine/index.ts';
import type { Run } from '../../../schemas/index.ts';
import { auditSources } from '../../../server/changes/audit-sources.ts';
import { completeAudit } from '../../../server/changes/complete-audit.ts';
import { settleLast } from '../../../server/decisions/settle.ts';
import { adoptStarter, bundledStarter } from '../../../server/definitions/starter.ts';
import { publish } from '../../../server/models/publish.ts';
import { publishedModels } from '../../../server/models/published.ts';
import { createVersion, modelVersion, reviseVersion } from '../../../server/models/versions.ts';
import { lockRun } from '../../../server/runs/lock.ts';
import type { ModelVersion } from '../../../server/store/documents.ts';
import { openMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';
import { endingStore, scheduledStore } from '../../support/interleaving.ts';

const starter = await bundledStarter();
const period = periodOf('2026-Q3', starter.company.timeZone)!;
const at = '2026-10-08T00:00:00.000Z';
const by = (request: string) => ({ by: 'hr', at, reason: 'agreed', request });

/** A company with a run of a quarter, made with the models of today, and a draft of one of them. */
async function prepared(): Promise<{ store: Store; run: Run; draft: ModelVersion }> {
  const store = openMemoryStore();
  await adoptStarter(store, starter);
  const models = (await publishedModels(store, period)).filter(
    ({ document }) => document.subject === 'person',
  );
  const run = {
    id: '0123456789abcdef',
    period,
    models: models.map(({ key, version, hash }) => ({ key, version, hash })),
    certificates: [{ agreed: true }],
    results: 'f'.repeat(64),
  } as unknown as Run;
  await store.collection('runs').insert(run);
  const { key, version, document } = models[0]!;
  const changed = { ...document, name: { zh: '新', en: 'New' } };
  const content = { state: 'approved' as const, basedOn: version, document: changed, from: null };
  return { store, run, draft: await createVersion(store, key, content, by('draft')) };
}

/** What the store says in the end. */
async function outcomeOf(store: Store, { key, version }: ModelVersion) {
  const lock = await store.collection('runLocks').get(period.id);
  const now = await modelVersion(store, key, version);
  return { locked: lock !== undefined, published: now?.state === 'published' };
}

describe('a publication and a lock of the same period', () => {
  it('come one before the other in whatever order their steps come, and the loser is told why', async () => {
    const winners = { lock: 0, publication: 0 };
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat({ max: 12 }), async (scheduler, later) => {
        const { store, run, draft } = await prepared();
        // It has fewer steps: so that each is first as often.
        const locking = async () => {
          for (let step = 0; step < later; step += 1) await scheduler.schedule(Promise.resolve());
          return lockRun(scheduledStore(store, scheduler, 'lock'), run, by('lock'));
        };
        const [issues, publishing] = await scheduler.waitFor(
          Promise.all([
            locking(),
            publish(scheduledStore(store, scheduler, 'publish'), draft, period.id, by('publish'), {
              pastReason: 'late',
            }),
          ]),
        );
        const { locked, published } = await outcomeOf(store, draft);
        expect([locked, published].filter((is) => is)).toHaveLength(1);
        expect(issues.length === 0).toBe(locked);
        expect('made' in publishing).toBe(published);
        if (locked) expect(publishing).toMatchObject({ conflict: { code: 'model.periodLocked' } });
        else expect(issues).toMatchObject([{ code: 'run.modelsChanged' }]);
        winners[locked ? 'lock' : 'publication'] += 1;
        expect(await completeAudit(store, auditSources)).toBe(0);
      }),
      { numRuns: 300, verbose: true },
    );
    // Both were seen to win.
    expect(winners.lock).toBeGreaterThan(10);
    expect(winners.publication).toBeGreaterThan(10);
  }, 60_000);

  it('several of each: one lock or one publication, never both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { store, run, draft } = await prepared();
        await scheduler.waitFor(
          Promise.all([
            ...['a', 'b'].map((who) => lockRun(scheduledStore(store, scheduler, who), run, by(who))),
            ...['c', 'd'].map((who) =>
              publish(scheduledStore(store, scheduler, who), draft, period.id, by(who)),
            ),
          ]),
        );
        const { locked, published } = await outcomeOf(store, draft);
        expect([locked, published].filter((is) => is)).toHaveLength(1);
      }),
      { numRuns: 150, verbose: true },
    );
  }, 60_000);

  it.each(['lock', 'publish'] as const)(
    'where the process of the %s ends at any step, the other one does it or goes before it',
    async (first) => {
      const seen = new Set<string>();
      for (let calls = 0; calls < 60; calls += 1) {
        const { store, run, draft } = await prepared();
        const ending = endingStore(store, calls);
        const act = (on: Store, kind: 'lock' | 'publish') =>
          kind === 'lock'
            ? lockRun(on, run, by('lock'))
            : publish(on, draft, period.id, by('publish'), { pastReason: 'late' });
        const ended = await act(ending, first).then(
          () => false,
          () => true,
        );
        await act(store, first === 'lock' ? 'publish' : 'lock');
        const after = await outcomeOf(store, draft);
        expect([after.locked, after.published].filter((is) => is)).toHaveLength(1);
        seen.add(`${ended ? 'ended' : 'done'} ${after.locked ? 'lock' : 'publication'}`);
        // Asked again by the same request, whoever won is told so.
        const again = await act(store, after.locked ? 'lock' : 'publish');
        expect(Array.isArray(again) ? again : 'made' in again).toEqual(Array.isArray(again) ? [] : true);
        await completeAudit(store, auditSources);
        expect(await completeAudit(store, auditSources)).toBe(0);
      }
      expect(seen.size).toBe(3);
    },
    60_000,
  );

  it('what was decided before the process ended is done by the next start', async () => {
    const { store, run, draft } = await prepared();
    let calls = 0;
    while ((await store.collection('decisions').last('')) === undefined) {
      await lockRun(endingStore(store, (calls += 1)), run, by('lock')).catch(() => undefined);
    }
    expect(await outcomeOf(store, draft)).toEqual({ locked: false, published: false });
    await settleLast(store);
    expect(await outcomeOf(store, draft)).toEqual({ locked: true, published: false });
    expect(await completeAudit(store, auditSources)).toBe(0);
  });

  it('a publication comes to nothing where its draft was changed after it was decided', async () => {
    const { store, run, draft } = await prepared();
    let calls = 0;
    while ((await store.collection('decisions').last('')) === undefined) {
      await publish(endingStore(store, (calls += 1)), draft, period.id, by('publish'), {
        pastReason: 'late',
      }).catch(() => undefined);
    }
    const content = { state: 'draft' as const, basedOn: draft.basedOn, document: draft.document, from: null };
    await reviseVersion(store, draft.key, draft.version, draft, content, by('edit'));
    expect(await lockRun(store, run, by('lock'))).toEqual([]);
    expect(await outcomeOf(store, draft)).toEqual({ locked: true, published: false });
  });

  it('of different periods do not stand in each other’s way', async () => {
    const { store, run, draft } = await prepared();
    const [issues, publishing] = await Promise.all([
      lockRun(store, run, by('lock')),
      publish(store, draft, '2026-Q4', by('publish')),
    ]);
    expect(issues).toEqual([]);
    expect('made' in publishing).toBe(true);
  });
});
