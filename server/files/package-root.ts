import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that this program is installed in, with rules/ in it, from the sources as from dist/. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'rules')) && existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('rules/ is not beside this program');
  }
}
