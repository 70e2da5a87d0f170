import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { problemOf } from './problem.ts';

/** How long and how much the server puts up with; times in milliseconds. */
export interface ServerLimits {
  /** For the head of a request to arrive. */
  readonly headers: number;
  /** For a request to arrive whole: a large file over a slow line too. */
  readonly request: number;
  /** For the next request on a connection; longer than proxies keep theirs, so that none is cut off as it is used. */
  readonly keepAlive: number;
  /** Without anything read or written: who does not read an answer. Event streams write more often. */
  readonly idle: number;
  /** How often connections are looked at for the first two. */
  readonly checkEvery: number;
  /** Bytes of a request's head. */
  readonly headSize: number;
  readonly connections: number;
}

/** The limits of the program. */
export const serverLimits: ServerLimits = {
  headers: 10_000,
  request: 300_000,
  keepAlive: 65_000,
  idle: 120_000,
  checkEvery: 2_000,
  headSize: 16 * 1024,
  connections: 1_000,
};

/** A server that nobody holds up by being slow; what is no request gets a problem document too. */
export function httpServer(handler: RequestListener, limits: ServerLimits = serverLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.keepAlive,
      connectionsCheckingInterval: limits.checkEvery,
      maxHeaderSize: limits.headSize,
    },
    handler,
  );
  server.timeout = limits.idle;
  server.maxConnections = limits.connections;
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket);
    const isInAnswer = answer?.headersSent === true && !answer.writableFinished;
    if (!socket.writable || error.code === 'ECONNRESET' || isInAnswer) socket.destroy();
    else socket.end(problemText(error.code));
  });
  return server;
}

const problems: Readonly<Record<string, readonly [status: number, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'request.tooLarge'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.slow'],
};

function problemText(code: string | undefined): string {
  const [status, issue] = problems[code ?? ''] ?? [400, 'request.malformed'];
  const { request: _none, ...problem } = problemOf(status, [{ code: issue, severity: 'error' }], '');
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${status} ${problem.title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
