import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { campaignSeed, campaignSize, seeded, whole } from '../../support/random.ts';

/** A store whose data outlive the process that wrote them. */
export interface LastingStore {
  readonly open: () => Promise<Store>;
  readonly reopen: () => Promise<Store>;
  /** The arguments by which another process opens the last new store. */
  readonly place: () => readonly string[];
}

/** What is there after a process was killed while it wrote. */
export function killContract({ open, reopen, place }: LastingStore): void {
  const seed = campaignSeed(12);
  const random = seeded(seed);
  const kills = campaignSize(10, 200);

  it(
    `leaves all it was told to be written, ${kills} times (seed ${seed})`,
    { timeout: kills * 15_000 },
    async () => {
      await (await open()).close();
      let all = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const told = await killedWriter([...place(), `k${kill}`], whole(random, 0, 150));
        const store = await reopen();
        const identifiers = store.collection('identifiers');
        expect((await identifiers.getMany(told)).map((doc) => doc?.id)).toEqual(told);
        await store.close();
        all += told.length;
      }
      // Not an empty test: there was something to lose.
      expect(all).toBeGreaterThan(kills * 10);
    },
  );
}

/** Has a process write, and kills it some milliseconds after its first word. @returns the ids it was told of. */
async function killedWriter(args: readonly string[], delay: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'insert-child.ts'), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'close');
  let output = '';
  let killing: Promise<unknown> | undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    killing ??= setTimeout(delay).then(() => child.kill('SIGKILL'));
  });
  await exit;
  await killing;
  // The last line may be cut short.
  return output.split('\n').slice(0, -1);
}
