import { defineConfig } from 'vitest/config';
import { skipReporter } from './test/support/skip-reporter.ts';

const long = process.env['MERITSCALE_LONG'] === '1';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**'],
    testTimeout: long ? 3_600_000 : 20_000,
    hookTimeout: 60_000,
    reporters: ['default', skipReporter(process.env)],
  },
});
