/** What stands between the weighted sum and the grade, as the model format describes it; shares no code with the engine. */
import { calculate } from './formula.ts';
import { add, less, max, min, negate, rational, zero, type Rational } from './fractions.ts';

type Decimal = string | number;
type Bound = { atLeast?: Decimal; atMost?: Decimal };
type Points<C> = Bound & { id: string; conditions?: C; value?: Decimal; formula?: string };
type Action = { id: string; event: { type?: string } };

/** The parts of a model that this is about; C is a condition. */
export type Extras<C> = {
  overlays?: { id: string; conditions: C; weights: { metric: string; weight: Decimal }[] }[];
  points?: Points<C>[];
  pointsBound?: Bound;
  adjustments?: { measure: string; atMost: Decimal };
  grades?: { id: string }[];
  gates?: { id: string; conditions: C; cap: string }[];
  conflicts?: { id: string; types: string[]; keep: 'priority' | 'listed' | 'none' }[];
};
/** What a judgement says of them. */
export type Between = {
  base?: string | null;
  points?: { total: string; of: Record<string, string | null> };
  adjustment?: string | null;
  overlay?: string;
  gates?: string[];
  setAside?: { rule: string; conflict: string; by?: string }[];
};
type Holds<C> = (condition: C) => boolean | null;
type Publish = (figure: Rational | null) => string | null;

function within(figure: Rational, { atLeast, atMost }: Bound): Rational {
  const raised = atLeast === undefined ? figure : max(figure, rational(atLeast));
  return atMost === undefined ? raised : min(raised, rational(atMost));
}

/** Points given, by id, and their total. */
export function pointsOf<C>(
  { points = [], pointsBound = {} }: Extras<C>,
  holds: Holds<C>,
  figure: (name: string) => Rational | null,
  publish: Publish,
) {
  const of: Record<string, string | null> = {};
  let sum = zero;
  for (const item of points) {
    if (item.conditions !== undefined && holds(item.conditions) !== true) continue;
    const exact = item.formula === undefined ? rational(item.value!) : calculate(item.formula, figure);
    const published = publish(exact && within(exact, item));
    of[item.id] = published;
    if (published !== null) sum = add(sum, rational(published));
  }
  return { total: publish(within(sum, pointsBound))!, of };
}

/** Whether an adjustment holds the subject. */
export function tooFar(figure: Rational | null, atMost: Decimal): boolean {
  if (figure === null) return true;
  const size = less(figure, zero) ? negate(figure) : figure;
  return less(rational(atMost), size);
}

/** The grade after the gates, and those that fired. */
export function gated<C>({ gates = [], grades = [] }: Extras<C>, grade: string | null, holds: Holds<C>) {
  const fired = grade === null ? [] : gates.filter(({ conditions }) => holds(conditions) === true);
  const place = (id: string) => grades.findIndex((item) => item.id === id);
  const places = [grade!, ...fired.map(({ cap }) => cap)].map(place);
  const final = fired.length === 0 ? grade : grades[Math.max(...places)]!.id;
  return { grade: final, gates: fired.map(({ id }) => id) };
}

/** The actions that are left of those that fired, in their order, and those set aside. */
export function settled<A extends Action, C>({ conflicts = [] }: Extras<C>, fired: A[]) {
  const aside = new Map<A, { rule: string; conflict: string; by?: string }>();
  for (const { id: conflict, types, keep } of conflicts) {
    const about = fired.filter((action) => !aside.has(action) && types.includes(String(action.event.type)));
    const order = keep === 'listed' ? types : about.map(({ event }) => String(event.type));
    const present = order.filter((type) => about.some(({ event }) => event.type === type));
    if (new Set(present).size < 2) continue;
    const winner = keep === 'none' ? undefined : about.find(({ event }) => event.type === present[0]);
    for (const action of about) {
      if (winner !== undefined && action.event.type === winner.event.type) continue;
      aside.set(action, { rule: action.id, conflict, ...(winner && { by: winner.id }) });
    }
  }
  return {
    actions: fired.filter((action) => !aside.has(action)),
    setAside: fired.flatMap((action) => aside.get(action) ?? []),
  };
}
