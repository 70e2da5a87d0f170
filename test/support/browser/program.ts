import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const root = join(import.meta.dirname, '../../..');

/** The program as its user starts it: built, a process of its own. */
export interface RunningProgram {
  readonly address: string;
  /** Ends it as an operator would, or, with a kill, as a power cut would. */
  stop(how?: 'asked' | 'killed'): Promise<void>;
  /** What it printed so far. */
  printed(): string;
}

/** Builds the program where the last build is older than the sources. */
export function buildProgram(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/build-if-needed.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}

/** Starts the built program and waits until it is ready. */
export async function startProgram(
  environment: Readonly<Record<string, string>>,
  port?: number,
): Promise<RunningProgram> {
  const own = port ?? (await freePort());
  const address = `http://127.0.0.1:${own}`;
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(own) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  await ready(address, child, () => text);
  return {
    address,
    printed: () => text,
    async stop(how = 'asked') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(how === 'asked' ? 'SIGTERM' : 'SIGKILL');
      await gone;
    },
  };
}

async function ready(address: string, child: ChildProcess, printed: () => string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the program ended: ${printed()}`);
    try {
      if ((await fetch(`${address}/health/ready`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await setTimeout(100);
  }
  throw new Error(`the program was not ready within a minute: ${printed()}`);
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
