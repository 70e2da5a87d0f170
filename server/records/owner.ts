import { hostname } from 'node:os';
import type { Owner } from '../store/documents.ts';

/** No import takes longer; after that even an owner that cannot be asked is taken for dead. */
const longestImport = 24 * 60 * 60 * 1000;

/** This process, now. */
export function thisOwner(): Owner {
  return { host: hostname(), pid: process.pid, begun: new Date().toISOString() };
}

/**
 * Whether an owner may still be at work. In doubt it is: leaving rows that nobody sees lie for a day costs a little
 * room, taking them away from an import under way would cost data.
 * @param now milliseconds since 1970.
 */
export function isAlive({ host, pid, begun }: Owner, now: number): boolean {
  if (now - Date.parse(begun) > longestImport) return false;
  return host !== hostname() || isRunning(pid);
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
