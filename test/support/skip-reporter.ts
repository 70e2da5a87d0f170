import type { Reporter } from 'vitest/reporters';
import { reportSkips, skipPolicyOf } from './skip-report.ts';

/**
 * Prints at the end of a run how many tests were skipped, which and why; a test says why in its name or in
 * ctx.skip(note). Fails a run in which no test ran, and, as MERITSCALE_NO_SKIP and MERITSCALE_ALLOW_SKIP say, one
 * that skipped some.
 */
export function skipReporter(env: Readonly<Record<string, string | undefined>>): Reporter {
  return {
    onTestRunEnd(modules) {
      const tests = modules.flatMap((module) =>
        [...module.children.allTests()].map((test) => {
          const result = test.result();
          return {
            name: `${module.relativeModuleId} > ${test.fullName}`,
            state: result.state,
            note: result.state === 'skipped' ? result.note : undefined,
          };
        }),
      );
      const { lines, ok } = reportSkips(tests, skipPolicyOf(env));
      process.stdout.write(`\n${lines.join('\n')}\n`);
      if (!ok) process.exitCode = 1;
    },
  };
}
