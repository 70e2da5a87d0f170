import { describe, expect, it } from 'vitest';
import { deedOf } from '../../../admin/audit/deeds.ts';
import { fieldTexts } from '../../../admin/audit/field-texts.ts';
import { fieldName, fieldValue, type Words } from '../../../admin/audit/field-words.ts';
import { addressOf, datasetKeyOf, modelVersionOf } from '../../../admin/audit/record-address.ts';
import { texts } from '../../../admin/audit/texts.ts';

const entry = (resource: string, action: string, before: unknown = null, after: unknown = null) => ({
  resource,
  action,
  before,
  after,
  record: 'p1',
  by: { id: 'p2', name: 'B' },
});
const account = (active: boolean, role: string, passwordChanged?: boolean) => ({
  active,
  grants: [{ role }],
  ...(passwordChanged !== undefined && { passwordChanged }),
});
const words: Words = {
  t: fieldTexts.en,
  grants: (grants) => grants.map(({ role }) => role.toUpperCase()).join(' '),
  stage: (id) => `stage ${id}`,
  dataset: (id) => `dataset ${id}`,
  number: String,
};

describe('what somebody did', () => {
  it.each([
    ['account', 'create', 'accountMade'],
    ['company', 'update', 'companyChanged'],
    ['dataset', 'update', 'datasetChanged'],
    ['import', 'create', 'fileImported'],
    ['model', 'create', 'draftMade'],
    ['model', 'update', 'draftChanged'],
    ['model', 'publish', 'modelPublished'],
    ['person', 'update', 'personRenamed'],
    ['record', 'create', 'recordAdded'],
    ['record', 'update', 'recordCorrected'],
    ['run', 'lock', 'runLocked'],
    ['team', 'create', 'stageSet'],
    ['constructor', 'update', 'somethingElse'],
    ['toString', '', 'somethingElse'],
  ])('to a %s by %s is said as %s', (resource, action, deed) => {
    expect(deedOf(entry(resource, action))).toBe(deed);
    expect(Object.hasOwn(texts.en, deed)).toBe(true);
  });

  it('to an account is what weighs most of it', () => {
    const deed = (before: object, after: object) => deedOf(entry('account', 'update', before, after));
    expect(deed(account(true, 'hr'), account(false, 'admin', true))).toBe('accountDeactivated');
    expect(deed(account(false, 'hr'), account(true, 'hr', false))).toBe('accountReactivated');
    expect(deed(account(true, 'hr'), account(true, 'admin', true))).toBe('rolesChanged');
    expect(deed(account(true, 'hr'), account(true, 'hr', true))).toBe('passwordGiven');
    expect(deed(account(true, 'hr'), account(true, 'hr', false))).toBe('accountChanged');
    const own = entry('account', 'update', account(true, 'hr'), account(true, 'hr', true));
    expect(deedOf({ ...own, by: { id: 'p1', name: null } })).toBe('ownPassword');
    expect(deedOf({ ...own, by: null })).toBe('passwordGiven');
  });

  it.each([
    ['draft', 'inReview', 'versionPutUp'],
    ['inReview', 'approved', 'versionApproved'],
    ['approved', 'draft', 'versionSentBack'],
    ['inReview', 'rejected', 'versionTurnedDown'],
  ])('to a version that went from %s to %s is said as %s', (before, after, deed) => {
    expect(deedOf(entry('model', 'update', { state: before }, { state: after }))).toBe(deed);
    expect(Object.hasOwn(texts.en, deed)).toBe(true);
  });

  it('to a draft is that it was given up, where it was', () => {
    const [draft, withdrawn] = [{ state: 'draft' }, { state: 'withdrawn' }];
    expect(deedOf(entry('model', 'update', draft, withdrawn))).toBe('draftGivenUp');
    expect(deedOf(entry('model', 'update', draft, draft))).toBe('draftChanged');
  });
});

describe('a field in the log', () => {
  const field = (path: readonly string[], after: unknown) => ({ path, before: undefined, after });

  it('is called by words, and by the ids that people gave', () => {
    expect(fieldName(field(['stages', 'closing', 'name', 'zh'], 'x'), fieldTexts.en)).toBe(
      'Stages · closing · Name · Chinese',
    );
    expect(fieldName(field(['changed'], 12), fieldTexts.en)).toBe('Changed');
    expect(fieldName(field(['changed'], ['name']), fieldTexts.en)).toBe('What was changed');
    expect(fieldName(field(['constructor'], 1), fieldTexts.en)).toBe('constructor');
  });

  it.each([
    [['active'], false, 'no'],
    [['state'], 'withdrawn', 'given up'],
    [['state'], 'unheard', 'unheard'],
    [['from'], null, 'since ever'],
    [['from'], undefined, '—'],
    [['grants'], [{ role: 'hr' }], 'HR'],
    [['stage'], 'mature', 'stage mature'],
    [['dataset'], 'deals', 'dataset deals'],
    [['changed'], ['name'], 'name'],
    [['passwordChanged'], true, 'set anew'],
    [['rows'], 12, '12'],
    [['sha256'], 'ab'.repeat(32), 'abababababab…'],
    [['odd'], { a: 1 }, '{"a":1}'],
  ])('at %j: %j is read as %s', (path, value, text) => {
    expect(fieldValue(path, value, words)).toBe(text);
  });
});

describe('what an entry is about', () => {
  it('is found again where the admin shows it', () => {
    expect(addressOf({ resource: 'model', record: 'a@b@3' })?.to).toBe('/models/a%40b/show');
    expect(addressOf({ resource: 'record', record: 'deals~D/1' })).toEqual({
      to: '/records/deals~D%2F1',
      needs: 'record',
    });
    expect(addressOf({ resource: 'company', record: 'company' })).toBeUndefined();
  });

  it('is told apart into its parts', () => {
    expect(modelVersionOf('a@b@3')).toEqual({ key: 'a@b', version: '3' });
    expect(datasetKeyOf('deals~a~b')).toEqual({ dataset: 'deals', key: 'a~b' });
  });
});
