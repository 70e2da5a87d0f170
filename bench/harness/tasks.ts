import { forkChild, Refusal } from './fork.ts';
import type { TaskId } from './messages.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** What a task came to over its forks; or why there is nothing. */
export type TaskOutcome = { readonly figure: Spread; readonly peakMb: Spread } | { readonly reason: string };

/** Runs a task in a process of its own, as often as there are forks. */
export async function measureTask(
  program: string,
  task: TaskId,
  size: number,
  forks: number,
): Promise<TaskOutcome> {
  const figures: number[] = [];
  const peaks: number[] = [];
  for (let fork = 0; fork < forks; fork += 1) {
    const child = forkChild(program);
    try {
      const { figure, peakMb } = await child.ask({ kind: 'task', task, size }, 'done');
      figures.push(figure);
      peaks.push(peakMb);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { reason: error.message };
    } finally {
      child.end();
    }
  }
  return { figure: spreadOf(figures), peakMb: spreadOf(peaks) };
}

/** The peak of a process that holds the people and no engine. */
export async function peakWithout(program: string, people: number): Promise<number> {
  const child = forkChild(program);
  await child.ask({ kind: 'open', contestant: 'none', people }, 'opened');
  const { peakMb } = await child.ask({ kind: 'judge', ms: 0 }, 'judged');
  child.end();
  return peakMb;
}
