import type { ActionRule, Conditions, GradeRule } from '../../schemas/index.ts';
import { all, any, compare as is, not } from './conditions.ts';

const gradeSpecs: readonly (readonly [id: string, grade: string, conditions: Conditions])[] = [
  ['many_complaints', 'e', all(is('complaints', '>=', 14), is('customers', '<', 120))],
  [
    'far_below_target',
    'd',
    all(is('attainment.value', '<', 50), any(is('stage', 'is', 'mature'), is('role', 'is', 'manager'))),
  ],
  ['outstanding', 'a_plus', all(is('composite', '>=', 96.5), is('complaints', '<', 2))],
  [
    'money_or_customers_lost',
    'd',
    any(
      all(is('overdue', '>', 45_000), is('composite', '<', 70)),
      all(is('lost_customers', '>=', 18), is('composite', '<', 66)),
    ),
  ],
  ['director_below_par', 'd', all(is('role', 'is', 'director'), is('composite', '<', 70))],
  [
    'good_figures_no_effort',
    'b',
    all(is('grade', 'is', 'a'), any(is('visits', '<', 60), is('training_hours', '<', 28))),
  ],
];

/** Six grade rules, each of its own priority: the first that fires decides. */
export const gradeRules: readonly GradeRule[] = gradeSpecs.map(([id, grade, conditions], index) => ({
  id,
  name: { zh: id, en: id },
  priority: gradeSpecs.length - index,
  conditions,
  event: { type: 'grade', params: { grade } },
}));

const actionSpecs: readonly (readonly [type: string, conditions: Conditions])[] = [
  [
    'bonus',
    all(is('composite', '>=', 90), any(is('attainment.value', '>=', 110), is('growth.score', '>=', 90))),
  ],
  [
    'promotion',
    all(
      is('grade', 'in', ['a_plus', 'a']),
      is('role', 'notIn', ['manager', 'director']),
      is('pipeline', '>=', 200_000),
    ),
  ],
  [
    'improvement_plan',
    any(is('composite', '<', 60), all(is('grade', 'is', 'd'), not(is('retention.score', '>=', 70)))),
  ],
  [
    'coaching',
    all(is('training_hours', '<', 22), not(any(is('role', 'is', 'director'), is('composite', '>=', 85)))),
  ],
  [
    'customer_visit',
    all(
      is('lost_customers', '>', 12),
      any(is('stage', 'in', ['mature', 'renewal']), is('customers', '<', 90)),
    ),
  ],
  [
    'price_review',
    all(is('margin.value', '<', 22), is('sales_actual', '>=', 90_000), is('stage', 'notIn', ['exploration'])),
  ],
  [
    'complaint_review',
    any(is('complaints', '>=', 11.5), all(is('complaint_rate.score', '<', 65), is('orders', '>=', 100))),
  ],
  [
    'credit_stop',
    all(is('overdue_share.value', '>', 40), is('overdue', '>', 30_000), not(is('role', 'is', 'director'))),
  ],
  [
    'forecast_training',
    all(is('forecast_error.value', '>', 25), any(is('role', 'is', 'manager'), is('role', 'is', 'director'))),
  ],
  [
    'recognition',
    all(is('satisfaction.score', '>=', 85), is('complaints', '<', 6), not(is('grade', 'in', ['d', 'e']))),
  ],
  [
    'territory_change',
    all(
      is('stage', 'is', 'mature'),
      is('pipeline', '<', 150_000),
      is('new_customers', '<', 14),
      is('visits', '>=', 45),
    ),
  ],
  [
    'mentor',
    all(is('grade', 'is', 'a_plus'), is('role', 'in', ['senior', 'manager']), is('coaching_hours', '>=', 9)),
  ],
];

/** Twelve action rules of two to four comparisons, nested by all, any and not. */
export const actionRules: readonly ActionRule[] = actionSpecs.map(([type, conditions]) => ({
  id: type,
  name: { zh: type, en: type },
  conditions,
  event: { type, params: { level: 1 } },
}));
