import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { can, type Caller } from '../../engine/access/can.ts';
import type { Issue } from '../../schemas/index.ts';
import { callerOf } from '../access/accounts.ts';
import { personOf } from '../access/sessions.ts';
import type { Change } from '../store/documents.ts';
import { readBody } from './body.ts';
import type { AtOnce } from './at-once.ts';
import type { Contract } from './contract.ts';
import {
  claimRequest,
  idMaker,
  keepOutcome,
  keyedRequest,
  releaseRequest,
  withdrawRequest,
  type KeyedRequest,
} from './idempotency.ts';
import { giveAnswer } from './give-answer.ts';
import { readQuery } from './list-query.ts';
import { sendProblem } from './problem.ts';
import type { Rate } from './rate.ts';
import { isKeyed } from './refusals.ts';
import type { Answer, Refusal, Route, RouteRequest } from './route.ts';
import { isSameOrigin } from './same-origin.ts';
import { contentOf, sendContent } from './send.ts';
import type { Services } from './services.ts';

/** Where the program says what it did: no names, no figures, no cookies. */
export interface Logger {
  info(what: object, message: string): void;
  error(what: object, message: string): void;
}

interface Options {
  readonly contract: Contract;
  readonly origin: string;
  readonly log: Logger;
  /** How often one person may ask, or one address where nobody is signed in. */
  readonly rate: Rate;
  /** How many event streams one person may have open. */
  readonly streams: AtOnce;
  readonly checkAnswers?: boolean;
}

/** Lets a request through, step by step, or says why not. */
export async function answerRoute(
  route: Route,
  services: Services,
  options: Options,
  request: Request,
  response: Response,
): Promise<void> {
  const begun = performance.now();
  const id = String(response.locals['request']);
  response.on('close', () => {
    const ms = Math.round(performance.now() - begun);
    options.log.info(
      { request: id, method: route.method, route: route.path, status: response.statusCode, ms },
      'answered',
    );
  });
  const refuse = (status: number, ...issues: readonly Issue[]) => sendProblem(response, status, issues, id);
  const simply = (status: number, code: string) => refuse(status, { code, severity: 'error' });

  if (route.method !== 'GET' && !isSameOrigin(request, options.origin)) return simply(403, 'request.origin');
  const caller = await findCaller(services, request);
  const wait = options.rate.take(caller?.person ?? ipKeyGenerator(request.ip ?? ''));
  if (wait !== undefined) {
    response.set('Retry-After', String(wait));
    return simply(429, 'request.tooMany');
  }
  if (route.allow !== 'public' && caller === undefined) return simply(401, 'access.signIn');
  if (typeof route.allow === 'object' && !can(caller, route.allow.action, route.allow.resource)) {
    return simply(403, 'access.denied');
  }
  const asked = readQuery(route, new URL(request.originalUrl, 'http://x').searchParams);
  if ('issues' in asked) return refuse(400, ...asked.issues);
  const ifMatch = /^"([^"]{1,100})"$/.exec(request.get('If-Match') ?? '')?.[1];
  if (route.ifMatch === true && ifMatch === undefined) return simply(428, 'request.ifMatchMissing');
  let body: unknown;
  if (route.body !== undefined && route.body !== 'file') {
    const read = await readBody(request);
    if ('status' in read) return refuse(read.status, read.issue);
    const issues = options.contract.check(route.body)(read.value);
    if (issues.length > 0) return refuse(400, ...issues);
    body = read.value;
  }
  const keyed = keyOf(route, request, caller, body);
  if (keyed === 'missing') return simply(400, 'request.idempotencyKey');

  const handle = (newId: () => string, requestId: string) =>
    route.handle({
      params: Object.fromEntries(
        Object.entries(request.params).map(([name, value]) => [name, String(value)]),
      ),
      query: asked.query,
      list: asked.list,
      body,
      caller,
      ifMatch: ifMatch ?? '',
      change: (reason?: string): Change => ({
        by: caller?.person ?? null,
        at: services.clock().toISOString(),
        ...(reason !== undefined && { reason }),
        request: requestId,
      }),
      newId,
      raw: request,
    } satisfies RouteRequest<unknown>);

  const give = (answer: Answer<unknown> | Refusal) =>
    giveAnswer({ route, options, request, response, id, caller, offset: asked.list.offset }, answer);
  if (keyed === undefined) return give(await handle(randomUUID, id));
  const claim = await claimRequest(services.store, keyed, services.clock().toISOString());
  if (claim === 'inFlight') return simply(409, 'request.inFlight');
  if (claim === 'reused') return simply(422, 'request.keyReused');
  if (typeof claim === 'object') return sendContent(response, claim.outcome);
  try {
    const answer = await handle(idMaker(keyed), keyed.request);
    if (!('refused' in answer)) {
      const content = contentOf(route, answer, options);
      await keepOutcome(services.store, { id: keyed.id, ...content, at: services.clock().toISOString() });
      return sendContent(response, content);
    }
    await withdrawRequest(services.store, keyed);
    return await give(answer);
  } finally {
    releaseRequest(keyed);
  }
}

async function findCaller({ store, cookie, clock }: Services, request: Request): Promise<Caller | undefined> {
  const token = cookie.read(request.get('Cookie'));
  const person = token === undefined ? undefined : await personOf(store, token, clock());
  return person === undefined ? undefined : callerOf(store, person);
}

function keyOf(
  route: Route,
  request: Request,
  caller: Caller | undefined,
  body: unknown,
): KeyedRequest | undefined | 'missing' {
  if (!isKeyed(route)) return undefined;
  const key = request.get('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return 'missing';
  const parts = [route.method, request.path, request.get('If-Match') ?? '', JSON.stringify(body ?? null)];
  return keyedRequest(caller?.person ?? '', key, parts);
}
