import { describe, expect, it } from 'vitest';
import { placementsOn } from '../../engine/index.ts';
import type { DataRecord, Dataset } from '../../schemas/index.ts';

const name = { zh: '名', en: 'Name' };
const roster: Dataset = {
  format: 'meritscale/dataset/1',
  id: 'roster',
  name,
  key: ['person'],
  columns: [
    { id: 'person', name, type: 'person', required: true },
    { id: 'team', name, type: 'text', required: true },
    { id: 'role', name, type: 'text', required: false },
    { id: 'from', name, type: 'date', required: false },
    { id: 'to', name, type: 'date', required: false },
  ],
  placement: { kind: 'peopleInTeams', person: 'person', team: 'team', role: 'role', from: 'from', to: 'to' },
};

const record = (key: string, team: string, from: string | null, to: string | null): DataRecord => ({
  dataset: 'roster',
  key,
  values: { person: 'p1', team, role: 'seller', from, to },
});

function teamOn(day: string, records: readonly DataRecord[]): string | undefined {
  const placements = placementsOn(day, roster);
  for (const item of records) placements.take(item);
  return placements.placed().get('p1')?.where;
}

describe('where somebody is on a day', () => {
  const career = [
    record('a', 'East', null, null),
    record('b', 'West', '2026-04-01', '2026-07-01'),
    record('c', 'North', '2026-10-01', null),
  ];

  it.each([
    ['2020-01-01', 'East'],
    ['2026-03-31', 'East'],
    ['2026-04-01', 'West'],
    ['2026-06-30', 'West'],
    // Left: the placement before does not come to life again.
    ['2026-07-01', undefined],
    ['2026-12-31', 'North'],
  ])('on %s: %s', (day, team) => {
    expect(teamOn(day, career)).toBe(team);
    expect(teamOn(day, career.toReversed())).toBe(team);
  });

  it('two placements from the same day: the one with the greater key', () => {
    const twice = [record('1', 'East', '2026-01-01', null), record('2', 'West', '2026-01-01', null)];
    expect([teamOn('2026-02-01', twice), teamOn('2026-02-01', twice.toReversed())]).toEqual(['West', 'West']);
  });
});
