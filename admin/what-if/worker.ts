import { openJudging, type Judging } from './judged.ts';
import type { Asked, Told } from './messages.ts';

const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>;
let judging: Judging | undefined;

const tell = (told: Told) => scope.postMessage(told, []);

scope.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'open') {
    judging = openJudging(data.model, data.figures);
    tell({ kind: 'opened' });
  } else if (data.kind === 'change') {
    const begun = performance.now();
    const judged = judging?.change(data.model);
    tell({ kind: 'judged', at: data.at, took: performance.now() - begun, judged });
  } else {
    tell({ kind: 'sensitivity', sensitivity: judging?.sensitivity(data.model) ?? [] });
  }
});
