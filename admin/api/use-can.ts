import { can, type About } from '../../engine/access/can.ts';
import type { Action, Resource } from '../../engine/access/policy.ts';
import { useMe } from './use-me.ts';

/** Whether whoever is signed in may do something: to show only what can be done. The server is the judge. */
export function useCan(): (action: Action, resource: Resource, about?: About) => boolean {
  const me = useMe();
  return (action, resource, about) => can(me, action, resource, about);
}
