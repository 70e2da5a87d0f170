import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  grantTexts,
  grantsOf,
  missingOf,
  roles,
  takesTeams,
  ticked,
} from '../../../admin/accounts/grants.ts';
import { roleTexts } from '../../../admin/accounts/role-texts.ts';
import { texts as layout } from '../../../admin/layout/texts.ts';
import { reachOf } from '../../../engine/access/can.ts';
import { policy } from '../../../engine/access/policy.ts';
import type { Grant } from '../../../schemas/index.ts';
import { campaignSeed } from '../../support/random.ts';

const seed = campaignSeed(20261123);
const anyGrants: fc.Arbitrary<Grant[]> = fc.array(
  fc.record(
    { role: fc.constantFrom(...roles), teams: fc.array(fc.constantFrom('North', 'South', 'East')) },
    { requiredKeys: ['role'] },
  ),
);

describe('roles in a form', () => {
  it('are all that the policy knows, each with a name and a description in both languages', () => {
    expect(roles.toSorted()).toEqual([...new Set(policy.map(({ role }) => role))].toSorted());
    for (const language of ['zh', 'en'] as const) {
      expect(new Set(roles.map((role) => roleTexts[language][role])).size).toBe(roles.length);
      expect(new Set(roles.map((role) => layout[language][role])).size).toBe(roles.length);
    }
  });

  it('have teams where the policy is about teams: for managers alone', () => {
    expect(roles.filter(takesTeams)).toEqual(['manager']);
  });

  it('give the same rights as the grants they were read from', () => {
    const pairs = policy.flatMap(({ resources, actions }) =>
      resources.flatMap((resource) =>
        actions.map((action) => [`${resource} ${action}`, { resource, action }] as const),
      ),
    );
    const asked = [...new Map(pairs).values()];
    fc.assert(
      fc.property(anyGrants, (grants) => {
        const again = grantsOf(choiceOf(grants));
        for (const { resource, action } of asked) {
          const [before, after] = [grants, again].map((list) =>
            reachOf({ person: 'p', grants: list }, action, resource),
          );
          expect(after?.scope).toBe(before?.scope);
          expect(new Set(after?.teams)).toEqual(new Set(before?.teams));
        }
        expect(grantsOf(choiceOf(again))).toEqual(again);
      }),
      { seed },
    );
  });

  it('keep their teams while others are ticked, and lose them when they are unticked', () => {
    const choice = choiceOf([{ role: 'manager', teams: ['North'] }]);
    expect(grantsOf(ticked(choice, 'hr', true))).toEqual([
      { role: 'hr' },
      { role: 'manager', teams: ['North'] },
    ]);
    const without = ticked(choice, 'manager', false);
    expect(grantsOf(without)).toEqual([]);
    expect(grantsOf(ticked(without, 'manager', true))).toEqual([{ role: 'manager', teams: [] }]);
  });

  it('are not enough where there is none, or a manager of no team', () => {
    expect(missingOf({})).toBe('role');
    expect(missingOf({ manager: [] })).toBe('teams');
    expect(missingOf({ manager: ['North'] })).toBeUndefined();
    expect(missingOf({ seller: [] })).toBeUndefined();
  });

  it('are read with their teams', () => {
    const words = { between: ', ', with: (role: string, teams: string) => `${role} (${teams})` };
    const grants: Grant[] = [
      { role: 'seller', teams: ['odd'] },
      { role: 'manager', teams: ['North', 'South'] },
    ];
    expect(grantTexts(grants, layout.en, words)).toEqual(['Team manager (North, South)', 'Seller']);
  });
});
