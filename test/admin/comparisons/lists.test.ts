import { expect, test } from 'vitest';
import { importsInBetween } from '../../../admin/comparisons/imports-in-between.ts';
import { movementsCsv, type MovementsWords } from '../../../admin/comparisons/movements-csv.ts';
import {
  causeOf,
  choiceOf,
  movedCauses,
  movementsAddress,
} from '../../../admin/comparisons/movements-filter.ts';
import { runDifferences } from '../../../admin/comparisons/run-differences.ts';
import type { ImportView, MovementView, RunView } from '../../../schemas/index.ts';

test('all who moved are one choice, and a cause is itself', () => {
  expect(choiceOf(causeOf('moved'))).toBe('moved');
  expect(causeOf('moved')).toEqual(movedCauses);
  expect(movedCauses).not.toContain('none');
  expect(choiceOf(causeOf('rule'))).toBe('rule');
  expect(choiceOf(undefined)).toBe('');
});

test('an address of filtered movements survives any name of a team', () => {
  const address = movementsAddress('a~b', { team: '华东 & "East"' });
  const query = new URL(address, 'http://localhost').searchParams.get('filter');
  expect(JSON.parse(query!)).toEqual({ team: '华东 & "East"' });
  expect(address).toMatch(/^\/comparisons\/a~b\?/);
});

const run = (change: object, models: readonly object[]) =>
  ({
    run: { records: 'r', people: 'p', company: 'c', datasets: { a: '1', b: '2' }, ...change },
    models,
  }) as unknown as RunView;

test('what two runs were made from is told apart by its hashes, whatever the order', () => {
  const models = [
    { key: 'x', hash: '1', version: 1 },
    { key: 'y', hash: '2', version: 1 },
  ];
  const same = runDifferences(
    run({}, models),
    run({ datasets: { b: '2', a: '1' } }, [models[1]!, models[0]!]),
  );
  expect(same).toMatchObject({ records: false, people: false, settings: false });
  expect(same.models.map((pair) => pair.same)).toEqual([true, true]);
  const other = runDifferences(
    run({}, models),
    run({ records: 'R', datasets: { a: '1' } }, [{ key: 'x', hash: '9', version: 2 }]),
  );
  expect(other).toMatchObject({ records: true, people: false, settings: true });
  expect(other.models).toMatchObject([
    { key: 'x', same: false, after: { version: 2 } },
    { key: 'y', same: false, after: undefined },
  ]);
});

test('imports between two runs are counted by file and by person, what was typed in has no file', () => {
  const came = (commit: number, file: string, added: number, by = 'hr') =>
    ({
      id: String(commit),
      commit,
      dataset: 'deals',
      file,
      at: `2026-10-0${commit}`,
      by: { id: by, name: by },
      counts: { added, changed: 1 },
    }) as unknown as ImportView;
  const imports = [
    came(1, 'a.csv', 9),
    came(2, 'form', 1),
    came(3, 'form', 2),
    came(4, 'b.csv', 3),
    came(5, 'b.csv', 3),
  ];
  expect(importsInBetween(imports, 1, 4)).toMatchObject([
    { file: 'b.csv', added: 3, changed: 1, at: '2026-10-04' },
    { file: null, added: 3, changed: 2, at: '2026-10-03' },
  ]);
  expect(importsInBetween(imports, 5, 5)).toEqual([]);
});

test('a file of movements has figures as numbers and no formula in a name', () => {
  const words: MovementsWords = {
    heads: {
      person: 'Person',
      name: 'Name',
      team: 'Team',
      cause: 'Cause',
      compositeBefore: 'Before',
      byRule: 'Rules',
      byData: 'Data',
      compositeAfter: 'After',
      delta: 'Change',
      gradeBefore: 'Grade before',
      gradeAfter: 'Grade after',
      gradeMove: 'Move',
      ruleOf: (metric) => `${metric} rules`,
      dataOf: (metric) => `${metric} data`,
    },
    metrics: [{ id: 'nps', name: { zh: '净推荐', en: 'NPS' } }],
    label: ({ en }) => en,
    causeName: (cause) => cause,
    moveName: (move) => move,
    gradeName: (id) => `grade ${id}`,
  };
  const movement = {
    person: 'p1',
    name: '=cmd()',
    team: 'East',
    cause: 'rule',
    gradeMove: 'down',
    before: { composite: '90.00', grade: 'good', model: 'm' },
    after: { composite: '88.50', grade: null, model: 'm' },
    delta: '-1.50',
    rule: '-1.50',
    data: '0.00',
    metrics: [{ id: 'nps', rule: '-1.50', data: '0.00' }],
  } as unknown as MovementView;
  const [head, row] = movementsCsv([movement], words).trim().split('\r\n');
  expect(head).toContain('NPS rules,NPS data');
  expect(row).toBe(`p1,'=cmd(),East,rule,90.00,-1.50,0.00,88.50,-1.50,grade good,,down,-1.50,0.00`);
});
