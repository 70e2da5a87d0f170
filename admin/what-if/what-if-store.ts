import type { Model, WhatIfFigures } from '../../schemas/index.ts';
import type { Judged, Sensitivity } from './judged.ts';
import type { Asked, Told } from './messages.ts';

/** How long an edit took, in milliseconds: to judge everybody, and until it was seen. */
export interface Timing {
  readonly judging: number;
  readonly seen: number | undefined;
}

/** What everybody would be, as the model is edited. */
export interface WhatIfState {
  /** The last that could be told. */
  readonly judged: Judged | undefined;
  /** The model as it stands has an error: what is shown is of before. */
  readonly isBehind: boolean;
  readonly timing: Timing | undefined;
  /** Of the model that it was asked for. */
  readonly sensitivity: { readonly model: Model; readonly of: readonly Sensitivity[] } | undefined;
}

/** Judges everybody in a worker by one state of a model after another. */
export interface WhatIfStore {
  subscribe(listener: () => void): () => void;
  current(): WhatIfState;
  judge(model: Model): void;
  askSensitivity(model: Model): void;
}

/**
 * While a state is judged, of those that come only the last one is kept.
 * @param base what others are put next to.
 */
export function whatIfStore(base: Model, figures: WhatIfFigures): WhatIfStore {
  let state: WhatIfState = { judged: undefined, isBehind: false, timing: undefined, sensitivity: undefined };
  const listeners = new Set<() => void>();
  let worker: Worker | undefined;
  let busy = false;
  let next: Asked | undefined;
  let asked: Model | undefined;

  const set = (change: Partial<WhatIfState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  // A worker is not another page: there is no origin to name, and nothing to hand over.
  const post = (message: Asked) => worker?.postMessage(message, []);
  const ask = (message: Asked) => {
    if (busy || worker === undefined) {
      next = message;
      return;
    }
    busy = true;
    post(message);
  };
  const hear = (told: Told) => {
    if (told.kind === 'judged') {
      const { judged, at, took } = told;
      set({
        ...(judged !== undefined && { judged }),
        isBehind: judged === undefined,
        timing: { judging: took, seen: undefined },
      });
      // Once the frame after the next one comes, this one is on the screen.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => set({ timing: { judging: took, seen: performance.now() - at } })),
      );
    }
    if (told.kind === 'sensitivity' && asked !== undefined)
      set({ sensitivity: { model: asked, of: told.sensitivity } });
    const waiting = next;
    next = undefined;
    busy = waiting !== undefined;
    if (waiting !== undefined) post(waiting);
  };
  const start = () => {
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
    busy = true;
    post({ kind: 'open', model: base, figures });
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (worker === undefined) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        worker?.terminate();
        worker = undefined;
      };
    },
    current: () => state,
    judge: (model) => ask({ kind: 'change', at: performance.now(), model }),
    askSensitivity(model) {
      asked = model;
      ask({ kind: 'sensitivity', model });
    },
  };
}
