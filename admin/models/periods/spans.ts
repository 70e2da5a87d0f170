import { periodOf } from '../../../engine/period/period.ts';
import type { PublishedVersion } from '../../../schemas/index.ts';

/** A stretch of periods that one version holds for. */
export interface Span {
  readonly version: number;
  /** First period; null: since ever. */
  readonly from: string | null;
  /** The first period that another version holds for; null: none yet. */
  readonly until: string | null;
}

/**
 * What holds for which periods, in their order. A later version (a higher number) stands in place of earlier ones from its
 * first period on; a version that never holds, or for a pilot only, is not among them.
 */
export function spansOf(published: readonly PublishedVersion[]): Span[] {
  const byVersion = published.filter(({ pilot }) => !pilot).toSorted((a, b) => a.version - b.version);
  let spans: { version: number; from: string | null }[] = [];
  for (const { version, from } of byVersion) {
    spans = [...spans.filter((span) => startOf(span.from) < startOf(from)), { version, from }];
  }
  return spans.map(({ version, from }, place) => ({ version, from, until: spans[place + 1]?.from ?? null }));
}

/** The version that holds for a day, such as today; undefined where none does yet. */
export function versionOn(spans: readonly Span[], day: string): number | undefined {
  return spans.findLast(({ from }) => startOf(from) <= day)?.version;
}

/** The first day, so that periods compare as texts; before all days where it holds since ever. */
function startOf(period: string | null): string {
  return period === null ? '' : (periodOf(period, 'UTC')?.start ?? '');
}
