import type { Model } from '../../schemas/index.ts';
import { figureSpecs } from './figures.ts';
import { metrics } from './metrics.ts';
import { actionRules, gradeRules } from './rules.ts';

/** The workload's model: 24 figures, 12 metrics, 6 grades, 6 grade rules, 12 action rules. */
export const standardModel: Model = {
  format: 'meritscale/model/1',
  key: 'bench',
  name: { zh: '基准测试', en: 'Benchmark' },
  subject: 'person',
  stage: 'mature',
  cadence: 'quarter',
  places: 2,
  measures: figureSpecs.map(({ id, zh, en }) => ({ id, name: { zh, en }, aggregate: { kind: 'given' } })),
  groups: [{ id: 'all', name: { zh: '全部', en: 'All' } }],
  metrics: [...metrics],
  grades: ['a_plus', 'a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: { zh: id, en: id } })),
  bands: [
    { grade: 'a_plus', from: 95 },
    { grade: 'a', from: 85, to: 95 },
    { grade: 'b', from: 75, to: 85 },
    { grade: 'c', from: 60, to: 75 },
    { grade: 'd', from: 45, to: 60 },
    { grade: 'e', to: 45 },
  ],
  gradeRules: [...gradeRules],
  actions: [...actionRules],
};
