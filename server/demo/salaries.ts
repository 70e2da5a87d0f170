import { asOf } from './calendar.ts';
import { csvOf } from './csv.ts';
import type { Employee } from './people.ts';
import { drawOf } from './random.ts';

const ordinary = { representative: 8000, senior: 11_500, supervisor: 15_000 } as const;
const raiseDays = ['2024-04-01', '2025-04-01', '2026-04-01'];

/** One person's rows of the dataset salaries: at the hiring, and with a raise each April after it. */
function salariesOf(seed: number, { number, stream, placements }: Employee) {
  const draw = drawOf(seed, `${stream}/salary`);
  const first = placements[0]!;
  const end = placements.at(-1)!.to;
  let salary = Math.round((ordinary[first.role] * draw.between(0.9, 1.25)) / 100) * 100;
  const days = [first.from, ...raiseDays.filter((day) => day > first.from && day <= asOf)];
  return days
    .filter((day) => end === undefined || day < end)
    .map((from, at) => {
      if (at > 0) salary += 100 * draw.whole(2, 8);
      return { person: number, from, monthly_salary: salary };
    });
}

/** CSV of the dataset salaries, in CNY a month. */
export function salariesCsv(seed: number, people: readonly Employee[]): string {
  return csvOf(
    ['person', 'from', 'monthly_salary'],
    people.flatMap((employee) => salariesOf(seed, employee)),
  );
}
