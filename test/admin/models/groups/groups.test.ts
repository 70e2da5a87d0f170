import { describe, expect, it } from 'vitest';
import { isGroupInUse, withNewGroup } from '../../../../admin/models/groups/group-list.ts';
import { check } from '../../../../engine/index.ts';
import { g3Model } from '../../../support/models.ts';

describe('groups', () => {
  it('can be added, each with an id of its own, and the model stays right', () => {
    const model = withNewGroup(withNewGroup(g3Model()));
    expect(new Set(model.groups.map(({ id }) => id)).size).toBe(3);
    expect(check(model)).toEqual([]);
  });

  it('are in use where metrics or other groups belong to them', () => {
    const model = withNewGroup(g3Model());
    const { id } = model.groups[1]!;
    expect([isGroupInUse(model, 'all'), isGroupInUse(model, id)]).toEqual([true, false]);
    const below = { ...model, groups: [{ ...model.groups[0]!, parent: id }, model.groups[1]!] };
    expect(isGroupInUse(below, id)).toBe(true);
  });
});
