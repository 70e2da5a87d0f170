import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installIn } from '../../bench/harness/peers.ts';

// Mutation testing, docs/mutation.md. What follows `npm run mutation --` is passed on, as `--mutate engine/scoring/*.ts`.
const here = import.meta.dirname;
const stryker = join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');

// The peer vitest is the root's.
if (!installIn(here, ['--legacy-peer-deps'])) {
  process.stderr.write('not installed: npm install failed in test/mutation/\n');
  process.exitCode = 1;
} else {
  const { status } = spawnSync(
    process.execPath,
    [stryker, 'run', 'test/mutation/stryker.config.json', ...process.argv.slice(2)],
    { cwd: join(here, '../..'), stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
