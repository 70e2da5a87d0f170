import { randomUUID } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { rateLimit } from 'express-rate-limit';
import { atOnce } from './at-once.ts';
import type { Contract } from './contract.ts';
import { answerRoute, type Logger } from './answer-route.ts';
import { errorFacts } from './error-facts.ts';
import { sendProblem } from './problem.ts';
import { rateOf } from './rate.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';
import { serveAdmin } from './serve-admin.ts';

/** How the program is reached, and what it says. */
export interface AppOptions {
  readonly contract: Contract;
  readonly routes: readonly Route[];
  /** https://host of the address people use. */
  readonly origin: string;
  /** The built admin; none where only the API is wanted. */
  readonly adminFolder?: string;
  /** How many proxies stand before it. */
  readonly proxies: number;
  readonly log: Logger;
  /** Whether answers are held to their schemas too: tests do. */
  readonly checkAnswers?: boolean;
  /** How many times a quarter of an hour somebody may try to sign in. */
  readonly signInLimit?: number;
  /** How many times a minute one person may ask for anything. */
  readonly requestLimit?: number;
}

/** The program's web application: every route below /api, health, and the admin for everything else. */
export function createApp(services: Services, options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.proxies);
  app.set('query parser', false);
  app.set('etag', false);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.locals['request'] = randomUUID();
    next();
  });
  app.use(
    helmet({ contentSecurityPolicy: false, strictTransportSecurity: options.origin.startsWith('https:') }),
  );
  app.get(['/health/live', '/health/ready'], (request, response) => {
    void health(services, request.path.endsWith('ready')).then((ok) =>
      response
        .status(ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status: ok ? 'ok' : 'unavailable' }),
    );
  });
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    response.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    next();
  });
  const guessing = limited(options.signInLimit ?? 30);
  app.post(['/api/session', '/api/setup'], guessing);
  app.put('/api/session/password', guessing);
  mount(app, services, options);
  app.use('/api', (_request, response) => {
    sendProblem(response, 404, [{ code: 'request.notFound', severity: 'error' }], idOf(response));
  });
  if (options.adminFolder !== undefined) serveAdmin(app, options.adminFolder);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    // Whoever went away before all was sent is not there to be answered.
    if (request.destroyed && !request.complete) return void response.destroy();
    // What express itself refuses, such as an address that cannot be decoded, says its status.
    const status = Number((error as { status?: unknown }).status ?? 500);
    if (status >= 500) options.log.error({ request: idOf(response), error: errorFacts(error) }, 'failed');
    if (response.headersSent) return void response.destroy();
    const issue =
      status >= 500
        ? ({ code: 'server.failed', severity: 'error', params: { request: idOf(response) } } as const)
        : ({ code: 'request.malformed', severity: 'error' } as const);
    sendProblem(response, status >= 500 ? 500 : status, [issue], idOf(response));
  });
  return app;
}

function mount(app: Express, services: Services, options: AppOptions): void {
  const rate = rateOf(options.requestLimit ?? 1200, 60_000, services.clock);
  const streams = atOnce(20);
  const byPath = new Map<string, Route[]>();
  for (const route of options.routes) byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
  for (const [path, routes] of byPath) {
    const allowed = routes.map(({ method }) => method).join(', ');
    app.all(`/api${path}`, (request, response, next) => {
      const route = routes.find(({ method }) => method === request.method);
      if (route === undefined) {
        response.set('Allow', allowed);
        sendProblem(response, 405, [{ code: 'request.method', severity: 'error' }], idOf(response));
        return;
      }
      answerRoute(route, services, { ...options, rate, streams }, request, response).catch(next);
    });
  }
}

function limited(limit: number) {
  return rateLimit({
    windowMs: 15 * 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Who signs in by the right password does not use up the attempts.
    skipSuccessfulRequests: true,
    handler: (_request, response) =>
      sendProblem(response, 429, [{ code: 'access.tooMany', severity: 'error' }], idOf(response)),
  });
}

async function health({ store }: Services, ready: boolean): Promise<boolean> {
  if (!ready) return true;
  try {
    await store.collection('imports').last('');
    return true;
  } catch {
    return false;
  }
}

function idOf(response: Response): string {
  return String(response.locals['request']);
}
