import { Temporal } from 'temporal-polyfill';
import { check, checkAgainstDatasets, hasErrors, periodOf } from '../../engine/index.ts';
import type { Issue, Period, Pilot } from '../../schemas/index.ts';
import { decide, type Considered } from '../decisions/decide.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import type { Change, ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { inForce } from '../version-comparisons/stale.ts';
import { lockedFrom, startOf } from './published.ts';
import { modelVersion, modelVersions } from './versions.ts';

/** A published version, or why there is none: findings in the document, or what is there already. */
export type Publishing =
  | { readonly made: ModelVersion }
  | { readonly findings: readonly Issue[] }
  | { readonly conflict: Issue }
  | { readonly stale: true };

/** Publishes what was approved from a period on; the periods before keep what they have. A period that is over asks for a reason of its own. */
export async function publish(
  store: Store,
  draft: ModelVersion,
  from: string,
  change: Change,
  {
    pastReason,
    pilot,
  }: { readonly pastReason?: string | undefined; readonly pilot?: Pilot | undefined } = {},
): Promise<Publishing> {
  const { document, key, version } = draft;
  if (draft.state !== 'approved') return conflict('model.notApproved', {});
  const [company] = await currentDefinitions(store, 'company');
  const timeZone = company?.document.timeZone ?? 'UTC';
  const period = periodOf(from, timeZone);
  if (period === undefined || period.cadence !== document.cadence) {
    return { findings: [error('model.period', { from, cadence: document.cadence })] };
  }
  if (isOver(period, change.at) && pastReason === undefined) {
    return { findings: [error('model.pastNeedsReason', { from })] };
  }
  const datasets = (await currentDefinitions(store, 'dataset')).map((item) => item.document);
  const found = check(document);
  const findings = hasErrors(found) ? found : [...found, ...checkAgainstDatasets(document, datasets)];
  if (hasErrors(findings)) return { findings };

  const answer = await decide<Publishing>(store, period.cadence, change, () =>
    consider(store, draft, period, change, pastReason, pilot),
  );
  if (answer !== undefined) return answer;
  const now = await modelVersion(store, key, version);
  return now?.change.request === change.request ? { made: now } : { stale: true };
}

async function consider(
  store: Store,
  draft: ModelVersion,
  period: Period,
  change: Change,
  pastReason: string | undefined,
  pilot: Pilot | undefined,
): Promise<Considered<Publishing>> {
  const { key, version, document } = draft;
  const now = await modelVersion(store, key, version);
  if (now?.change.request === change.request) return { answer: { made: now } };
  if (now?.revision !== draft.revision) return { answer: { stale: true } };
  const published = (await modelVersions(store)).filter(({ state }) => state === 'published');
  const later = published.find((other) => other.key === key && isLater(other, period, pilot));
  if (later !== undefined) {
    const params = { version: later.version, from: later.from ?? '' };
    return { answer: conflict('model.publishedLater', params) };
  }
  const rival = published.find(
    (other) =>
      other.key !== key &&
      other.document.stage === document.stage &&
      other.document.cadence === document.cadence &&
      other.document.subject === document.subject,
  );
  if (rival !== undefined) return { answer: { findings: [error('model.ambiguous', { model: rival.key })] } };
  if (await baseMoved(store, now)) return { answer: conflict('impact.stale', { reason: 'base' }) };
  const locked = await lockedFrom(store, period);
  if (locked !== undefined) return { answer: conflict('model.periodLocked', { period: locked }) };
  return {
    publish: {
      key,
      version,
      draft: draft.id,
      from: period.id,
      ...(pastReason !== undefined && { pastReason }),
      ...(pilot !== undefined && { pilot }),
    },
  };
}

/** What a version would come before. A pilot and what takes its place, or other pilots, may begin with the same period. */
function isLater(other: ModelVersion, { start, timeZone }: Period, pilot: Pilot | undefined): boolean {
  const begins = startOf(other, timeZone);
  return other.pilot === undefined && pilot === undefined ? begins >= start : begins > start;
}

/** Whether another version is in force than the one that the approved report compares with. */
async function baseMoved(store: Store, version: ModelVersion): Promise<boolean> {
  const report =
    version.report === undefined
      ? undefined
      : await store.collection('versionComparisons').get(version.report);
  if (report === undefined) return false;
  return ((await inForce(store, version.key, version))?.hash ?? null) !== (report.before?.hash ?? null);
}

/** Whether a period had ended when something was asked for. */
function isOver({ end, timeZone }: Period, at: string): boolean {
  return end <= Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function error(code: string, params: Readonly<Record<string, string | number>>): Issue {
  return { code, severity: 'error', params };
}

function conflict(code: string, params: Readonly<Record<string, string | number>>): Publishing {
  return { conflict: error(code, params) };
}
