import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A source file: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const sourceName = /\.(?:[cm]?[jt]s|tsx)$/;

const toolSettings = /\.config\.ts$/;

/** Reads every source file under the named folders of a root but settings of tools; a folder that is not there has none. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    filesUnder(join(root, folder))
      .filter((path) => sourceName.test(path) && !toolSettings.test(path))
      .map((path) => ({
        path: relative(root, path).replaceAll(sep, '/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
}

/** Written by a program from another file, so not held to what holds for hand-written text. */
export function isGenerated(file: SourceFile): boolean {
  return file.path.includes('/generated/');
}

/** How many lines a file has. */
export function lineCount(file: SourceFile): number {
  return file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
}

function filesUnder(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}
