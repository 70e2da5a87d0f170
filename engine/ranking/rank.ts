import type { Ranking } from '../../schemas/index.ts';
import { compare, subtract, type Rational } from '../number/rational.ts';
import { stretchesOf } from './stretches.ts';

/** Somebody to be ranked. */
export interface Ranked {
  readonly subject: string;
  readonly composite: Rational;
  /** Scores of the tie breakers; null where one is missing, which is the worst. */
  readonly tieBreakers: readonly (Rational | null)[];
}

/** Where somebody stands. */
export interface Standing {
  readonly grade: string;
  /** 1 is the best. */
  readonly position: number;
  readonly of: number;
  /** Points to the last one who has the next better grade; null in the best. */
  readonly toNext: Rational | null;
  /** Points above the first one who has the next worse grade; null in the worst. */
  readonly margin: Rational | null;
}

/** Ranks one group: a standing for each of its members, in their order, whatever that is. */
export function rank(ranking: Ranking, group: readonly Ranked[]): Standing[] {
  const order = group
    .map((_, index) => index)
    .toSorted((a, b) => compareRanked(ranking, group[a]!, group[b]!));
  const places = order.map((index) => group[index]!);
  const tied = (place: number, next: number) => isTie(ranking, places[place]!, places[next]!);
  const stretches = stretchesOf(ranking, { size: places.length, tied });
  const standings: Standing[] = Array.from({ length: group.length });
  let position = 0;
  for (const [place, index] of order.entries()) {
    if (place === 0 || !tied(place - 1, place)) position = place + 1;
    const at = stretches.findIndex(({ to }) => place < to);
    const { grade, from, to } = stretches[at]!;
    const { composite } = places[place]!;
    standings[index] = {
      grade,
      position,
      of: group.length,
      toNext: from === 0 ? null : subtract(places[from - 1]!.composite, composite),
      margin: to === places.length ? null : subtract(composite, places[to]!.composite),
    };
  }
  return standings;
}

/** The better before the worse; in the end the id, so that the order they come in never matters. */
function compareRanked({ ties }: Ranking, a: Ranked, b: Ranked): number {
  const byComposite = compare(b.composite, a.composite);
  if (byComposite !== 0) return byComposite;
  if (ties === 'break') {
    for (const [index, mine] of a.tieBreakers.entries()) {
      const theirs = b.tieBreakers[index]!;
      if (mine === null && theirs === null) continue;
      if (mine === null) return 1;
      if (theirs === null) return -1;
      const order = compare(theirs, mine);
      if (order !== 0) return order;
    }
  }
  return a.subject < b.subject ? -1 : 1;
}

function isTie({ ties }: Ranking, a: Ranked, b: Ranked): boolean {
  return ties !== 'break' && compare(a.composite, b.composite) === 0;
}
