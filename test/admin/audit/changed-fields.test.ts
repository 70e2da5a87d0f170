import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedFields } from '../../../admin/audit/changed-fields.ts';
import { campaignSeed } from '../../support/random.ts';

const seed = campaignSeed(20261124);

describe('the fields a change touched', () => {
  it('are those that differ, with what was and what is', () => {
    const before = { state: 'draft', from: null, kept: 1, gone: 'x' };
    const after = { state: 'published', from: '2026-Q3', kept: 1, came: true };
    expect(changedFields(before, after)).toEqual([
      { path: ['state'], before: 'draft', after: 'published' },
      { path: ['from'], before: null, after: '2026-Q3' },
      { path: ['came'], before: undefined, after: true },
      { path: ['gone'], before: 'x', after: undefined },
    ]);
  });

  it('are all of what was made, and all of what was removed', () => {
    expect(changedFields(null, { stage: 'mature' })).toEqual([
      { path: ['stage'], before: undefined, after: 'mature' },
    ]);
    expect(changedFields({ stage: 'mature' }, null)).toEqual([
      { path: ['stage'], before: 'mature', after: undefined },
    ]);
    expect(changedFields(null, null)).toEqual([]);
  });

  it('follow the items of a list by their ids, wherever they stand', () => {
    const list = (...ids: string[]) => ({ stages: ids.map((id) => ({ id, name: id.toUpperCase() })) });
    expect(changedFields(list('a', 'b'), list('b', 'a'))).toEqual([]);
    expect(changedFields(list('a'), list('a', 'b')).map(({ path }) => path)).toEqual([
      ['stages', 'b', 'id'],
      ['stages', 'b', 'name'],
    ]);
  });

  it('read roles, and lists whose items have no ids of their own, as a whole', () => {
    const [one, two] = [[{ role: 'hr' }], [{ role: 'hr' }, { role: 'seller' }]];
    expect(changedFields({ grants: one }, { grants: two })).toEqual([
      { path: ['grants'], before: one, after: two },
    ]);
    const same = [{ id: 'a' }, { id: 'a' }];
    expect(changedFields({ list: same }, { list: [] })).toEqual([
      { path: ['list'], before: same, after: [] },
    ]);
  });

  it('leave out revisions, and a password that was not changed', () => {
    const before = { revision: 1, active: true };
    expect(changedFields(before, { revision: 2, active: true, passwordChanged: false })).toEqual([]);
    expect(changedFields(before, { revision: 2, active: true, passwordChanged: true })).toEqual([
      { path: ['passwordChanged'], before: undefined, after: true },
    ]);
  });

  it('are none of what is the same, and turned round where before and after are', () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(json, json, (one, two) => {
        expect(changedFields(one, structuredClone(one))).toEqual([]);
        const there = changedFields({ one }, { one: two });
        const back = changedFields({ one: two }, { one });
        const turned = back.map(({ path, before, after }) => ({ path, before: after, after: before }));
        expect(new Set(there.map((field) => JSON.stringify(field)))).toEqual(
          new Set(turned.map((field) => JSON.stringify(field))),
        );
      }),
      { seed },
    );
  });
});
