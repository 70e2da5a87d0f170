import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MongoClient } from 'mongodb';

/** A server that speaks MongoDB's protocol, started for the tests or there already. */
export interface MongoServer {
  /** Without a database. */
  readonly uri: string;
  stop(): Promise<void>;
}

/** A server the tests can run on. */
export interface MongoServerKind {
  readonly name: string;
  /** What is not there; undefined where it can be started. */
  readonly missing: string | undefined;
  /** Whether it orders texts by code point, as MongoDB does, and not by UTF-16 units. */
  readonly codePointOrder: boolean;
  /** Whether data survive it, and it reads no more than it must. */
  readonly start: () => Promise<MongoServer>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The servers to test on: a MongoDB where the environment has one, else those that .ci/mongo-servers installs. */
export function mongoServerKinds(env: Environment): readonly MongoServerKind[] {
  const uri = env['MONGODB_URI'];
  if (uri !== undefined && uri !== '') {
    const there = async () => ({ uri, stop: async () => {} });
    return [{ name: 'MongoDB at MONGODB_URI', missing: undefined, codePointOrder: true, start: there }];
  }
  if (env['MERITSCALE_MONGODB_DOWNLOAD'] === '1') {
    return [{ name: 'MongoDB', missing: undefined, codePointOrder: true, start: startDownloaded }];
  }
  const cache = join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'meritscale', 'mongo-servers');
  const folder = env['MERITSCALE_MONGO_SERVERS'] ?? cache;
  const [ferretdb, jars] = [join(folder, 'ferretdb'), join(folder, 'mongo-java-server')];
  const unless = (path: string) =>
    existsSync(path) ? undefined : 'not installed (.ci/mongo-servers does it)';
  return [
    {
      name: 'FerretDB',
      missing: unless(ferretdb),
      codePointOrder: true,
      start: () => startFerretdb(ferretdb),
    },
    { name: 'mongo-java-server', missing: unless(jars), codePointOrder: false, start: () => startJava(jars) },
  ];
}

/** The name of a database nobody has. */
export function newDatabase(): string {
  return `meritscale_test_${randomUUID().replaceAll('-', '')}`;
}

/** Drops databases that tests made. */
export async function dropDatabases(uri: string, names: readonly string[]): Promise<void> {
  const client = new MongoClient(uri);
  try {
    for (const name of names) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}

/** As a replica set, because only that takes majority writes and retries as a deployment does. */
async function startDownloaded(): Promise<MongoServer> {
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  const set = await MongoMemoryReplSet.create({ replSet: { count: 1 } });
  return { uri: set.getUri(), stop: async () => void (await set.stop()) };
}

async function startFerretdb(binary: string): Promise<MongoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'meritscale-ferretdb-'));
  const port = await freePort();
  const child = spawn(
    binary,
    [
      '--handler=sqlite',
      `--sqlite-url=file:${folder}/`,
      `--state-dir=${folder}`,
      '--telemetry=disable',
      `--listen-addr=127.0.0.1:${port}`,
      '--debug-addr=-',
      '--log-level=error',
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  await untilListening(child, port);
  return {
    uri: `mongodb://127.0.0.1:${port}/`,
    stop: async () => {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startJava(jars: string): Promise<MongoServer> {
  const port = await freePort();
  const child = spawn(
    'java',
    ['-cp', join(jars, '*'), join(import.meta.dirname, 'MongoJavaServer.java'), String(port)],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  await untilListening(child, port);
  return { uri: `mongodb://127.0.0.1:${port}/`, stop: () => end(child) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  process.once('exit', () => child.kill('SIGKILL'));
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (failure !== undefined) throw failure;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (await answers(port)) return;
    await setTimeout(100);
  }
  await end(child);
  throw new Error('the server does not answer');
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
