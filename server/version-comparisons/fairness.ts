import { groupRates, type GroupCount, type VersionsCompared } from '../../engine/index.ts';
import type { Company, Fairness, FairnessField, FairnessReport, Period } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import { lastCommit } from '../records/commits.ts';
import { recordsAsOf } from '../records/records-as-of.ts';
import type { Store } from '../store/store.ts';

type Movements = VersionsCompared['movements'];

/** Below so many people a group is small, where HR does not say otherwise. */
const smallGroup = 30;

/** Rates of favourable grades by the groups that HR declared, by both versions; nothing where none are declared. */
export async function fairnessOf(
  store: Store,
  period: Period,
  movements: Movements,
): Promise<FairnessReport[]> {
  const [company] = await currentDefinitions(store, 'company');
  const declared = company?.document.fairness;
  if (declared === undefined) return [];
  const reports: FairnessReport[] = [];
  for (const field of declared.fields) {
    reports.push(reportOf(declared, field, await groupsOf(store, field, period), movements));
  }
  return reports;
}

/** Who is in which group on the period's last day: by each person's newest record, where the records have a day. */
async function groupsOf(
  store: Store,
  { dataset, subject, column, date }: FairnessField,
  { end }: Period,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, { readonly day: string; readonly group: string }>();
  for await (const { values } of recordsAsOf(store, dataset, await lastCommit(store))) {
    const person = values[subject];
    const group = values[column];
    const day = date === undefined ? '' : (values[date] ?? '');
    // A period's end is the first day that is no longer in it.
    if (typeof person !== 'string' || typeof group !== 'string' || day >= end) continue;
    if ((found.get(person)?.day ?? '') <= day) found.set(person, { day, group });
  }
  return new Map([...found].map(([person, { group }]) => [person, group]));
}

function reportOf(
  { favourable, smallest = smallGroup }: Fairness,
  { dataset, column }: FairnessField,
  groups: ReadonlyMap<string, string>,
  movements: Movements,
): FairnessReport {
  const side = (which: 'before' | 'after') => {
    const counts = new Map<string, { people: number; favourable: number }>();
    for (const { subject, [which]: result } of movements) {
      const group = groups.get(subject);
      const grade = result?.grade ?? null;
      if (group === undefined || grade === null) continue;
      const count = counts.get(group) ?? { people: 0, favourable: 0 };
      count.people += 1;
      if (favourable.includes(grade)) count.favourable += 1;
      counts.set(group, count);
    }
    const list: GroupCount[] = [...counts].map(([group, count]) => ({ group, ...count }));
    return groupRates(
      list.toSorted((a, b) => (a.group < b.group ? -1 : 1)),
      smallest,
    );
  };
  const unknown = movements.filter(({ subject, after }) => after !== null && !groups.has(subject)).length;
  return {
    dataset,
    column,
    favourable: [...favourable],
    smallest,
    unknown,
    before: side('before'),
    after: side('after'),
  };
}

/** What of a declaration does not fit the datasets there are. */
export function fairnessIssues(
  { fairness }: Company,
  datasets: readonly { readonly id: string; readonly columns: readonly { readonly id: string }[] }[],
) {
  return (fairness?.fields ?? []).flatMap((field, at) => {
    const dataset = datasets.find(({ id }) => id === field.dataset);
    const names = ['subject', 'column', ...(field.date === undefined ? [] : ['date'])] as const;
    const wrong = names.filter(
      (name) => dataset?.columns.every(({ id }) => id !== field[name as 'subject']) ?? true,
    );
    return wrong.map((name) => ({
      code: 'company.unknownColumn',
      severity: 'error' as const,
      pointer: `/fairness/fields/${at}/${name}`,
      params: { dataset: field.dataset, column: field[name as 'subject'] },
    }));
  });
}
