import { analyse, check, compile, hasErrors, hashOf, isMoved, semantics } from '../../engine/index.ts';
import type { Issue, Model, Period, VersionComparisonRequest } from '../../schemas/index.ts';
import { parseVersionId } from '../models/version-id.ts';
import { modelVersion } from '../models/versions.ts';
import { periodNow } from '../runs/pins.ts';
import type { Change, ComparedVersion, ModelVersion, VersionComparison } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { compareIn, type InPeriod } from './compare-in.ts';
import { dataNow } from './data-now.ts';
import { fairnessOf } from './fairness.ts';
import { seenFindings } from './seen-findings.ts';
import { summaryOf } from './summary.ts';

const chunk = 1000;
type Failed = { readonly issues: readonly Issue[] };

/**
 * Judges everybody by two versions of a model over stored periods, and keeps what differs. It is seen once it is whole;
 * asked again of the same versions and the same data, it is the same.
 */
export async function compareStoredVersions(
  store: Store,
  order: VersionComparisonRequest,
  change: Change,
  onProgress: (done: number, all: number) => void,
): Promise<{ readonly made: string } | Failed> {
  const asked = await versionsOf(store, order);
  if ('issues' in asked) return asked;
  const { before, after } = asked;
  const periods = await periodsOf(store, order.periods, after.document);
  if ('issues' in periods) return periods;
  const models = [...(before === undefined ? [] : [before.document]), after.document];
  const data = await dataNow(store, models, periods.periods);
  const shares = order.shares === true && before !== undefined;
  const id = comparisonId({ before: before?.hash ?? null, after, periods: order.periods, data, shares });
  if ((await store.collection('versionComparisons').get(id)) !== undefined) return { made: id };

  const compared: InPeriod[] = [];
  for (const [index, period] of periods.periods.entries()) {
    const found = await compareIn(store, before?.document, after.document, period, shares, (done, all) =>
      onProgress(index * all + done, periods.periods.length * all),
    );
    if ('issues' in found) return found;
    compared.push(found);
  }
  const movements = compared.flatMap(({ period, movements: all, sharesOf }) =>
    all
      .filter(isMoved)
      .map((movement) => ({ ...movement, ...sharesOf(movement.subject), period: period.id })),
  );
  const docs = movements.map(
    ({ period, subject, team, before: from, after: to, move, delta, payDelta, shares: own, flip }) => ({
      id: `${id}/${period}/${encodeURIComponent(subject)}`,
      comparison: id,
      period,
      subject,
      team: team ?? '',
      before: shortOf(from),
      after: shortOf(to),
      move,
      delta: delta === null ? null : Number(delta),
      size: delta === null ? null : Math.abs(Number(delta)),
      exact: delta,
      payDelta,
      shares: own,
      flip,
    }),
  );
  for (let start = 0; start < docs.length; start += chunk) {
    await store.collection('versionMovements').insertMany(docs.slice(start, start + chunk));
  }
  const comparison: VersionComparison = {
    id,
    key: after.key,
    before: before === undefined ? null : comparedOf(before),
    after: comparedOf(after),
    periods: [...order.periods],
    data,
    change,
    ...summaryOf(compared),
    findings: [
      ...check(after.document),
      ...analyse(after.document),
      ...(await seenFindings(store, after.document, compared)),
    ],
    fairness: await fairnessIn(store, after.document, compared),
  };
  await store.collection('versionComparisons').insert(comparison);
  return { made: id };
}

/** Of the last period: people who are judged month after month are not more people. */
async function fairnessIn(store: Store, { subject }: Model, compared: readonly InPeriod[]) {
  const last = compared.at(-1);
  return last === undefined || subject !== 'person' ? [] : fairnessOf(store, last.period, last.movements);
}

/** Known by what it is made from. */
function comparisonId(of: {
  readonly before: string | null;
  readonly after: ModelVersion;
  readonly periods: readonly string[];
  readonly data: string;
  readonly shares: boolean;
}): string {
  const { after, ...rest } = of;
  return hashOf({ semantics, ...rest, after: after.hash, key: after.key, version: after.version }).slice(
    0,
    16,
  );
}

/** The versions that were asked for, as they stand, and that they can be judged by. */
export async function versionsOf(
  store: Store,
  { before, after }: Pick<VersionComparisonRequest, 'before' | 'after'>,
): Promise<{ readonly before: ModelVersion | undefined; readonly after: ModelVersion } | Failed> {
  const [from, to] = [await named(store, before), await named(store, after)];
  if (to === undefined || (before !== null && from === undefined)) {
    return { issues: [{ code: 'request.notFound', severity: 'error' }] };
  }
  if (from !== undefined && from.key !== to.key) {
    return {
      issues: [
        {
          code: 'comparison.otherModel',
          severity: 'error',
          params: { before: from.key, after: to.key },
        },
      ],
    };
  }
  for (const version of [from, to]) {
    const findings = version === undefined ? [] : check(version.document);
    if (hasErrors(findings)) return { issues: findings };
  }
  return { before: from, after: to };
}

async function named(store: Store, id: string | null): Promise<ModelVersion | undefined> {
  const parsed = id === null ? undefined : parseVersionId(id);
  return parsed === undefined ? undefined : modelVersion(store, parsed.key, parsed.version);
}

/** The periods, all of the model's kind. */
export async function periodsOf(
  store: Store,
  ids: readonly string[],
  { cadence }: Model,
): Promise<{ readonly periods: readonly Period[] } | Failed> {
  const periods: Period[] = [];
  for (const id of ids) {
    const now = await periodNow(store, id);
    if ('issues' in now) return now;
    if (now.period.cadence !== cadence) {
      return { issues: [{ code: 'period.cadence', severity: 'error', params: { period: id, cadence } }] };
    }
    periods.push(now.period);
  }
  return { periods };
}

function comparedOf(version: ModelVersion): ComparedVersion {
  return { version: `${version.key}@${version.version}`, hash: compile(version.document).hash };
}

function shortOf(result: InPeriod['movements'][number]['before']) {
  if (result === null) return null;
  const { composite, grade, pay } = result;
  return { composite, grade, ...(pay !== undefined && { pay: pay.total }) };
}
