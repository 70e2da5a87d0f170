import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policy, type Scope } from '../../engine/access/policy.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/rights.md'), 'utf8');
const scopes: Readonly<Record<Scope, string>> = { all: '', team: ' (their teams)', self: ' (their own)' };

/** The policy as the table of the page: a line for each role and resource. */
function table(): string[] {
  const cells = new Map<string, string[]>();
  for (const { role, resources, actions, scope } of policy) {
    for (const resource of resources) {
      const cell = `${role} | ${resource}`;
      cells.set(cell, [...(cells.get(cell) ?? []), ...actions.map((action) => action + scopes[scope])]);
    }
  }
  return [...cells].map(([cell, actions]) => `| ${cell} | ${actions.join(', ')} |`).toSorted();
}

it('the page on rights says what the policy says', () => {
  const lines = page
    .split('\n')
    .filter((line) =>
      /^\| (?:admin|hr|salesOps|director|manager|seller|representative|auditor) \|/.test(line),
    );
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.toSorted()).toEqual(table());
});
