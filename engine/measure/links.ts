import type { DataRecord, Dataset, Period, RelatedAggregate } from '../../schemas/index.ts';

/** Takes records in any order and tells whom they relate to a subject. */
export interface Links {
  /** Never true: what says who belongs together is counted by no measure. */
  take(record: DataRecord): false;
  to(subject: string): string | undefined;
}

/** Of several records of a subject the latest counts, of those with one date the one with the greater key. */
export function linksOf({ from, to, date }: RelatedAggregate, { columns }: Dataset, period: Period): Links {
  const isInstant = columns.find(({ id }) => id === date)?.type === 'instant';
  const end = isInstant ? period.endInstant : period.end;
  const latest = new Map<string, { readonly at: string; readonly key: string; readonly to: string }>();
  return {
    take({ key, values }) {
      const [subject, other] = [values[from] ?? null, values[to] ?? null];
      const at = date === undefined ? '' : (values[date] ?? null);
      if (subject === null || other === null || at === null || (at !== '' && at >= end)) return false;
      const known = latest.get(subject);
      if (known === undefined || at > known.at || (at === known.at && key > known.key))
        latest.set(subject, { at, key, to: other });
      return false;
    },
    to: (subject) => latest.get(subject)?.to,
  };
}
