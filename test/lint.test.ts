import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

function lint(
  cwd: string,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, [oxlint, ...args], { cwd, encoding: 'utf8' });
}

// The linter says nothing when it drops a rule, a plugin or an override: so it is shown planted violations, in a
// house of the same shape with the same configuration, because its globs count from the configuration's folder.
describe('the lint configuration, on a house with planted violations', () => {
  let house = '';
  let findings: string[] = [];

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'meritscale-lint-'));
    cpSync(join(root, 'test/fixtures/architecture'), house, { recursive: true });
    for (const file of ['.oxlintrc.json', 'tsconfig.json']) cpSync(join(root, file), join(house, file));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    const folders = ['schemas', 'locales', 'engine', 'sentences', 'server', 'admin', 'tools'];
    const { stdout } = lint(house, ['--type-aware', '--format', 'json', ...folders]);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    findings = diagnostics.map((finding) => `${finding.filename} ${finding.code}`);
  });

  afterAll(() => {
    rmSync(house, { recursive: true });
  });

  it.each([
    ['schemas/imports-engine.ts', 'eslint(no-restricted-imports)'],
    ['locales/imports-schemas.ts', 'eslint(no-restricted-imports)'],
    ['engine/imports-locales.ts', 'eslint(no-restricted-imports)'],
    ['engine/imports-server.ts', 'eslint(no-restricted-imports)'],
    ['engine/imports-node.ts', 'eslint(no-restricted-imports)'],
    ['engine/imports-package.ts', 'eslint(no-restricted-imports)'],
    ['engine/imports-test.ts', 'eslint(no-restricted-imports)'],
    ['server/imports-admin.ts', 'eslint(no-restricted-imports)'],
    ['admin/imports-server.ts', 'eslint(no-restricted-imports)'],
    ['tools/imports-engine.ts', 'eslint(no-restricted-imports)'],
    ['engine/cycle-a.ts', 'import(no-cycle)'],
    ['server/floating.ts', 'typescript(no-floating-promises)'],
    ['server/default-export.ts', 'import(no-default-export)'],
    ['server/loose.ts', 'typescript(no-explicit-any)'],
    ['server/loose.ts', 'eslint(eqeqeq)'],
    ['engine/imports-server.ts', 'typescript(consistent-type-imports)'],
    ['engine/evaluates-text.ts', 'eslint(no-eval)'],
    ['engine/evaluates-text.ts', 'eslint(no-new-func)'],
    ['engine/impure.ts', 'eslint(no-console)'],
    ['engine/impure.ts', 'eslint(no-restricted-globals)'],
    ['engine/impure.ts', 'eslint(no-restricted-properties)'],
    ['engine/too-long.ts', 'eslint(max-lines)'],
  ])('finds in %s %s', (file, rule) => {
    expect(findings).toContain(`${file} ${rule}`);
  });

  it('has nothing against the clean files', () => {
    expect(findings.filter((finding) => finding.includes('clean.ts'))).toEqual([]);
  });
});

describe('the lint command', () => {
  const looked = lint(root, ['--debug=files', '.']).stdout.split('\n');

  it.each(['schemas/', 'locales/', 'engine/', 'server/', 'tools/', 'test/'])(
    'looks at files of %s',
    (folder) => {
      expect(looked.filter((file) => file.startsWith(folder))).not.toEqual([]);
    },
  );

  it('leaves generated code and planted violations alone', () => {
    expect(looked.filter((file) => /\/generated\/|^test\/fixtures\/architecture\//.test(file))).toEqual([]);
  });
});
