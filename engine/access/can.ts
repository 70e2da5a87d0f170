import type { Grant } from '../../schemas/index.ts';
import { policy, seers, type Action, type Resource, type Scope, type Sensitivity } from './policy.ts';

/** Somebody who is signed in, and what they were granted. */
export interface Caller {
  readonly person: string;
  readonly grants: readonly Grant[];
}

/** Whom a record is about: undefined where it is about nobody in particular. */
export interface About {
  readonly person?: string | undefined;
  readonly team?: string | undefined;
}

/** What somebody's scope covers of a resource. */
export interface Reach {
  readonly scope: Scope;
  /** With scope team: these. */
  readonly teams: readonly string[];
}

/** Whether somebody may do this at all; with a record, whether they may do it to this one. Nobody may do nothing. */
export function can(caller: Caller | undefined, action: Action, resource: Resource, record?: About): boolean {
  const reach = reachOf(caller, action, resource);
  if (caller === undefined || reach === undefined) return false;
  if (record === undefined || reach.scope === 'all') return true;
  if (record.person === caller.person) return true;
  return reach.scope === 'team' && record.team !== undefined && reach.teams.includes(record.team);
}

/** The widest scope in which somebody may do this, undefined where in none. Team includes oneself. */
export function reachOf(caller: Caller | undefined, action: Action, resource: Resource): Reach | undefined {
  const grants = caller?.grants ?? [];
  const fitting = grants.flatMap((grant) =>
    policy
      .filter(
        ({ role, resources, actions }) =>
          role === grant.role && resources.includes(resource) && actions.includes(action),
      )
      .map(({ scope }) => ({ scope, teams: scope === 'team' ? (grant.teams ?? []) : [] })),
  );
  if (fitting.length === 0) return undefined;
  if (fitting.some(({ scope }) => scope === 'all')) return { scope: 'all', teams: [] };
  const teams = fitting.flatMap((reach) => reach.teams);
  return fitting.some(({ scope }) => scope === 'team')
    ? { scope: 'team', teams }
    : { scope: 'self', teams: [] };
}

/** Whether somebody may see a sensitive column of a record about a person. */
export function canSee(caller: Caller, sensitivity: Sensitivity, person: string | undefined): boolean {
  if (sensitivity === 'pay' && person === caller.person) return true;
  return caller.grants.some(({ role }) => seers[sensitivity].includes(role));
}
