import type { Outcomes } from '../engines/engine.ts';
import { contestants, type Contestant, type ContestantId } from '../engines/registry.ts';
import { forkChild, Refusal, type Forked } from './fork.ts';
import type { Settings } from './settings.ts';

/** What a round took for one person. */
export interface Sample {
  readonly microseconds: number;
  /** Of all threads of the process. */
  readonly cpuMicroseconds: number;
  /** The most memory that the process had so far. */
  readonly peakMb: number;
}

/** What the processes of one fork came to, by engine. */
export interface ForkOutcome {
  /** By round. */
  readonly samples: ReadonlyMap<ContestantId, readonly Sample[]>;
  readonly outcomes: ReadonlyMap<ContestantId, Outcomes>;
  readonly failed: ReadonlyMap<ContestantId, string>;
}

/**
 * A process for every engine, all there at once, one at work at a time: in rounds, every other one from the last to the
 * first. @param prove whether they say first what they make of people.
 */
export async function measureFork(
  program: string,
  engines: readonly ContestantId[],
  settings: Settings,
  prove: boolean,
): Promise<ForkOutcome> {
  const running = new Map<ContestantId, Forked>();
  const samples = new Map<ContestantId, Sample[]>();
  const outcomes = new Map<ContestantId, Outcomes>();
  const failed = new Map<ContestantId, string>();
  /** What a process cannot do costs its engine the row, not the others theirs. */
  const attempt = async (id: ContestantId, act: (child: Forked) => Promise<void>) => {
    const child = running.get(id)!;
    try {
      await act(child);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed.set(id, error.message);
      child.end();
      running.delete(id);
    }
  };
  for (const id of engines) {
    running.set(id, forkChild(program));
    await attempt(id, async (child) => {
      await child.ask({ kind: 'open', contestant: id, people: settings.people }, 'opened');
      if (prove) {
        const contestant: Contestant = contestants[id];
        const count = contestant.proof[settings.quick ? 1 : 0];
        outcomes.set(id, (await child.ask({ kind: 'prove', count }, 'proved')).outcomes);
      }
      await child.ask({ kind: 'judge', ms: settings.warmUpMs }, 'judged');
      samples.set(id, []);
    });
  }
  for (let round = 0; round < settings.rounds; round += 1) {
    const ids = [...running.keys()];
    for (const id of round % 2 === 0 ? ids : ids.toReversed()) {
      await attempt(id, async (child) => {
        const judged = await child.ask({ kind: 'judge', ms: settings.roundMs }, 'judged');
        const { people, ms, cpuMs, peakMb } = judged;
        const [microseconds, cpuMicroseconds] = [(ms * 1000) / people, (cpuMs * 1000) / people];
        samples.get(id)!.push({ microseconds, cpuMicroseconds, peakMb });
      });
    }
  }
  for (const child of running.values()) child.end();
  return { samples, outcomes, failed };
}
