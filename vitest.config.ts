import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { skipReporter } from './test/support/skip-reporter.ts';

const long = process.env['MERITSCALE_LONG'] === '1';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', '**/node_modules/**'],
    // Much of the time is spent waiting for browsers and database servers: three files at once even on two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: long ? 3_600_000 : 60_000,
    hookTimeout: 120_000,
    reporters: ['default', skipReporter(process.env)],
  },
});
