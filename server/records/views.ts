import { canSee, type Caller } from '../../engine/access/can.ts';
import type { Dataset, RecordView } from '../../schemas/index.ts';
import { namesOf } from '../people/names.ts';
import type { RecordRevision } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { commitNumbers, lastCommit } from './commits.ts';

/** Records as the API shows them: people by name, without the columns their reader may not see. */
export async function recordViews(
  store: Store,
  dataset: Dataset,
  records: readonly RecordRevision[],
  caller: Caller,
): Promise<RecordView[]> {
  const personColumns = dataset.columns.filter(({ type }) => type === 'person').map(({ id }) => id);
  const peopleOf = ({ values }: RecordRevision) => personColumns.flatMap((column) => values[column] ?? []);
  const names = await namesOf(store, records.flatMap(peopleOf));
  const numbers = await commitNumbers(store, dataset.id, await lastCommit(store));
  return records.map((record) => {
    const people = peopleOf(record);
    const hidden = dataset.columns
      .filter(({ sensitivity }) => sensitivity !== undefined && !canSee(caller, sensitivity, people[0]))
      .map(({ id }) => id);
    return {
      id: `${record.dataset}~${record.key}`,
      dataset: record.dataset,
      key: record.key,
      values: Object.fromEntries(
        Object.entries(record.values).filter(([column]) => !hidden.includes(column)),
      ),
      people: Object.fromEntries(people.map((person) => [person, names.get(person) ?? null])),
      hidden,
      revision: numbers.get(record.import) ?? 0,
    };
  });
}
