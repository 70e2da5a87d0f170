import { fork } from 'node:child_process';
import type { Answer, Request } from './messages.ts';

/** A process of the benchmark, asked one thing at a time. */
export interface Forked {
  ask<K extends Answer['kind']>(request: Request, kind: K): Promise<Extract<Answer, { kind: K }>>;
  /** Lets it go; it ends and tidies up. */
  end(): void;
}

/** What a process could not do. */
export class Refusal extends Error {}

/** @param program the child's bundle. */
export function forkChild(program: string): Forked {
  const child = fork(program, { serialization: 'advanced', execArgv: ['--enable-source-maps'] });
  return {
    ask: (request, kind) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          child.off('message', answered);
          child.off('exit', exited);
          act();
        };
        const exited = () => settle(() => reject(new Refusal('its process ended')));
        const answered = (answer: Answer) =>
          settle(() => {
            if (answer.kind === kind) resolve(answer as never);
            else reject(new Refusal(answer.kind === 'failed' ? answer.reason : `it answered ${answer.kind}`));
          });
        child.on('message', answered);
        child.on('exit', exited);
        child.send(request);
      }),
    end() {
      if (child.connected) child.disconnect();
    },
  };
}
