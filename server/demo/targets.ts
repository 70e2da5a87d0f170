import type { Assignment } from './assignments.ts';
import { csvOf } from './csv.ts';
import { targetHole } from './holes.ts';

/** What a month's sales of a representative should be, in CNY, by stage. */
const base = {
  expansion: { new_customer_sales: 120_000, repeat_sales: 40_000 },
  mature: { new_customer_sales: 45_000, repeat_sales: 130_000 },
} as const;
const byRole = { representative: 1, senior: 1.2, supervisor: 1.1 } as const;
/** January to December: the Spring Festival is quiet, quarters and the year end are busy. */
const season = [0.9, 0.6, 1.1, 1, 1, 1.15, 0.9, 0.9, 1.1, 0.95, 1.1, 1.3];
const growthPerYear = 0.06;

export const targetKinds = ['new_customer_sales', 'repeat_sales'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What is expected of somebody in a month, in whole thousands of CNY; less at first. */
export function expectedSales(kind: TargetKind, { month, stage, role, share, tenure }: Assignment): number {
  const ramp = tenure === 0 ? 0.3 : tenure === 1 ? 0.5 : tenure === 2 ? 0.75 : 1;
  const growth = 1 + growthPerYear * (Number(month.slice(0, 4)) - 2024);
  const ordinary = base[stage][kind] * byRole[role] * season[Number(month.slice(5)) - 1]! * growth;
  return Math.round((ordinary * ramp * share) / 1000) * 1000;
}

/** CSV of the dataset targets. Nobody has targets for the month they were hired in. */
export function targetsCsv(assignments: readonly Assignment[]): string {
  return csvOf(
    ['seller', 'month', 'kind', 'amount'],
    assignments.flatMap((assignment) => {
      const { employee, month, tenure } = assignment;
      const hole = targetHole(employee.number, month);
      if (tenure === 0 || hole === 'row') return [];
      return targetKinds.map((kind) => ({
        seller: employee.number,
        month: `${month}-01`,
        kind,
        amount: hole === 'amount' ? '' : expectedSales(kind, assignment),
      }));
    }),
  );
}
