import type { Request, Response } from 'express';
import type { Caller } from '../../engine/access/can.ts';
import type { AtOnce } from './at-once.ts';
import type { Contract } from './contract.ts';
import { sendProblem } from './problem.ts';
import { isDeclared } from './refusals.ts';
import type { Answer, Refusal, Route } from './route.ts';
import { contentOf, sendContent, sendEvents, sendText } from './send.ts';

/** What was asked, by whom, and where the answer goes. */
export interface Asked {
  readonly route: Route;
  readonly options: {
    readonly contract: Contract;
    readonly checkAnswers?: boolean;
    /** How many event streams one person may have open. */
    readonly streams: AtOnce;
  };
  readonly request: Request;
  readonly response: Response;
  /** The request's id. */
  readonly id: string;
  readonly caller: Caller | undefined;
  /** Where in its list the page begins. */
  readonly offset: number;
}

/** Sends what a route answers. @throws where that is not what it declares, if that is asked for: a bug. */
export function giveAnswer(asked: Asked, answer: Answer<unknown> | Refusal): void | Promise<void> {
  const { route, options, request, response, id, caller, offset } = asked;
  if ('refused' in answer) {
    if (options.checkAnswers === true && !isDeclared(route, answer)) {
      throw new Error(`${route.path} is not declared to refuse by ${answer.refused}`);
    }
    response.set(answer.headers ?? {});
    return sendProblem(response, answer.refused, answer.issues ?? [], id);
  }
  if (answer.events !== undefined) {
    const end = options.streams.begin(caller?.person ?? '');
    if (end === undefined) {
      return sendProblem(response, 429, [{ code: 'request.tooMany', severity: 'error' }], id);
    }
    response.on('close', end);
    return sendEvents(response, answer.events);
  }
  if (answer.text !== undefined) return sendText(response, answer.text, answer.headers ?? {});
  const content = contentOf(route, answer, options, offset);
  const etag = content.headers['ETag'];
  if (route.method === 'GET' && etag !== undefined && request.get('If-None-Match') === etag) {
    response.status(304).set('ETag', etag).end();
    return;
  }
  return sendContent(response, content);
}
