import { monthAfter, type Day, type Month } from './calendar.ts';
import type { Team } from './teams.ts';

/** What is out of the ordinary in the demo company, by employee number: the cases that real data has too. */

/** Two people whose figures are the same to the last digit. */
export const twin = { of: 'E018', is: 'E019' } as const;

/** First day on which somebody is no longer employed. */
export const leavers: ReadonlyMap<string, Day> = new Map([
  ['E006', '2025-01-16'],
  ['E013', '2025-07-01'],
  ['E021', '2025-11-01'],
  ['E029', '2026-03-16'],
  ['E037', '2026-06-01'],
  ['E048', '2026-08-16'],
]);

/** Who changed the team, and when. The second one does so in the middle of a quarter. */
export const moves: ReadonlyMap<string, { readonly to: Team; readonly on: Day }> = new Map([
  ['E010', { to: '深圳', on: '2025-10-01' }],
  ['E025', { to: '上海', on: '2026-02-01' }],
]);

/** Who became a senior representative, and when. */
export const promotions: ReadonlyMap<string, Day> = new Map([
  ['E034', '2025-04-01'],
  ['E047', '2026-04-01'],
]);

/** Months for which somebody's targets were never entered: no row, or rows whose amount is empty. */
const targetHoles: readonly {
  readonly employee: string;
  readonly months: readonly Month[];
  readonly hole: 'row' | 'amount';
}[] = [
  { employee: 'E012', months: quarter('2026-07'), hole: 'row' },
  { employee: 'E015', months: ['2024-09'], hole: 'row' },
  { employee: 'E030', months: ['2025-11'], hole: 'amount' },
  { employee: 'E042', months: ['2026-08'], hole: 'amount' },
];

/** What of somebody's targets of a month is missing. */
export function targetHole(employee: string, month: Month): 'row' | 'amount' | undefined {
  return targetHoles.find((item) => item.employee === employee && item.months.includes(month))?.hole;
}

/** Sellers whose customers have not been asked since a month. */
const unsurveyed: ReadonlyMap<string, Month> = new Map([
  ['E017', '2026-01'],
  ['E036', '2025-07'],
]);

/** Whether no survey about this seller was held in a month. */
export function isUnsurveyed(employee: string, month: Month): boolean {
  const since = unsurveyed.get(employee);
  return since !== undefined && month >= since;
}

const winless = { employee: 'E033', months: quarter('2026-07') } as const;

/** Whether this seller won nothing in a month: one person has a quarter of zero. */
export function isWinless(employee: string, month: Month): boolean {
  return employee === winless.employee && winless.months.includes(month);
}

/** A seller of great figures whose customers pay late: the share of what they owe that came in. */
export const latePayers = { employee: 'E004', from: '2026-05', share: 0.5 } as const;

/** A liked seller whose complaints of a quarter lie about: at least three of them, all slow. */
export const slowComplaints = { employee: 'E028', months: quarter('2026-07') } as const;

/** The talents of those whose story needs good figures, in place of drawn ones. */
export function starOf(employee: string): { readonly sales: number; readonly service: number } | undefined {
  const isStar = employee === latePayers.employee || employee === slowComplaints.employee;
  return isStar ? { sales: 1.18, service: 95 } : undefined;
}

function quarter(first: Month): readonly Month[] {
  return [0, 1, 2].map((count) => monthAfter(first, count));
}
