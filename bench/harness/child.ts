import { emptyOutcomes, type Engine } from '../engines/engine.ts';
import { contestants } from '../engines/registry.ts';
import { memory } from '../tasks/memory.ts';
import { whatIf } from '../tasks/what-if.ts';
import { workers } from '../tasks/workers.ts';
import { people } from '../workload/people.ts';
import type { Answer, Request } from './messages.ts';

/** One process of the benchmark: one engine, which does one thing at a time. */
const tasks = { whatIf, memory, workers };
let engine: Engine | undefined;
let rows = 0;
let at = 0;
let chunk = 1;
/** What the process without an engine has. */
const nothing = { judge: () => 0, outcomes: () => emptyOutcomes(0) };

process.on('disconnect', () => process.exit());
process.on('message', (request: Request) => {
  answerTo(request)
    .catch((error: unknown): Answer => ({ kind: 'failed', reason: reasonOf(error) }))
    .then((answer) => process.send!(answer))
    .catch(() => process.exit(1));
});

async function answerTo(request: Request): Promise<Answer> {
  const begin = performance.now();
  switch (request.kind) {
    case 'open': {
      const held = people(request.people);
      rows = request.people;
      if (request.contestant !== 'none') {
        const { load, model } = contestants[request.contestant];
        engine = await (await load())(model(), held);
      }
      return { kind: 'opened', ms: performance.now() - begin };
    }
    case 'prove':
      return { kind: 'proved', outcomes: await engine!.outcomes(Math.min(request.count, rows)) };
    case 'judge':
      return judged(engine ?? nothing, request.ms);
    case 'task':
      return { kind: 'done', figure: await tasks[request.task](request.size), peakMb: peakMb() };
  }
}

async function judged(by: Engine, ms: number): Promise<Answer> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  let count = 0;
  let now = begin;
  while (now - begin < ms) {
    const step = by.atOnce ?? Math.min(chunk, rows);
    if (at + step > rows || by.atOnce !== undefined) at = 0;
    // One after another: rounds are of one thread, and answers are awaited as a caller would.
    await by.judge(at, step);
    at += step;
    count += step;
    const then = performance.now();
    // So large that looking at the clock costs nothing, so small that the round ends in time.
    if (then - now < ms / 40) chunk *= 2;
    else if (then - now > ms / 10) chunk = Math.max(1, Math.floor(chunk / 2));
    now = then;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { kind: 'judged', people: count, ms: now - begin, cpuMs: (user + system) / 1000, peakMb: peakMb() };
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node says which file imported a package that is not there.
  return error.message.split('\n')[0]!.replace(/ imported from .*/, '');
}
