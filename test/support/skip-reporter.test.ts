import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSkips, skipPolicyOf } from './skip-report.ts';

const root = join(import.meta.dirname, '../..');

/** Runs vitest on one of the fixture's files, with its skip reporter, as a process of its own. */
function runFixture(
  file: string,
  variables: Readonly<Record<string, string>>,
): { status: number | null; output: string } {
  const { MERITSCALE_NO_SKIP: _noSkip, MERITSCALE_ALLOW_SKIP: _allowSkip, ...env } = process.env;
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      'test/fixtures/skip-reporter/vitest.config.ts',
      file,
    ],
    { cwd: root, encoding: 'utf8', env: { ...env, ...variables } },
  );
  return { status, output: stdout.trim() };
}

describe('the skip reporter', () => {
  it('counts and names what was skipped, and why, and lets the run pass', () => {
    const { status, output } = runFixture('some-skipped', {});
    expect(output.split('\n')).toEqual([
      'Skipped tests: 3',
      '  some-skipped.fixture.ts > reads the folder: no folder here',
      '  some-skipped.fixture.ts > reads the archive: no archive here',
      '  some-skipped.fixture.ts > a database: none here > answers',
    ]);
    expect(status).toBe(0);
  });

  it('fails the run where nothing may be skipped', () => {
    const { status, output } = runFixture('some-skipped', {
      MERITSCALE_NO_SKIP: '1',
      MERITSCALE_ALLOW_SKIP: 'no folder, a database',
    });
    expect(output.split('\n')).toEqual([
      'Skipped tests: 3',
      '  allowed by "no folder": some-skipped.fixture.ts > reads the folder: no folder here',
      '  not allowed: some-skipped.fixture.ts > reads the archive: no archive here',
      '  allowed by "a database": some-skipped.fixture.ts > a database: none here > answers',
      'Failed: MERITSCALE_NO_SKIP=1, and 1 skipped without leave.',
    ]);
    expect(status).toBe(1);
  });

  it('lets the run pass where all that was skipped is allowed', () => {
    const variables = { MERITSCALE_NO_SKIP: '1', MERITSCALE_ALLOW_SKIP: 'folder,archive,database' };
    expect(runFixture('some-skipped', variables).status).toBe(0);
  });

  it('lets the run pass where nothing was skipped', () => {
    expect(runFixture('none-skipped', { MERITSCALE_NO_SKIP: '1' })).toEqual({
      status: 0,
      output: 'Skipped tests: 0',
    });
  });

  it('fails a run in which no test ran', () => {
    const { status, output } = runFixture('all-skipped', {});
    expect(output).toContain('Failed: no test ran.');
    expect(status).toBe(1);
  });
});

describe('the skip policy', () => {
  it('does not take an empty list for leave to skip everything', () => {
    expect(skipPolicyOf({ MERITSCALE_NO_SKIP: '1', MERITSCALE_ALLOW_SKIP: ' , ' })).toEqual({
      noSkip: true,
      allowed: [],
    });
  });

  it('counts a test that never ended as skipped', () => {
    const policy = skipPolicyOf({ MERITSCALE_NO_SKIP: '1' });
    expect(reportSkips([{ name: 'a', state: 'pending' }], policy).ok).toBe(false);
  });

  it('fails a run without tests', () => {
    expect(reportSkips([], skipPolicyOf({})).ok).toBe(false);
  });
});
