import type { ContestantId } from '../engines/registry.ts';
import type { Outcomes } from '../engines/engine.ts';

/** What a process of the benchmark is asked. */
export type Request =
  /** To hold so many people and, but for the process without an engine, an engine. */
  | { readonly kind: 'open'; readonly contestant: ContestantId | 'none'; readonly people: number }
  | { readonly kind: 'prove'; readonly count: number }
  /** To judge for about so long. */
  | { readonly kind: 'judge'; readonly ms: number }
  | { readonly kind: 'task'; readonly task: TaskId; readonly size: number };

export type TaskId = 'whatIf' | 'memory' | 'workers';

/** What it answers. */
export type Answer =
  | { readonly kind: 'opened'; readonly ms: number }
  | { readonly kind: 'proved'; readonly outcomes: Outcomes }
  | {
      readonly kind: 'judged';
      readonly people: number;
      readonly ms: number;
      readonly cpuMs: number;
      readonly peakMb: number;
    }
  | { readonly kind: 'done'; readonly figure: number; readonly peakMb: number }
  | { readonly kind: 'failed'; readonly reason: string };
