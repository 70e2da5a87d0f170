import type { Dataset, StageSpan, TeamView } from '../../schemas/index.ts';
import type { Services } from '../api/services.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { placesOf } from '../people/places.ts';
import { lastCommit } from '../records/commits.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { RecordRevision } from '../store/documents.ts';
import type { Store } from '../store/store.ts';

/** The records that place teams in stages, as they count now. */
export async function stageRecords(store: Store, dataset: Dataset): Promise<RecordRevision[]> {
  const records: RecordRevision[] = [];
  for await (const record of recordsAsOf(store, dataset.id, await lastCommit(store))) records.push(record);
  return records;
}

/** All teams, by name, with their stages from the first to the last. */
export async function teamViews(services: Services): Promise<TeamView[]> {
  const { store } = services;
  const spans = new Map<string, StageSpan[]>();
  for (const { document } of await currentDefinitions(store, 'dataset')) {
    const { placement } = document;
    if (placement?.kind !== 'teamsInStages') continue;
    for (const { dataset, key, values } of await stageRecords(store, document)) {
      const team = values[placement.team] ?? '';
      const span = {
        record: `${dataset}~${key}`,
        stage: values[placement.stage] ?? '',
        from: values[placement.from ?? ''] ?? null,
        to: values[placement.to ?? ''] ?? null,
      };
      spans.set(team, [...(spans.get(team) ?? []), span]);
    }
  }
  const { teams } = await placesOf(services);
  const names = [...new Set([...teams.keys(), ...spans.keys()])].toSorted();
  return names.map((id) => {
    const stages = (spans.get(id) ?? []).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const stage = teams.get(id)?.stage ?? null;
    const since = stages.findLast((span) => span.stage === stage)?.from ?? null;
    return { id, stage, since: stage === null ? null : since, members: teams.get(id)?.members ?? 0, stages };
  });
}
