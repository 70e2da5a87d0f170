import { canonical } from '../../engine/index.ts';
import type { AuditEntryView } from '../../schemas/index.ts';

/** What somebody did, by the name of the text that says it. */
export type Deed =
  | 'accountMade'
  | 'ownPassword'
  | 'passwordGiven'
  | 'accountDeactivated'
  | 'accountReactivated'
  | 'rolesChanged'
  | 'accountChanged'
  | 'personRenamed'
  | 'stageSet'
  | 'recordAdded'
  | 'recordCorrected'
  | 'fileImported'
  | 'draftMade'
  | 'draftChanged'
  | 'draftGivenUp'
  | 'versionPutUp'
  | 'versionApproved'
  | 'versionSentBack'
  | 'versionTurnedDown'
  | 'modelPublished'
  | 'companyChanged'
  | 'datasetChanged'
  | 'runLocked'
  | 'somethingElse';

/** What the log can be filtered by. */
export const resources = [
  'account',
  'company',
  'dataset',
  'import',
  'model',
  'person',
  'record',
  'run',
  'team',
] as const;

type Entry = Pick<AuditEntryView, 'action' | 'resource' | 'record' | 'by' | 'before' | 'after'>;

const plain: Readonly<Record<string, Deed>> = {
  'account create': 'accountMade',
  'person update': 'personRenamed',
  'team create': 'stageSet',
  'record create': 'recordAdded',
  'record update': 'recordCorrected',
  'import create': 'fileImported',
  'model create': 'draftMade',
  'model update': 'draftChanged',
  'model publish': 'modelPublished',
  'company update': 'companyChanged',
  'dataset update': 'datasetChanged',
  'run lock': 'runLocked',
};

/** What brings a version of a model to a state. */
const modelSteps: Readonly<Record<string, Deed>> = {
  draft: 'versionSentBack',
  inReview: 'versionPutUp',
  approved: 'versionApproved',
  rejected: 'versionTurnedDown',
  withdrawn: 'draftGivenUp',
};

/** What an entry of the log says was done; where one change did several things, the one that weighs most. */
export function deedOf(entry: Entry): Deed {
  const { action, resource, before, after } = entry;
  if (resource === 'account' && action === 'update') return accountDeed(entry);
  const [was, is] = [fieldOf(before, 'state'), fieldOf(after, 'state')];
  if (resource === 'model' && action === 'update' && typeof is === 'string' && was !== is) {
    const step = Object.hasOwn(modelSteps, is) ? modelSteps[is] : undefined;
    if (step !== undefined) return step;
  }
  const name = `${resource} ${action}`;
  return Object.hasOwn(plain, name) ? plain[name]! : 'somethingElse';
}

function accountDeed({ record, by, before, after }: Entry): Deed {
  const was = fieldOf(before, 'active');
  const is = fieldOf(after, 'active');
  if (was === true && is === false) return 'accountDeactivated';
  if (was === false && is === true) return 'accountReactivated';
  const grants = [before, after].map((side) => canonical(fieldOf(side, 'grants') ?? null));
  if (grants[0] !== grants[1]) return 'rolesChanged';
  if (fieldOf(after, 'passwordChanged') !== true) return 'accountChanged';
  return by?.id === record ? 'ownPassword' : 'passwordGiven';
}

/** A field of what the log kept of a record; undefined where there is none. */
export function fieldOf(kept: unknown, name: string): unknown {
  if (typeof kept !== 'object' || kept === null || !Object.hasOwn(kept, name)) return undefined;
  return (kept as Readonly<Record<string, unknown>>)[name];
}
