import type { Refusal, Route } from './route.ts';

/** Makes no sense, took too long to come, too many, too long a head, and what must not happen. */
const everywhere: readonly number[] = [400, 408, 429, 431, 500];

/** The statuses of all answers a route may give but the good one: what is checked before it, and what it refuses itself. */
export function refusalsOf(route: Route): number[] {
  const { method, path, allow, body, ifMatch, refuses = [] } = route;
  const keyed = isKeyed(route);
  const statuses = new Set<number>([...everywhere, ...refuses]);
  if (allow !== 'public') statuses.add(401);
  // By role, or because an unsafe request came from another site.
  if (typeof allow === 'object' || method !== 'GET') statuses.add(403);
  if (path.includes(':')) statuses.add(404);
  if (keyed) statuses.add(409).add(422);
  if (ifMatch === true) statuses.add(412).add(428);
  if (body !== undefined) statuses.add(413);
  if (body !== undefined && body !== 'file') statuses.add(415);
  return [...statuses].toSorted((a, b) => a - b);
}

/** Whether a request to it needs an Idempotency-Key. */
export function isKeyed({ method, repeatable }: Pick<Route, 'method' | 'repeatable'>): boolean {
  return method === 'POST' && repeatable !== true;
}

/** The status of the good answer: something was made, work was begun, or it is simply done. */
export function statusOf(
  route: Pick<Route, 'method' | 'repeatable' | 'path' | 'answer'>,
): 200 | 201 | 202 | 204 {
  if (route.answer === 'nothing') return 204;
  if (!isKeyed(route)) return 200;
  if (route.answer === 'jobs#job') return 202;
  return route.path.includes(':') ? 200 : 201;
}

/** Whether a refusal is one the route is declared to give. */
export function isDeclared(route: Route, { refused }: Refusal): boolean {
  return refusalsOf(route).includes(refused);
}
