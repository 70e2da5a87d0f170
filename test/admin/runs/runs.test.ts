import { expect, test } from 'vitest';
import { gradeGroups } from '../../../admin/runs/distribution-view.ts';
import { resultsAddress } from '../../../admin/runs/distribution-props.ts';
import { inOrder } from '../../../admin/runs/in-order.ts';
import { withNames } from '../../../admin/runs/issue-names.ts';
import { isPeriodId } from '../../../admin/runs/is-period-id.ts';
import { resultsCsv, type ResultsWords } from '../../../admin/runs/results-csv.ts';
import { whereToMend } from '../../../admin/runs/where-to-mend.ts';
import type { Distribution, ResultView, RunView } from '../../../schemas/index.ts';

const distribution: Distribution = {
  run: 'r',
  total: 6,
  counts: [
    { model: 'expansion', stage: 'expansion', team: 'East', grade: 'good', count: 2 },
    { model: 'expansion', stage: 'expansion', team: 'East', grade: 'excellent', count: 1 },
    { model: 'expansion', stage: 'expansion', team: 'West', grade: null, count: 1 },
    { model: 'mature', stage: 'mature', team: 'South', grade: 'odd', count: 2 },
  ],
};

test('grades stand from the best to the worst, unknown ones after them, nobody is lost', () => {
  const { grades, all, groups } = gradeGroups(distribution, 'model', ['excellent', 'good', 'poor']);
  expect(grades).toEqual(['excellent', 'good', 'poor', 'odd', null]);
  expect(all.counts.map(({ count }) => count)).toEqual([1, 2, 0, 2, 1]);
  expect(groups.map(({ key, total }) => [key, total])).toEqual([
    ['expansion', 4],
    ['mature', 2],
  ]);
});

test('by team the same people are counted', () => {
  const { groups } = gradeGroups(distribution, 'team', ['excellent', 'good']);
  expect(groups.map(({ total }) => total).reduce((a, b) => a + b, 0)).toBe(distribution.total);
  expect(groups.map(({ key }) => key)).toEqual(['East', 'South', 'West']);
});

test('where nobody is without a grade there is no column for it', () => {
  const counts = distribution.counts.filter(({ grade }) => grade !== null);
  expect(gradeGroups({ ...distribution, counts }, 'team', ['excellent']).grades).not.toContain(null);
});

test('an address of filtered results survives any name of a team', () => {
  const address = resultsAddress('abc', { team: '华东 & "East"', grade: 'a' });
  const query = new URL(address, 'http://localhost').searchParams.get('filter');
  expect(JSON.parse(query!)).toEqual({ team: '华东 & "East"', grade: 'a' });
});

test('the run started first is the one before, and among those of the command line the one of the fewer imports', () => {
  const run = (id: string, startedAt: string | null, commit: number) =>
    ({ id, startedAt, run: { commit } }) as unknown as RunView;
  const ids = (...runs: RunView[]) => inOrder(runs).map(({ id }) => id);
  expect(ids(run('b', '2026-10-02T00:00:00Z', 3), run('a', '2026-10-01T00:00:00Z', 9))).toEqual(['a', 'b']);
  expect(ids(run('b', null, 10), run('a', null, 9))).toEqual(['a', 'b']);
});

test('a period is known by its name before the server is asked', () => {
  expect(['2026-Q3', '2026-H1', '2026', '2026-09', '2026-W37'].every(isPeriodId)).toBe(true);
  expect(['2026-Q5', '2026-13', 'Q3', ''].some(isPeriodId)).toBe(false);
});

test('what stands in the way of a run leads to where it is put right', () => {
  const place = (code: string, params = {}) => whereToMend({ code, severity: 'error', params })?.address;
  expect(place('run.datasetEmpty', { dataset: '投诉' })).toBe(
    `/imports/new?dataset=${encodeURIComponent('投诉')}`,
  );
  expect(place('run.noStage')).toBe('/teams');
  expect(place('run.noModel')).toBe('/models');
  expect(place('something.else')).toBeUndefined();
});

test('an exported result has its figures as they were published, and no formula', () => {
  const result: ResultView = {
    id: 'r~p',
    run: 'r',
    person: 'p',
    name: '=HYPERLINK("x")',
    team: 'East',
    role: null,
    stage: 's',
    model: 'm',
    status: 'graded',
    composite: '76.60',
    grade: 'good',
    gradeRule: null,
    metrics: { a: { value: '-5.0000', score: null } },
    actions: ['one', 'two'],
  };
  const same = (id: string) => id;
  const second = (_: string, id: string) => id;
  const words: ResultsWords = {
    heads: {
      person: 'id',
      name: 'name',
      team: 'team',
      role: 'role',
      stage: 'stage',
      model: 'model',
      status: 'status',
      composite: 'composite',
      grade: 'grade',
      rule: 'rule',
      actions: 'actions',
      value: (metric) => `${metric} value`,
      score: (metric) => `${metric} score`,
    },
    metrics: [{ id: 'a', name: { zh: '甲', en: 'A' } }],
    label: ({ en }) => en,
    stageName: same,
    modelName: same,
    statusName: same,
    gradeName: second,
    ruleName: second,
    actionName: second,
  };
  expect(resultsCsv([result], words).slice(1).split('\r\n')).toEqual([
    'id,name,team,role,stage,model,status,composite,grade,rule,A value,A score,actions',
    `p,"'=HYPERLINK(""x"")",East,,s,m,graded,76.60,good,,-5.0000,,one; two`,
    '',
  ]);
});

test('a finding speaks of datasets and models by their names, and of the rest as it is', () => {
  const names = {
    dataset: (id: string) => `dataset ${id}`,
    model: (key: string) => `model ${key}`,
    stage: (id: string) => `stage ${id}`,
  };
  const found = {
    code: 'run.datasetEmpty',
    severity: 'warning',
    params: { dataset: 'deals', count: 2 },
  } as const;
  expect(withNames(found, names).params).toEqual({ dataset: 'dataset deals', count: 2 });
  expect(withNames({ code: 'run.noPeople', severity: 'error' }, names)).toEqual({
    code: 'run.noPeople',
    severity: 'error',
  });
});
