import type { Outcomes } from '../engines/engine.ts';
import type { ContestantId } from '../engines/registry.ts';
import type { Group } from './groups.ts';
import { measureFork, type ForkOutcome, type Sample } from './measure-fork.ts';
import type { Settings } from './settings.ts';
import { median, speedUp, type Spread } from './statistics.ts';

export interface Measured {
  readonly id: ContestantId;
  readonly speedUp: Spread;
  /** By the time of the processor, of all threads, in place of the clock's. */
  readonly cpuSpeedUp: Spread;
  /** Of one person. */
  readonly microseconds: number;
  readonly peakMb: number;
  /** People whose outcomes were compared, and how many of them came out otherwise. */
  readonly proved: number;
  readonly mismatches: number;
}

/** What an engine came to; or why there is nothing. */
export type Row = Measured | { readonly id: ContestantId; readonly reason: string };

/** Proves in the first fork that all agree; times them in every one. */
export async function measureGroup(program: string, group: Group, settings: Settings): Promise<Row[]> {
  const forks: ForkOutcome[] = [];
  let engines = group.engines;
  for (let index = 0; index < settings.forks; index += 1) {
    process.stderr.write(`${group.title}: fork ${index + 1} of ${settings.forks}\n`);
    const fork = await measureFork(program, engines, settings, index === 0);
    engines = engines.filter((id) => !fork.failed.has(id));
    forks.push(fork);
  }
  const failed = new Map(forks.flatMap((fork) => [...fork.failed]));
  const { outcomes } = forks[0]!;
  const right = outcomes.get(group.reference);
  const times = (id: ContestantId, of: (sample: Sample) => number) =>
    forks.map(({ samples }) => samples.get(id)!.map(of));
  const wall = ({ microseconds }: Sample) => microseconds;
  const cpu = ({ cpuMicroseconds }: Sample) => cpuMicroseconds;
  return group.engines.map((id): Row => {
    const baseline = group.baselineOf(id);
    const reason = failed.get(id) ?? (failed.has(baseline) ? 'nothing to compare with' : undefined);
    if (reason !== undefined) return { id, reason };
    return {
      id,
      speedUp: speedUp(times(id, wall), times(baseline, wall)),
      cpuSpeedUp: speedUp(times(id, cpu), times(baseline, cpu)),
      microseconds: median(times(id, wall).flat()),
      peakMb: median(times(id, ({ peakMb }) => peakMb).flat()),
      ...compared(outcomes.get(id), right),
    };
  });
}

/** Of the people that both judged: how many came out otherwise. */
function compared(
  outcomes: Outcomes | undefined,
  right: Outcomes | undefined,
): { proved: number; mismatches: number } {
  if (outcomes === undefined || right === undefined) return { proved: 0, mismatches: 0 };
  const proved = Math.min(outcomes.grade.length, right.grade.length);
  const rows = Array.from({ length: proved }, (_, row) => row);
  const differs = (row: number) =>
    outcomes.composite[row] !== right.composite[row] ||
    outcomes.grade[row] !== right.grade[row] ||
    outcomes.actions[row] !== right.actions[row];
  return { proved, mismatches: rows.filter(differs).length };
}
