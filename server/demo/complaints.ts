import type { Assignment } from './assignments.ts';
import type { Day } from './calendar.ts';
import { csvOf } from './csv.ts';
import { slowComplaints } from './holes.ts';
import { drawOf, type Draw } from './random.ts';

const kinds = ['communication', 'service', 'solution', 'delivery'] as const;
const perMonth = 0.4;
const shanghai = 8;
const minutesOfHour = 60;
const minutesOfDay = 24 * minutesOfHour;

/** One seller's rows of the dataset complaints, without their numbers. */
function complaintsOf(seed: number, assignments: readonly Assignment[]) {
  const employee = assignments[0]?.employee;
  if (employee === undefined) return [];
  const draw = drawOf(seed, `${employee.stream}/complaints`);
  // The less content the customers, the more complaints, and the longer they take.
  const trouble = Math.max(0.3, 1 + (88.5 - employee.service) / 10);
  return assignments.flatMap(({ month, days, share }) => {
    const slow = employee.number === slowComplaints.employee && slowComplaints.months.includes(month);
    const count = slow ? 1 : draw.count(perMonth * trouble * share);
    return Array.from({ length: count }, () => {
      const day = draw.pick(days);
      const inTime = !slow && draw.chance(1 - 0.14 * trouble);
      const took = inTime ? draw.whole(30, minutesOfDay) : draw.whole(minutesOfDay + 1, 4 * minutesOfDay);
      return { seller: employee.number, ...complaint(draw, day, took) };
    });
  });
}

function complaint(draw: Draw, day: Day, took: number) {
  const opened = draw.whole(9 * minutesOfHour, 18 * minutesOfHour);
  return {
    day,
    kind: draw.pick(kinds),
    opened_at: instant(day, opened),
    solved_at: instant(day, opened + took),
    hours_to_solve: Math.round((took / minutesOfHour) * 100) / 100,
  };
}

/** So many minutes after the day's beginning in Shanghai, which has no summer time. */
function instant(day: Day, minutes: number): string {
  const local = new Date(Date.parse(day) + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}+${String(shanghai).padStart(2, '0')}:00`;
}

/** CSV of the dataset complaints, from each seller's assignments. */
export function complaintsCsv(seed: number, bySeller: Iterable<readonly Assignment[]>): string {
  const rows = [...bySeller].flatMap((assignments) => complaintsOf(seed, assignments));
  return csvOf(
    ['complaint_id', 'seller', 'day', 'kind', 'opened_at', 'solved_at', 'hours_to_solve'],
    rows.map((row, at) => ({ complaint_id: `C${String(at + 1).padStart(4, '0')}`, ...row })),
  );
}
