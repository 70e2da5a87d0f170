import { hashOf } from '../../engine/index.ts';
import type { Issue, NewPilot, Pilot } from '../../schemas/index.ts';
import type { Services } from '../api/services.ts';
import { placesOf } from '../people/places.ts';
import type { ModelVersion } from '../store/documents.ts';

/**
 * Whom a pilot is for: the teams that are named, or a share of the teams that are in the model's stage today, drawn by
 * the hash of seed and name. The same seed draws the same teams from the same ones.
 * @param request what the seed is made from where none is given: asked again, the same teams are drawn.
 */
export async function pilotOf(
  services: Pick<Services, 'store' | 'clock'>,
  { document: { stage } }: ModelVersion,
  { teams, percent, seed }: NewPilot,
  request: string,
): Promise<{ readonly pilot: Pilot } | { readonly issues: readonly Issue[] }> {
  const known = [...(await placesOf(services)).teams]
    .filter(([, team]) => team.stage === stage)
    .map(([name]) => name)
    .toSorted();
  if (teams !== undefined) {
    const unknown = teams.filter((team) => !known.includes(team));
    return unknown.length > 0
      ? refused('model.pilotTeams', { teams: unknown.join(', '), stage })
      : { pilot: { teams: [...new Set(teams)].toSorted() } };
  }
  if (percent === undefined || known.length === 0) return refused('model.pilotNobody', { stage });
  const drawnBy = seed ?? hashOf({ request }).slice(0, 16);
  return {
    pilot: { teams: drawn(known, percent, drawnBy), drawn: { percent, seed: drawnBy, of: known.length } },
  };
}

/** So many percent of the teams, rounded up, by the hash of seed and name; in the order of their names. */
export function drawn(teams: readonly string[], percent: number, seed: string): string[] {
  const count = Math.ceil((teams.length * percent) / 100);
  return teams
    .map((team) => ({ team, lot: hashOf({ seed, team }) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, count)
    .map(({ team }) => team)
    .toSorted();
}

function refused(code: string, params: Readonly<Record<string, string>>) {
  return { issues: [{ code, severity: 'error' as const, pointer: '/pilot', params }] };
}
