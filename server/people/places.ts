import { Temporal } from 'temporal-polyfill';
import { placementsOn, type Placed } from '../../engine/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { lastCommit } from '../records/commits.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Services } from '../api/services.ts';

/** Where somebody is today. */
export interface Place {
  readonly team: string;
  readonly role: string | null;
  readonly stage: string | null;
}

/** Everybody's place today, and every team's stage. */
export interface Places {
  readonly people: ReadonlyMap<string, Place>;
  /** Of teams that have people or a stage. */
  readonly teams: ReadonlyMap<string, { readonly stage: string | null; readonly members: number }>;
}

interface Kept {
  readonly commit: number;
  readonly day: string;
  readonly places: Places;
}

/** Until the next import or the next day it stays the same. */
const kept = new WeakMap<object, Kept>();

/** Where everybody is today, by the roster and the stages of teams. */
export async function placesOf({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<Places> {
  const [company] = await currentDefinitions(store, 'company');
  const now = Temporal.Instant.from(clock().toISOString());
  const day = now
    .toZonedDateTimeISO(company?.document.timeZone ?? 'UTC')
    .toPlainDate()
    .toString();
  const commit = await lastCommit(store);
  const known = kept.get(store);
  if (known?.commit === commit && known.day === day) return known.places;

  const people = new Map<string, Placed>();
  const stages = new Map<string, Placed>();
  for (const { document: dataset } of await currentDefinitions(store, 'dataset')) {
    if (dataset.placement === undefined) continue;
    const placements = placementsOn(day, dataset);
    for await (const record of recordsAsOf(store, dataset.id, commit)) placements.take(record);
    const target = dataset.placement.kind === 'peopleInTeams' ? people : stages;
    for (const [what, placed] of placements.placed()) target.set(what, placed);
  }
  const stageOf = (team: string) => stages.get(team)?.where ?? null;
  const members = new Map<string, number>();
  for (const { where } of people.values()) members.set(where, (members.get(where) ?? 0) + 1);
  const teams = new Set([...members.keys(), ...stages.keys()]);
  const places: Places = {
    people: new Map(
      [...people].map(([person, { where: team, role }]) => [person, { team, role, stage: stageOf(team) }]),
    ),
    teams: new Map(
      [...teams].map((team) => [team, { stage: stageOf(team), members: members.get(team) ?? 0 }]),
    ),
  };
  kept.set(store, { commit, day, places });
  return places;
}
