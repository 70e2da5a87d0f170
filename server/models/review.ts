import { check, checkAgainstDatasets, hasErrors } from '../../engine/index.ts';
import type { Action } from '../../engine/access/policy.ts';
import type { Issue, ModelVersionState } from '../../schemas/index.ts';
import { currentDefinitions } from '../definitions/definitions.ts';
import type { Change, ModelVersion } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { staleReasons } from '../version-comparisons/stale.ts';
import { keptOf, reviseVersion } from './versions.ts';
import { versionId } from './version-id.ts';

/** A step in the life of a version, before it is published. */
export interface Step {
  readonly from: readonly ModelVersionState[];
  /** Undefined: the state stays. */
  readonly to?: ModelVersionState;
  /** What one must be allowed to do with models. */
  readonly action: Action;
  readonly summary: string;
}

/** By the last word of the route. */
export const steps = {
  submission: { from: ['draft'], to: 'inReview', action: 'update', summary: 'Put a draft up for review' },
  approval: { from: ['inReview'], to: 'approved', action: 'approve', summary: 'Approve what others wrote' },
  return: {
    from: ['inReview', 'approved'],
    to: 'draft',
    action: 'review',
    summary: 'Send a version back: a draft again',
  },
  rejection: {
    from: ['inReview', 'approved'],
    to: 'rejected',
    action: 'review',
    summary: 'Turn a version down',
  },
  withdrawal: {
    from: ['inReview', 'approved'],
    to: 'draft',
    action: 'update',
    summary: 'Take a version back from review: a draft again',
  },
  hearing: {
    from: ['draft', 'inReview'],
    action: 'review',
    summary: 'Put a version up for hearing by the sellers’ representatives',
  },
  hearingEnd: { from: ['draft', 'inReview', 'approved'], action: 'review', summary: 'End its hearing' },
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = keyof typeof steps;

/** The version after the step, or why it is not taken. */
export type Stepped =
  | { readonly made: ModelVersion }
  | { readonly findings: readonly Issue[] }
  | { readonly conflict: Issue }
  | { readonly stale: true };

/** Takes a version a step on. @param report the impact report that a draft is put up with. */
export async function takeStep(
  store: Store,
  version: ModelVersion,
  name: StepName,
  change: Change,
  report?: string,
): Promise<Stepped> {
  const step: Step = steps[name];
  if (!step.from.includes(version.state)) {
    return conflict('model.otherState', { state: version.state });
  }
  const refused =
    name === 'submission'
      ? await notToSubmit(store, version, report)
      : name === 'approval'
        ? await notToApprove(store, version, change)
        : undefined;
  if (refused !== undefined) return refused;
  const { hearing: _heard, ...kept } = keptOf(version);
  const isHeard = name === 'hearing' || (version.hearing === true && name !== 'hearingEnd');
  const content = { ...kept, ...(isHeard && { hearing: true as const }), state: step.to ?? version.state };
  const outcome = await reviseVersion(
    store,
    version.key,
    version.version,
    version,
    {
      ...content,
      ...(name === 'submission' && { round: (version.round ?? 0) + 1, report: report! }),
      ...(name === 'approval' && change.by !== null && { approvedBy: change.by }),
    },
    change,
  );
  return 'made' in outcome ? outcome : { stale: true };
}

/** Only what is right goes to review, with a report of this very draft on the data as they are. */
async function notToSubmit(
  store: Store,
  version: ModelVersion,
  report: string | undefined,
): Promise<Stepped | undefined> {
  if (version.text !== undefined) return conflict('model.unreadText', {});
  const datasets = (await currentDefinitions(store, 'dataset')).map(({ document }) => document);
  const found = check(version.document);
  const findings = hasErrors(found) ? found : [...found, ...checkAgainstDatasets(version.document, datasets)];
  if (hasErrors(findings)) return { findings };
  return refusedReport(store, version, report);
}

async function refusedReport(
  store: Store,
  version: ModelVersion,
  id: string | undefined,
): Promise<Stepped | undefined> {
  const report = id === undefined ? undefined : await store.collection('versionComparisons').get(id);
  if (report === undefined) return conflict('impact.missing', {});
  if (report.after.version !== versionId(version)) {
    return conflict('impact.otherDraft', { version: report.after.version });
  }
  const [reason] = await staleReasons(store, report);
  return reason === undefined ? undefined : conflict('impact.stale', { reason });
}

/** Nobody approves what they wrote, or what is not known to move whom the report says. */
async function notToApprove(
  store: Store,
  version: ModelVersion,
  { by }: Change,
): Promise<Stepped | undefined> {
  if (by === null || version.authors.includes(by)) return conflict('model.ownChange', {});
  return refusedReport(store, version, version.report);
}

function conflict(code: string, params: Readonly<Record<string, string | number>>): Stepped {
  return { conflict: { code, severity: 'error', params } };
}
