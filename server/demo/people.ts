import { dayAfter, monthAfter, type Day } from './calendar.ts';
import { csvOf } from './csv.ts';
import { leavers, moves, promotions, starOf, twin } from './holes.ts';
import { personName } from './names.ts';
import { drawOf } from './random.ts';
import type { Team } from './teams.ts';

export type Role = 'representative' | 'senior' | 'supervisor';

/** A stay in a team and role, up to the day before `to`. */
export interface Placement {
  readonly team: Team;
  readonly role: Role;
  readonly from: Day;
  readonly to: Day | undefined;
}

export interface Employee {
  readonly number: string;
  readonly name: string;
  /** Whose draws make the figures: one's own number, except for the twin. */
  readonly stream: string;
  readonly placements: readonly Placement[];
  /** How much of a target this seller sells in the long run, around 1. */
  readonly sales: number;
  /** How content customers are with this seller in the long run, 0 to 100. */
  readonly service: number;
}

const headcount = 60;
/** Employed before the data begins. */
const veterans = 44;
const offices: readonly Team[] = [
  '上海',
  '深圳',
  '成都',
  '上海',
  '深圳',
  '上海',
  '成都',
  '上海',
  '深圳',
  '成都',
];
/** The twin sits with the other one, so that both are judged alike. */
const modelOf = (number: string) => (number === twin.is ? twin.of : number);

/** Everybody who works, or worked, in sales at the demo company. */
export function employees(seed: number): Employee[] {
  const names = drawOf(seed, 'names');
  const taken = new Set<string>();
  return Array.from({ length: headcount }, (_, at) => {
    const number = `E${String(at + 1).padStart(3, '0')}`;
    const stream = modelOf(number);
    const draw = drawOf(seed, `${stream}/person`);
    const talent = draw.bell();
    return {
      number,
      name: personName(names, taken),
      stream,
      placements: placementsOf(number, Number(stream.slice(1)) - 1),
      sales: 1 + 0.14 * talent + 0.2 * draw.bell(),
      service: 86 + 3 * talent + 6 * draw.bell(),
      ...starOf(number),
    };
  });
}

/** Numbers are given in the order of hiring, so that the place in the list tells when somebody came. */
function placementsOf(number: string, at: number): Placement[] {
  const from =
    at < veterans
      ? dayAfter('2021-03-01', at * 25)
      : `${monthAfter('2024-06', Math.round((at - veterans) * 1.73))}-${['01', '10', '15'][at % 3]}`;
  const to = leavers.get(number);
  const team = offices[at % offices.length]!;
  const role: Role = at < 3 ? 'supervisor' : at < 16 ? 'senior' : 'representative';
  const move = moves.get(number);
  if (move !== undefined) {
    return [
      { team, role, from, to: move.on },
      { team: move.to, role, from: move.on, to },
    ];
  }
  const promoted = promotions.get(number);
  if (promoted !== undefined) {
    return [
      { team, role, from, to: promoted },
      { team, role: 'senior', from: promoted, to },
    ];
  }
  return [{ team, role, from, to }];
}

/** CSV of the dataset roster. */
export function rosterCsv(people: readonly Employee[]): string {
  return csvOf(
    ['employee_no', 'employee_name', 'team', 'role', 'from', 'to'],
    people.flatMap(({ number, name, placements }) =>
      placements.map(({ team, role, from, to }) => ({
        employee_no: number,
        employee_name: name,
        team,
        role,
        from,
        to: to ?? '',
      })),
    ),
  );
}
