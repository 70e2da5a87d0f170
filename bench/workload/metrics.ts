import type { Metric, Scoring } from '../../schemas/index.ts';

type Points = readonly (readonly [value: number, score: number])[];

const curve = (points: Points): Scoring => ({
  kind: 'curve',
  points: points.map(([value, score]) => ({ value, score })),
});
const steps = (below: number, points: Points): Scoring => ({
  kind: 'steps',
  below,
  steps: points.map(([from, score]) => ({ from, score })),
});

interface MetricSpec {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly weight: number;
  readonly formula: string;
  readonly lowerIsBetter?: true;
  readonly scoring: Scoring;
}

const specs: readonly MetricSpec[] = [
  {
    id: 'attainment',
    zh: '销售达成率',
    en: 'Sales attainment',
    weight: 15,
    formula: 'clamp(sales_actual / max(sales_target, 1) * 100, 0, 200)',
    scoring: curve([
      [50, 0],
      [80, 60],
      [100, 85],
      [120, 100],
      [150, 120],
    ]),
  },
  {
    id: 'growth',
    zh: '销售增长率',
    en: 'Sales growth',
    weight: 8,
    formula: 'clamp((sales_actual - sales_before) / max(sales_before, 1) * 100, 0, 150)',
    scoring: curve([
      [0, 30],
      [5, 60],
      [15, 80],
      [30, 95],
      [60, 110],
    ]),
  },
  {
    id: 'margin',
    zh: '毛利率',
    en: 'Gross margin',
    weight: 8,
    formula: 'clamp((gross_profit - discounts) / max(sales_actual - returns, 1) * 100, 0, 60)',
    scoring: curve([
      [8, 20],
      [16, 60],
      [24, 80],
      [32, 92],
      [45, 105],
    ]),
  },
  {
    id: 'acquisition',
    zh: '新客户达成率',
    en: 'New customers gained',
    weight: 8,
    formula: 'clamp(new_customers / max(new_customer_target, 1) * 100, 0, 200)',
    scoring: steps(30, [
      [40, 50],
      [70, 70],
      [90, 82.5],
      [110, 95],
      [150, 110],
    ]),
  },
  {
    id: 'retention',
    zh: '客户保有率',
    en: 'Customer retention',
    weight: 9,
    formula: 'clamp((1 - lost_customers / max(customers, 1)) * 100, 0, 100)',
    scoring: curve([
      [70, 20],
      [80, 50],
      [90, 78],
      [95, 92],
      [99, 105],
    ]),
  },
  {
    id: 'activity',
    zh: '拜访达成率',
    en: 'Customer contact',
    weight: 7,
    formula: 'clamp((visits + 0.5 * calls) / max(visit_target, 1) * 100, 0, 150)',
    scoring: steps(20, [
      [40, 45],
      [70, 65],
      [90, 80],
      [110, 95],
      [130, 102.5],
    ]),
  },
  {
    id: 'satisfaction',
    zh: '满意度',
    en: 'Satisfaction',
    weight: 9,
    formula: 'clamp((min(survey_score, mystery_score) + service_score) / 2, 0, 100)',
    scoring: curve([
      [55, 30],
      [65, 55],
      [75, 75],
      [85, 95],
      [95, 110],
    ]),
  },
  {
    id: 'complaint_rate',
    zh: '投诉率',
    en: 'Complaint rate',
    weight: 8,
    lowerIsBetter: true,
    formula: 'clamp(complaints / max(orders, 1) * 100, 0, 20)',
    scoring: steps(105, [
      [1, 95],
      [2.5, 82.5],
      [5, 65],
      [8, 40],
      [12, 15],
    ]),
  },
  {
    id: 'forecast_error',
    zh: '预测偏差',
    en: 'Forecast error',
    weight: 7,
    lowerIsBetter: true,
    formula: 'clamp(abs(forecast - sales_actual) / max(sales_actual, 1) * 100, 0, 100)',
    scoring: curve([
      [2, 105],
      [8, 95],
      [15, 80],
      [30, 55],
      [60, 20],
    ]),
  },
  {
    id: 'overdue_share',
    zh: '逾期率',
    en: 'Overdue share',
    weight: 8,
    lowerIsBetter: true,
    formula: 'clamp(overdue / max(receivables, 1) * 100, 0, 100)',
    scoring: curve([
      [3, 105],
      [10, 92],
      [20, 78],
      [35, 55],
      [60, 15],
    ]),
  },
  {
    id: 'learning',
    zh: '学习',
    en: 'Learning',
    weight: 6,
    formula: 'clamp(training_hours + 2 * coaching_hours, 0, 100)',
    scoring: steps(25, [
      [15, 50],
      [30, 70],
      [45, 85],
      [60, 95],
      [80, 105],
    ]),
  },
  {
    id: 'coverage',
    zh: '商机覆盖',
    en: 'Pipeline coverage',
    weight: 7,
    formula: 'clamp(pipeline / max(sales_target - 0.5 * sales_actual, 1), 0, 10)',
    scoring: steps(30, [
      [1, 55],
      [2, 72.5],
      [3, 85],
      [4, 95],
      [6, 107.5],
    ]),
  },
];

/** Twelve metrics over two to four figures each: seven scored on a curve, five by steps. */
export const metrics: readonly Metric[] = specs.map(
  ({ id, zh, en, weight, formula, lowerIsBetter, scoring }): Metric => ({
    id,
    name: { zh, en },
    group: 'all',
    weight,
    formula,
    direction: lowerIsBetter ? 'lowerIsBetter' : 'higherIsBetter',
    scoring,
    whenMissing: 'exclude',
  }),
);
