import { hashOf } from '../../engine/index.ts';
import type { Company, DueReview, ReviewOf } from '../../schemas/index.ts';
import type { ModelNote, ModelVersion } from '../store/documents.ts';

/** Months after which a review falls due, where the company says nothing else: what is usual, quarterly to yearly. */
const usual = { model: 3, weights: 6, metrics: 12 } as const;

/**
 * When the model that is in force is to be reviewed, and of what. What was changed by a published version counts as
 * reviewed when that was published.
 * @param versions of one model, and what was said of them.
 * @param today a calendar day.
 * @returns nothing of a model that is not published.
 */
export function reviewsDue(
  versions: readonly ModelVersion[],
  notes: readonly ModelNote[],
  { reviews }: Pick<Company, 'reviews'>,
  today: string,
): DueReview[] {
  const published = versions
    .filter(({ state }) => state === 'published')
    .toSorted((a, b) => a.version - b.version);
  if (published.length === 0) return [];
  return (['model', 'weights', 'metrics'] as const).flatMap((of) => {
    const days = [
      ...changedOn(published, of),
      ...notes.filter(({ reviewed }) => reviewed?.includes(of)).map(({ change }) => change.at),
    ].flatMap((at) => at?.slice(0, 10) ?? []);
    const last = days.toSorted().at(-1);
    // What came with the program was never published here: no day is known.
    if (last === undefined) return [];
    const due = monthsAfter(last, reviews?.[of] ?? usual[of]);
    return [{ of, due, isDue: due <= today }];
  });
}

function changedOn(published: readonly ModelVersion[], of: ReviewOf): (string | null)[] {
  return published.flatMap((version, at) => {
    const before = published[at - 1];
    const isNew = before === undefined || partOf(before, of) !== partOf(version, of);
    return isNew ? [version.change.at] : [];
  });
}

function partOf({ hash, document }: ModelVersion, of: ReviewOf): string {
  if (of === 'model') return hash;
  return hashOf(
    of === 'weights'
      ? document.metrics.map(({ id, weight }) => [id, String(weight)])
      : document.metrics.map(({ weight: _weight, ...metric }) => metric),
  );
}

/** The same day so many months later, or the last one of a month that is too short. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
