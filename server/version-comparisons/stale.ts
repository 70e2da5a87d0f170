import type { StaleReason } from '../../schemas/index.ts';
import { modelVersion, modelVersions } from '../models/versions.ts';
import { parseVersionId } from '../models/version-id.ts';
import type { ModelVersion, VersionComparison } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { periodsOf } from './compare.ts';
import { dataNow } from './data-now.ts';

/** What has moved on since two versions were compared; nothing, and the comparison made anew would say the same. */
export async function staleReasons(store: Store, comparison: VersionComparison): Promise<StaleReason[]> {
  const { before, after, periods } = comparison;
  const [from, to] = [await standing(store, before?.version), await standing(store, after.version)];
  const reasons: StaleReason[] = [];
  if (to?.hash !== after.hash) reasons.push('after');
  const base = await inForce(store, comparison.key, to);
  if (to?.state !== 'published' && (base?.hash ?? null) !== (before?.hash ?? null)) reasons.push('base');
  const models = [from, to].flatMap((version) => (version === undefined ? [] : [version.document]));
  const found = to === undefined ? undefined : await periodsOf(store, periods, to.document);
  const isSame =
    found !== undefined &&
    'periods' in found &&
    (await dataNow(store, models, found.periods)) === comparison.data;
  if (!isSame) reasons.push('data');
  return reasons;
}

/** The version that a draft would take the place of: the one published last for everybody, before it. */
export async function inForce(
  store: Store,
  key: string,
  draft: ModelVersion | undefined,
): Promise<ModelVersion | undefined> {
  return (await modelVersions(store, key))
    .filter(
      ({ state, version, pilot }) =>
        state === 'published' && pilot === undefined && version !== draft?.version,
    )
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    .at(-1);
}

async function standing(store: Store, id: string | undefined): Promise<ModelVersion | undefined> {
  const parsed = id === undefined ? undefined : parseVersionId(id);
  return parsed === undefined ? undefined : modelVersion(store, parsed.key, parsed.version);
}
