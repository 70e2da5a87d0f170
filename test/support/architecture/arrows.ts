import { isBuiltin } from 'node:module';
import type { Import } from './imports.ts';

/** What the files of a room may import. */
export interface Room {
  /** Of files whose path begins so; the longest that fits counts. */
  readonly prefix: string;
  /** Other top-level folders of the project. */
  readonly folders: readonly string[];
  /** Packages by name. */
  readonly packages: readonly string[];
  /** Whether Node's own modules are allowed. */
  readonly node: boolean;
}

/**
 * What is wrong with the imports, one line each: an arrow that its room does not have, a file that does not exist,
 * a specifier that is computed.
 * @param exists whether there is a file at a path from the root.
 */
export function arrowViolations(
  imports: readonly Import[],
  rooms: readonly Room[],
  exists: (path: string) => boolean,
): string[] {
  return imports.flatMap((item) => {
    const wrong = problemOf(item, roomOf(item.from, rooms), exists);
    return wrong === undefined ? [] : [`${item.place} ${wrong}`];
  });
}

function roomOf(path: string, rooms: readonly Room[]): Room {
  const fitting = rooms.filter((room) => path.startsWith(room.prefix));
  const [room] = fitting.toSorted((a, b) => b.prefix.length - a.prefix.length);
  if (room === undefined) throw new Error(`No room for ${path}`);
  return room;
}

function problemOf(item: Import, room: Room, exists: (path: string) => boolean): string | undefined {
  const { specifier, target } = item;
  if (specifier === undefined) return 'imports what only a run can tell';
  if (target !== undefined) {
    const [folder = ''] = target.split('/');
    if (folder !== item.from.split('/')[0] && !room.folders.includes(folder)) return `imports ${target}`;
    return exists(target) || isData(target) ? undefined : `imports ${target}, which is not there`;
  }
  if (isBuiltin(specifier)) {
    if (!room.node) return `imports ${specifier}`;
    return specifier.startsWith('node:') ? undefined : `imports ${specifier} without node:`;
  }
  return room.packages.includes(packageOf(specifier)) ? undefined : `imports the package ${specifier}`;
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Styles and schemas are no source files; the bundler and the compiler say where one is missing. */
function isData(target: string): boolean {
  return (
    (target.startsWith('admin/') && target.endsWith('.css')) ||
    (target.startsWith('schemas/') && target.endsWith('.schema.json'))
  );
}
