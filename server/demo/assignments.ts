import { months, monthsBetween, weekdaysOf, type Day, type Month } from './calendar.ts';
import type { Employee, Role } from './people.ts';
import { stageOf, type Stage } from './teams.ts';

/** A month of somebody's work in one team. */
export interface Assignment {
  readonly employee: Employee;
  readonly month: Month;
  readonly stage: Stage;
  readonly role: Role;
  /** The working days on which the person was there. Never empty. */
  readonly days: readonly Day[];
  /** The part of the month's working days on which the person was there. */
  readonly share: number;
  /** Months since the person was hired. */
  readonly tenure: number;
}

const weekdays = months.map((month) => ({ month, all: weekdaysOf(month) }));

/** The months a person worked, in order. Placements change on the first of a month, so a month has one. */
export function assignmentsOf(employee: Employee): Assignment[] {
  const hired = employee.placements[0]!.from;
  return weekdays.flatMap(({ month, all }) =>
    employee.placements.flatMap(({ team, role, from, to }) => {
      const days = all.filter((day) => day >= from && (to === undefined || day < to));
      if (days.length === 0) return [];
      const stage = stageOf(team, `${month}-01`);
      const tenure = monthsBetween(hired, `${month}-01`);
      return [{ employee, month, stage, role, days, share: days.length / all.length, tenure }];
    }),
  );
}
