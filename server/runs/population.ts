import { Temporal } from 'temporal-polyfill';
import { placementsOn, type Placed } from '../../engine/index.ts';
import type { Dataset, Issue, Period } from '../../schemas/index.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';

/** Somebody to be evaluated: where they were on the period's last day. */
export interface Member {
  readonly person: string;
  readonly team: string;
  readonly role: string | null;
  readonly stage: string;
}

/** Everybody in a team that has a stage on the period's last day, by person id, and who is left out. */
export async function populationOf(
  store: Store,
  datasets: readonly Dataset[],
  period: Period,
  commit: number,
): Promise<{ members: Member[]; issues: Issue[] }> {
  const day = lastDay(period);
  const people = await placedBy(store, datasets, 'peopleInTeams', day, commit);
  const stages = await placedBy(store, datasets, 'teamsInStages', day, commit);
  const members: Member[] = [];
  const stageless = new Map<string, number>();
  for (const { what: person, where: team, role } of people.values()) {
    const stage = stages.get(team)?.where;
    if (stage === undefined) stageless.set(team, (stageless.get(team) ?? 0) + 1);
    else members.push({ person, team, role, stage });
  }
  members.sort((a, b) => (a.person < b.person ? -1 : 1));
  const issues: Issue[] = [...stageless].map(([team, count]) => ({
    code: 'run.noStage',
    severity: 'warning',
    params: { team, count },
  }));
  if (people.size === 0) issues.push({ code: 'run.noPeople', severity: 'error' });
  return { members, issues };
}

async function placedBy(
  store: Store,
  datasets: readonly Dataset[],
  kind: NonNullable<Dataset['placement']>['kind'],
  day: string,
  commit: number,
): Promise<Map<string, Placed>> {
  const placed = new Map<string, Placed>();
  for (const dataset of datasets.filter(({ placement }) => placement?.kind === kind)) {
    const placements = placementsOn(day, dataset);
    for await (const record of recordsAsOf(store, dataset.id, commit)) placements.take(record);
    for (const [what, where] of placements.placed()) placed.set(what, where);
  }
  return placed;
}

function lastDay({ end }: Period): string {
  return Temporal.PlainDate.from(end).subtract({ days: 1 }).toString();
}
