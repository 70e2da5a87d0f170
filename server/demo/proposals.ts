import type { Assignment } from './assignments.ts';
import { csvOf } from './csv.ts';
import { drawOf } from './random.ts';

const perMonth = 4;
/** How many customers never say whether a proposal meets the need. */
const unanswered = 0.02;

/** One seller's rows of the dataset proposals, without their numbers. */
function proposalsOf(seed: number, assignments: readonly Assignment[]) {
  const employee = assignments[0]?.employee;
  if (employee === undefined) return [];
  const draw = drawOf(seed, `${employee.stream}/proposals`);
  const understanding = Math.min(0.97, 0.85 + (employee.service - 88.5) / 60 + 0.1 * draw.bell());
  return assignments.flatMap(({ days, share }) =>
    Array.from({ length: draw.count(perMonth * share) }, () => ({
      seller: employee.number,
      day: draw.pick(days),
      fully_met: draw.chance(unanswered) ? '' : draw.chance(understanding) ? 'yes' : 'no',
    })),
  );
}

/** CSV of the dataset proposals, from each seller's assignments. */
export function proposalsCsv(seed: number, bySeller: Iterable<readonly Assignment[]>): string {
  const rows = [...bySeller].flatMap((assignments) => proposalsOf(seed, assignments));
  return csvOf(
    ['proposal_id', 'seller', 'day', 'fully_met'],
    rows.map((row, at) => ({ proposal_id: `P${String(at + 1).padStart(5, '0')}`, ...row })),
  );
}
