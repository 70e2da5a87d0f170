import type { Assignment } from './assignments.ts';
import { asOf, dayAfter, type Day } from './calendar.ts';
import { csvOf } from './csv.ts';
import type { NumberedDeal } from './deals.ts';
import { isUnsurveyed } from './holes.ts';
import { drawOf, type Draw } from './random.ts';

/** Months in which a third party asks a sample of every seller's customers. */
const thirdPartyMonths = /-(05|11)$/;
const sampleSize = 3;
const answerRate = 0.7;

interface Asked {
  readonly day: Day;
  readonly occasion: 'after_deal' | 'third_party';
}

/** One seller's rows of the dataset surveys, without their numbers. */
function surveysOf(seed: number, assignments: readonly Assignment[], deals: readonly NumberedDeal[]) {
  const employee = assignments[0]?.employee;
  if (employee === undefined) return [];
  const draw = drawOf(seed, `${employee.stream}/surveys`);
  const asked = [...afterDeals(draw, deals), ...samples(draw, assignments)];
  // Drawn first and left out then: whose surveys were forgotten keeps everything else as it was.
  return asked
    .map(({ day, occasion }) => ({
      seller: employee.number,
      day,
      occasion,
      anonymous: 'yes',
      ...answers(draw, employee.service),
    }))
    .filter(({ day }) => day <= asOf && !isUnsurveyed(employee.number, day.slice(0, 7)));
}

/** Within a week of the deal. */
function afterDeals(draw: Draw, deals: readonly NumberedDeal[]): Asked[] {
  return deals.flatMap(({ status, closedOn }) =>
    status === 'won' && closedOn !== undefined && draw.chance(answerRate)
      ? [{ day: dayAfter(closedOn, draw.whole(1, 7)), occasion: 'after_deal' }]
      : [],
  );
}

function samples(draw: Draw, assignments: readonly Assignment[]): Asked[] {
  return assignments
    .filter(({ month }) => thirdPartyMonths.test(month))
    .flatMap(({ days }) =>
      Array.from({ length: sampleSize }, () => ({ day: draw.pick(days), occasion: 'third_party' as const })),
    );
}

/** Sub-scores around the overall one; few customers leave the last question out. */
function answers(draw: Draw, service: number) {
  const satisfaction = points(service + 14 * draw.bell());
  const near = () => points(satisfaction + 10 * draw.bell());
  const recommend = Math.round((satisfaction - 54) / 4 + 3 * draw.bell());
  return {
    satisfaction,
    solution_fit: near(),
    response_speed: near(),
    problem_solving: near(),
    nps: draw.chance(0.04) ? '' : Math.min(10, Math.max(0, recommend)),
    comment: commentOn(satisfaction),
  };
}

/** Those who are very content or not at all write a line. */
function commentOn(satisfaction: number): string {
  if (satisfaction >= 95) return '讲解清楚，安装很及时';
  return satisfaction <= 60 ? '回复太慢，问题拖了很久' : '';
}

function points(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}

const columns = [
  ...(['survey_id', 'seller', 'day', 'occasion', 'anonymous', 'satisfaction'] as const),
  ...(['solution_fit', 'response_speed', 'problem_solving', 'nps', 'comment'] as const),
];

/** CSV of the dataset surveys, from each seller's assignments and deals. */
export function surveysCsv(
  seed: number,
  bySeller: Iterable<{
    readonly assignments: readonly Assignment[];
    readonly deals: readonly NumberedDeal[];
  }>,
): string {
  const rows = [...bySeller].flatMap(({ assignments, deals }) => surveysOf(seed, assignments, deals));
  return csvOf(
    columns,
    rows.map((row, at) => ({ survey_id: `S${String(at + 1).padStart(5, '0')}`, ...row })),
  );
}
