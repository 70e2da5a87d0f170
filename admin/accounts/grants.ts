import { policy } from '../../engine/access/policy.ts';
import type { Grant, Role } from '../../schemas/index.ts';

/** All roles, the widest rights first. */
export const roles: readonly Role[] = [
  'admin',
  'hr',
  'salesOps',
  'director',
  'manager',
  'seller',
  'representative',
  'auditor',
];

/** What is ticked in a form: each role chosen, with its teams, which are none for roles without teams. */
export type Choice = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Whether a role is for certain teams only. */
export function takesTeams(role: Role): boolean {
  return policy.some((rule) => rule.role === role && rule.scope === 'team');
}

/** What grants are in a form. A role that was granted twice is one role with the teams of both. */
export function choiceOf(grants: readonly Grant[]): Choice {
  const choice: Partial<Record<Role, readonly string[]>> = {};
  for (const { role, teams = [] } of grants) {
    choice[role] = [...new Set([...(choice[role] ?? []), ...(takesTeams(role) ? teams : [])])];
  }
  return choice;
}

/** The grants of what is ticked, in the order of the roles. */
export function grantsOf(choice: Choice): Grant[] {
  return roles.flatMap((role) => {
    const teams = choice[role];
    if (teams === undefined) return [];
    return [takesTeams(role) ? { role, teams: [...teams] } : { role }];
  });
}

/** The choice with a role in it or not; a role that comes has no teams yet. */
export function ticked(choice: Choice, role: Role, on: boolean): Choice {
  const { [role]: before, ...others } = choice;
  return on ? { ...others, [role]: before ?? [] } : others;
}

/** What is missing before a choice can be saved. */
export function missingOf(choice: Choice): 'role' | 'teams' | undefined {
  const grants = grantsOf(choice);
  if (grants.length === 0) return 'role';
  return grants.some(({ teams }) => teams?.length === 0) ? 'teams' : undefined;
}

/** Grants as people read them: "Team manager (North, South), Seller". */
export function grantTexts(
  grants: readonly Grant[],
  names: Readonly<Record<Role, string>>,
  words: { readonly between: string; readonly with: (role: string, teams: string) => string },
): string[] {
  return grantsOf(choiceOf(grants)).map(({ role, teams }) =>
    teams === undefined || teams.length === 0
      ? names[role]
      : words.with(names[role], teams.join(words.between)),
  );
}
