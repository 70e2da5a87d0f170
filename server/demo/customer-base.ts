import type { Assignment } from './assignments.ts';
import { beginsQuarter } from './calendar.ts';
import { csvOf } from './csv.ts';
import { drawOf } from './random.ts';

const perMonthOfTenure = { expansion: 1.2, mature: 1.6 } as const;

/** One seller's rows of the dataset customer_base: a count at each quarter's beginning. */
function countsOf(seed: number, assignments: readonly Assignment[]) {
  const employee = assignments[0]?.employee;
  if (employee === undefined) return [];
  const draw = drawOf(seed, `${employee.stream}/customer-base`);
  const churn = Math.max(0.02, 0.1 - (employee.service - 88.5) / 80);
  return assignments
    .filter(({ month, tenure }) => beginsQuarter(month) && tenure > 0)
    .map(({ month, stage, tenure }) => {
      const opening = Math.round(10 + Math.min(tenure, 36) * perMonthOfTenure[stage] + 4 * draw.bell());
      const lost = Math.round(opening * churn * draw.between(0.4, 1.6));
      return { seller: employee.number, day: `${month}-01`, opening, lost };
    });
}

/** CSV of the dataset customer_base, from each seller's assignments. */
export function customerBaseCsv(seed: number, bySeller: Iterable<readonly Assignment[]>): string {
  return csvOf(
    ['seller', 'day', 'opening', 'lost'],
    [...bySeller].flatMap((assignments) => countsOf(seed, assignments)),
  );
}
