import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpServer, serverLimits } from '../../../server/api/http-server.ts';
import type { Problem } from '../../../schemas/index.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';

/** The program's limits, in small. */
const limits = {
  headers: 400,
  request: 1_000,
  keepAlive: 300,
  idle: 2_000,
  checkEvery: 50,
  headSize: 4096,
  connections: 60,
};

let app: TestApp;
let server: Server;
let port = 0;

beforeAll(async () => {
  app = await openTestApp();
  server = httpServer(app.app, limits);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await app.close();
});

interface Talk {
  readonly socket: Socket;
  /** All that was answered, once the connection is closed, and after how many milliseconds. */
  readonly ended: Promise<{ readonly text: string; readonly ms: number }>;
}

async function talk(first = ''): Promise<Talk> {
  const socket = connect(port, '127.0.0.1');
  const begun = performance.now();
  let text = '';
  socket.on('data', (part) => {
    text += part.toString();
  });
  socket.on('error', () => {});
  // Not by once(), which a reset connection would break.
  const ended = new Promise<{ text: string; ms: number }>((resolve) => {
    socket.on('close', () => resolve({ text, ms: performance.now() - begun }));
  });
  await new Promise((resolve) => socket.on('connect', resolve).on('close', resolve));
  socket.write(first);
  return { socket, ended };
}

function problemIn(text: string): Problem {
  expect(text).toContain('Content-Type: application/problem+json');
  return JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)) as Problem;
}

async function drip({ socket }: Talk, text: string, every: number): Promise<void> {
  for (const character of text) {
    if (socket.destroyed || !socket.writable) return;
    socket.write(character);
    await setTimeout(every);
  }
}

describe('slow clients', () => {
  it('who send a head byte by byte are cut off in time, and hold nobody else up', async () => {
    const slow = await Promise.all(
      Array.from({ length: 40 }, () => talk('GET /api/welcome HTTP/1.1\r\nHost: x\r\n')),
    );
    const dripping = slow.map((client) => drip(client, `X-Slow: ${'a'.repeat(200)}`, 20));
    const begun = performance.now();
    const other = await fetch(`http://127.0.0.1:${port}/api/welcome`);
    expect(other.status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(limits.headers + 600);
    for (const { ended } of slow) {
      const { text, ms } = await ended;
      expect(problemIn(text)).toMatchObject({ status: 408, issues: [{ code: 'request.slow' }] });
      expect(ms).toBeLessThan(limits.headers + 600);
    }
    await Promise.all(dripping);
  });

  it('who send a body byte by byte are cut off in time', async () => {
    const client = await talk(
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
    );
    const dripping = drip(client, 'x'.repeat(1000), 20);
    const { text, ms } = await client.ended;
    expect(problemIn(text)).toMatchObject({ status: 408 });
    expect(ms).toBeGreaterThan(limits.headers);
    expect(ms).toBeLessThan(limits.request + 600);
    await dripping;
    // Nobody is there to be answered: that is no failure of the program.
    await setTimeout(50);
    expect(app.logged.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('who ask for nothing more, or never read, lose their connection', async () => {
    const { ended } = await talk('GET /api/welcome HTTP/1.1\r\nHost: x\r\n\r\n');
    const { text, ms } = await ended;
    expect(text).toContain('HTTP/1.1 200 OK');
    expect(ms).toBeLessThan(limits.keepAlive + 1_500);
    const silent = await talk();
    expect((await silent.ended).ms).toBeLessThan(limits.idle + 600);
  });
});

describe('what is no request', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', 400, 'request.malformed'],
    [
      'two lengths',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'request.malformed',
    ],
    [
      'a length and chunks',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'request.malformed',
    ],
    [
      'too large a head',
      `GET /api/welcome HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(5000)}\r\n\r\n`,
      431,
      'request.tooLarge',
    ],
  ])('%s gets a problem, and the connection is closed', async (_what, bytes, status, code) => {
    const { ended } = await talk(bytes);
    expect(problemIn((await ended).text)).toMatchObject({ status, issues: [{ code }] });
  });

  it.each([
    ['GET http://[ HTTP/1.1'],
    ['GET //[/api HTTP/1.1'],
    ['GET /api/models/%zz HTTP/1.1'],
    ['GET /api/models/%c0%af HTTP/1.1'],
    ['GET http://evil.example/api/welcome HTTP/1.1'],
    ['GET * HTTP/1.1'],
    ['OPTIONS * HTTP/1.1'],
    ['TRACE /api/welcome HTTP/1.1'],
    ['GET /api/../../etc/passwd HTTP/1.1'],
    ['GET /api//welcome HTTP/1.1'],
    ['GET /api/welcome?%zz HTTP/1.1'],
    ['GET /api/welcome?a=1&a=2 HTTP/1.1'],
  ])('%s gets no 5xx', async (line) => {
    const { ended } = await talk(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec((await ended).text)?.[1]);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
  });
});

describe('connections', () => {
  it('are no more than the server can hold; the others get theirs as soon as there is room', async () => {
    await setTimeout(limits.keepAlive + 1_200);
    const many = await Promise.all(Array.from({ length: limits.connections + 20 }, () => talk('GET / ')));
    await setTimeout(150);
    const open = many.filter(({ socket }) => !socket.destroyed);
    expect(open.length).toBeLessThanOrEqual(limits.connections);
    await Promise.all(many.map(({ ended }) => ended));
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  });

  it('have the limits that are documented', () => {
    expect(serverLimits).toEqual({
      headers: 10_000,
      request: 300_000,
      keepAlive: 65_000,
      idle: 120_000,
      checkEvery: 2_000,
      headSize: 16_384,
      connections: 1_000,
    });
  });
});
