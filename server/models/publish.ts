import { check, checkAgainstDatasets, hasErrors, periodOf } from '../../engine/index.ts';
import type { Issue } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import type { Change, ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { startOf } from './published.ts';
import { modelVersions, reviseVersion } from './versions.ts';

/** A published version, or why there is none: findings in the document, or what is there already. */
export type Publishing =
  | { readonly made: ModelVersion }
  | { readonly findings: readonly Issue[] }
  | { readonly conflict: Issue }
  | { readonly stale: true };

/** Publishes a draft from a period on; the periods before keep what they have. */
export async function publish(
  store: Store,
  draft: ModelVersion,
  from: string,
  change: Change,
): Promise<Publishing> {
  const { document, key, version } = draft;
  if (draft.state !== 'draft') return conflict('model.notDraft', {});
  const [company] = await currentDefinitions(store, 'company');
  const timeZone = company?.document.timeZone ?? 'UTC';
  const period = periodOf(from, timeZone);
  if (period === undefined || period.cadence !== document.cadence) {
    return { findings: [error('model.period', { from, cadence: document.cadence })] };
  }
  const datasets = (await currentDefinitions(store, 'dataset')).map((item) => item.document);
  const found = check(document);
  const findings = hasErrors(found) ? found : [...found, ...checkAgainstDatasets(document, datasets)];
  if (hasErrors(findings)) return { findings };

  const published = (await modelVersions(store)).filter(({ state }) => state === 'published');
  const later = published.find((other) => other.key === key && startOf(other, timeZone) >= period.start);
  if (later !== undefined) {
    return conflict('model.publishedLater', { version: later.version, from: later.from ?? '' });
  }
  const rival = published.find(
    (other) =>
      other.key !== key &&
      other.document.stage === document.stage &&
      other.document.cadence === document.cadence &&
      other.document.subject === document.subject,
  );
  if (rival !== undefined) return { findings: [error('model.ambiguous', { model: rival.key })] };
  for await (const { id } of store.collection('runLocks').scan()) {
    const locked = periodOf(id, timeZone);
    if (locked?.cadence === period.cadence && locked.start >= period.start) {
      return conflict('model.periodLocked', { period: id });
    }
  }
  const content = { state: 'published' as const, basedOn: draft.basedOn, document, from };
  const outcome = await reviseVersion(store, key, version, draft, content, change);
  return 'made' in outcome ? outcome : { stale: true };
}

function error(code: string, params: Readonly<Record<string, string | number>>): Issue {
  return { code, severity: 'error', params };
}

function conflict(code: string, params: Readonly<Record<string, string | number>>): Publishing {
  return { conflict: error(code, params) };
}
