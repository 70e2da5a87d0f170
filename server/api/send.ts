import { once } from 'node:events';
import type { Response } from 'express';
import type { Contract } from './contract.ts';
import { statusOf } from './refusals.ts';
import type { Answer, Route } from './route.ts';

/** An answer as it goes over the wire. */
export interface Content {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Options {
  readonly contract: Contract;
  readonly checkAnswers?: boolean;
}

/**
 * An answer's bytes.
 * @param offset where in its list the page begins.
 * @throws where it has not the form its route declares, if that is asked for: a bug.
 */
export function contentOf(
  route: Route,
  answer: Answer<unknown>,
  { contract, checkAnswers }: Options,
  offset = 0,
): Content {
  const { answer: declared, list } = route;
  if (checkAnswers === true && declared !== 'nothing' && declared !== 'events' && declared !== 'text') {
    const check = contract.check(typeof declared === 'string' ? declared : declared.listOf);
    for (const item of typeof declared === 'string' ? [answer.body] : (answer.body as unknown[])) {
      const issues = check(item);
      if (issues.length > 0) throw new Error(`${route.path} answers ${JSON.stringify(issues)}`);
    }
  }
  const count = Array.isArray(answer.body) ? answer.body.length : 0;
  return {
    status: statusOf(route),
    headers: {
      ...answer.headers,
      ...(answer.etag !== undefined && { ETag: `"${answer.etag}"` }),
      ...(list !== undefined && {
        'Content-Range': `items ${offset}-${Math.max(offset, offset + count - 1)}/${answer.total ?? count}`,
      }),
    },
    body: answer.body === undefined ? '' : JSON.stringify(answer.body),
  };
}

export function sendContent(response: Response, { status, headers, body }: Content): void {
  response.status(status).set(headers);
  if (body === '') response.end();
  else response.type('application/json').send(body);
}

/** Server-sent events, until there are no more or nobody listens. */
export async function sendEvents(
  response: Response,
  events: (signal: AbortSignal) => AsyncIterable<unknown>,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  response.status(200).set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }).flushHeaders();
  const heartbeat = setInterval(() => response.write(': still here\n\n'), 15_000);
  try {
    for await (const event of events(gone.signal)) {
      if (gone.signal.aborted) break;
      response.write(`data: ${JSON.stringify(event)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

/** A text, part by part, no faster than it is read. */
export async function sendText(
  response: Response,
  parts: AsyncIterable<string>,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  response.status(200).set(headers);
  for await (const part of parts) {
    if (response.destroyed) return;
    if (!response.write(part)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}
