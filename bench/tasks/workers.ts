import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { median } from '../harness/statistics.ts';
import { people, type Person } from '../workload/people.ts';

const rounds = 5;

/**
 * Documents of a file to results in a file: by one worker, and by two with half of them each.
 * @returns how many times as fast two are, the median of several rounds in alternating order.
 */
export async function workers(size: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-bench-'));
  // Beside the bundle of the process.
  const [one, other] = [0, 1].map(() => new Worker(new URL('./worker.mjs', import.meta.url))) as [
    Worker,
    Worker,
  ];
  try {
    const all = people(size);
    const half = Math.ceil(size / 2);
    const write = (name: string, part: readonly Person[]) => {
      const path = join(folder, name);
      writeFileSync(path, part.map(({ subject, facts }) => JSON.stringify({ subject, ...facts })).join('\n'));
      return path;
    };
    const whole = write('whole', all);
    const halves = [write('first', all.slice(0, half)), write('second', all.slice(half))] as const;
    const alone = () => timed(() => judged(one, whole));
    const together = () => timed(() => Promise.all([judged(one, halves[0]), judged(other, halves[1])]));
    for (let warmUp = 0; warmUp < 2; warmUp += 1)
      await Promise.all([judged(one, whole), judged(other, whole)]);
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      if (round % 2 === 0) {
        const single = await alone();
        ratios.push(single / (await together()));
      } else {
        const double = await together();
        ratios.push((await alone()) / double);
      }
    }
    return median(ratios);
  } finally {
    await Promise.all([one.terminate(), other.terminate()]);
    rmSync(folder, { recursive: true });
  }
}

function judged(worker: Worker, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    worker.once('error', failed);
    worker.once('message', () => {
      worker.off('error', failed);
      resolve();
    });
    worker.postMessage(path, []);
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}
