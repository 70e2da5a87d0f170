import { join } from 'node:path';
import { build } from 'esbuild';

const bench = join(import.meta.dirname, '..');

/**
 * The child and the worker as the product is shipped: plain JavaScript, made before it runs. A loader that compiles while
 * it runs adds to every function that is made.
 * @returns the path of the child's program.
 */
export async function bundle(): Promise<string> {
  // Where packages of the peers and of the product are both found.
  const outdir = join(bench, 'node_modules/.cache/meritscale');
  await build({
    absWorkingDir: bench,
    entryPoints: { child: 'harness/child.ts', worker: 'tasks/worker.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outdir,
    outExtension: { '.js': '.mjs' },
    sourcemap: true,
    logLevel: 'warning',
  });
  return join(outdir, 'child.mjs');
}
