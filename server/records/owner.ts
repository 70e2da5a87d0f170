import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { Owner } from '../store/documents.ts';

/** No import takes longer; after that even an owner that cannot be asked is taken for dead. */
const longestImport = 24 * 60 * 60 * 1000;

/** Known to all threads of this process, and to no other process. */
const thisProcess = processToken();

/** This process, now. */
export function thisOwner(): Owner {
  return { host: hostname(), pid: process.pid, process: thisProcess, begun: new Date().toISOString() };
}

/**
 * Whether an owner may still be at work. In doubt it is: leaving rows that nobody sees lie for a day costs a little
 * room, taking them away from an import under way would cost data.
 * @param now milliseconds since 1970.
 */
export function isAlive({ host, pid, process: token, begun }: Owner, now: number): boolean {
  if (now - Date.parse(begun) > longestImport) return false;
  if (host !== hostname()) return true;
  // In a container every process that is started has the same number.
  return pid === process.pid ? token === thisProcess : isRunning(pid);
}

function processToken(): string {
  const name = 'meritscale.process';
  const known = getEnvironmentData(name);
  if (typeof known === 'string') return known;
  const token = randomUUID();
  setEnvironmentData(name, token);
  return token;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Any other error means there is such a process, and it is somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
