import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../engine/index.ts';
import type { CollectionName } from '../../../server/store/collections.ts';
import { pinNow, runIdOf } from '../../../server/runs/pins.ts';
import { openStore } from '../../../server/store/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { importFiles } from '../../support/import-files.ts';
import { largePeriod, writeLargeCompany } from '../../support/large-company.ts';
import { campaignSeed, campaignSize, seeded, whole } from '../../support/random.ts';
import { tempFolder } from '../store/temp.ts';

const people = 5000;
const lanes = 2;
const kills = campaignSize(8, 200);
const killsOfChain = 5;
const seed = campaignSeed(9);
const rules = join(import.meta.dirname, '../../../rules/starter');
const temp = await tempFolder();

/** Does the jobs of a folder, and is killed after so many milliseconds from when it began to. @returns how it ended. */
async function work(folder: string, killAfter?: number): Promise<{ killed: boolean; ms: number }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'run-child.ts'), folder, largePeriod],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'exit');
  let begun = 0;
  const alarm = new AbortController();
  child.stdout.setEncoding('utf8').once('data', () => {
    begun = performance.now();
    if (killAfter === undefined) return;
    setTimeout(killAfter, undefined, { signal: alarm.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
  });
  child.stdout.resume();
  const [code, signal] = (await exit) as [number | null, string | null];
  alarm.abort();
  if (signal === null && code !== 0) throw new Error(`the child ended with ${code}`);
  return { killed: signal === 'SIGKILL', ms: performance.now() - begun };
}

async function inStore<T>(folder: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ folder });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

async function all(store: Store, name: CollectionName): Promise<string[]> {
  const texts: string[] = [];
  for await (const document of store.collection(name).scan()) texts.push(JSON.stringify(document));
  return texts;
}

/** All that a run leaves to be read. */
const traces = (store: Store) =>
  Promise.all([all(store, 'runs'), all(store, 'results')]).then(([runs, results]) => ({
    run: runs,
    results: results.length,
    bytes: hashOf(results),
  }));

/** New data and a new version of a model that already hold for the period. */
async function changeEverything(folder: string): Promise<void> {
  await inStore(folder, async (store) => {
    const path = join(folder, 'more.csv');
    const header = (await readFile(join(temp, 'targets.csv'), 'utf8')).split('\n')[0]!;
    await writeFile(path, `${header}\nE001-0,2026-07-01,new_customer_sales,1\n`);
    await importFiles(store, rules, [['targets', path]]);
    const versions = store.collection('modelVersions');
    const first = await versions.last('expansion/000001/');
    if (first === undefined) throw new Error('no model to change');
    const document = { ...first.document, name: { zh: '另一个', en: 'Another' } };
    const changed = { ...first, id: 'expansion/000002/000001', version: 2, document, hash: hashOf(document) };
    expect(await versions.insert(changed)).toBe(true);
  });
}

describe(`a run of ${people} people whose process is killed (seed ${seed})`, () => {
  const base = join(temp, 'base');
  let undisturbed: Awaited<ReturnType<typeof traces>>;
  let ms = 0;

  beforeAll(async () => {
    const files = writeLargeCompany(temp, people, ['targets', 'proposals']);
    await inStore(base, (store) => importFiles(store, rules, files));
    const folder = join(temp, 'undisturbed');
    await cp(base, folder, { recursive: true });
    ({ ms } = await work(folder));
    undisturbed = await inStore(folder, traces);
  }, 300_000);

  it(
    `is finished after the next start, to the same bytes, once, whatever was changed meanwhile: ${kills} kills`,
    { timeout: campaignSize(900_000, 7_200_000) },
    async () => {
      expect(undisturbed.results).toBe(people);
      const counts = { kills: 0, changed: 0, chains: 0 };
      const chain = async (number: number) => {
        const random = seeded(seed + number);
        const folder = join(temp, `chain-${number}`);
        await cp(base, folder, { recursive: true });
        let changed = false;
        for (let kill = 0; kill < killsOfChain; kill += 1) {
          const { killed } = await work(folder, whole(random, 0, Math.round(ms)));
          if (!killed) break;
          counts.kills += 1;
          const { run, results, bytes, begun } = await inStore(folder, async (store) => ({
            ...(await traces(store)),
            begun: (await all(store, 'runStarts')).length > 0,
          }));
          // Before the run is there in whole, nobody sees it.
          if (run.length > 0) expect({ run, results, bytes }).toEqual(undisturbed);
          if (begun && !changed) {
            changed = true;
            counts.changed += 1;
            await changeEverything(folder);
          }
        }
        expect((await work(folder)).killed).toBe(false);
        const end = await inStore(folder, async (store) => ({
          ...(await traces(store)),
          starts: (await all(store, 'runStarts')).length,
          jobs: (await all(store, 'jobs')).length,
          outcomes: (await all(store, 'jobOutcomes')).length,
        }));
        expect(end).toEqual({ ...undisturbed, starts: 1, jobs: 1, outcomes: 1 });
        // Begun only now it would have been another one.
        const now = await inStore(folder, (store) => pinNow(store, largePeriod));
        expect('issues' in now || undisturbed.run[0]!.includes(runIdOf(now))).toBe(!changed);
      };
      const lane = async () => {
        while (counts.kills < kills) await chain((counts.chains += 1));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      expect(counts.kills).toBeGreaterThanOrEqual(kills);
      expect(counts.changed).toBeGreaterThan(0);
    },
  );
});
