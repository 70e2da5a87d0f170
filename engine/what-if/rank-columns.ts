import type { Ranking } from '../../schemas/index.ts';
import { stretchesOf } from '../ranking/stretches.ts';

/** What ranking asks of everyone, by row; NaN is missing. */
export interface Contest {
  readonly subjects: readonly string[];
  /** In units. */
  readonly composites: Float64Array;
  readonly tieBreakers: readonly Float64Array[];
  /** By whom one is ranked with; undefined where everyone is. */
  readonly groups: Float64Array | undefined;
}

/** Where everyone stands, by row; NaN for those who are not ranked, and where there is no better or worse grade. */
export interface RankColumns {
  readonly grade: Float64Array;
  readonly position: Float64Array;
  readonly of: Float64Array;
  readonly toNext: Float64Array;
  readonly margin: Float64Array;
}

/** What `withRanks` adds to a table, in float64s. */
export function rankColumns(
  ranking: Ranking,
  contest: Contest,
  numberOf: (grade: string) => number,
): RankColumns {
  const { composites } = contest;
  const column = () => new Float64Array(composites.length).fill(Number.NaN);
  const columns = { grade: column(), position: column(), of: column(), toNext: column(), margin: column() };
  const precedence = ranking.ties === 'break' ? precedenceOf(contest) : undefined;
  for (const rows of membersOf(contest).values()) {
    if (rows.length >= ranking.smallestGroup) placeGroup(rows);
  }
  return columns;

  function placeGroup(rows: readonly number[]): void {
    const order = ordered(rows, composites, precedence);
    const size = order.length;
    const figure = (place: number) => composites[order[place]!]!;
    const tied = (place: number, next: number) => precedence === undefined && figure(place) === figure(next);
    let position = 0;
    for (const { grade, from, to } of stretchesOf(ranking, { size, tied })) {
      const id = numberOf(grade);
      for (let place = from; place < to; place += 1) {
        if (place === 0 || !tied(place - 1, place)) position = place + 1;
        const row = order[place]!;
        columns.grade[row] = id;
        columns.position[row] = position;
        columns.of[row] = size;
        if (from > 0) columns.toNext[row] = figure(from - 1) - figure(place);
        if (to < size) columns.margin[row] = figure(place) - figure(to);
      }
    }
  }
}

/** By group, the rows of those who have a composite. */
function membersOf({ composites, groups }: Contest): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (let row = 0; row < composites.length; row += 1) {
    if (Number.isNaN(composites[row]!)) continue;
    const group = groups === undefined ? 0 : groups[row]!;
    const rows = members.get(group);
    if (rows === undefined) members.set(group, [row]);
    else rows.push(row);
  }
  return members;
}

/** The better before the worse. Composite and precedence are packed into one number, which sorts without a comparison of ours. */
function ordered(
  rows: readonly number[],
  composites: Float64Array,
  precedence: Float64Array | undefined,
): ArrayLike<number> {
  const all = composites.length;
  const before = (row: number) => precedence?.[row] ?? row;
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, Math.abs(composites[row]!));
  if ((largest + 1) * all > Number.MAX_SAFE_INTEGER) {
    return rows.toSorted((a, b) => composites[b]! - composites[a]! || before(a) - before(b));
  }
  const rowAt = new Float64Array(all);
  const keys = Float64Array.from(rows, (row) => {
    rowAt[before(row)] = row;
    return before(row) - composites[row]! * all;
  });
  return keys.toSorted().map((key) => rowAt[key - Math.floor(key / all) * all]!);
}

const known = new WeakMap<Float64Array, { readonly contest: Contest; readonly precedence: Float64Array }>();

/** Among equal composites, who goes before whom: by tie breakers, in the end by the id. By row, a number of its own. */
function precedenceOf(contest: Contest): Float64Array {
  const { subjects, tieBreakers } = contest;
  const first = tieBreakers[0];
  const before = first && known.get(first);
  if (before !== undefined && isSame(before.contest, contest)) return before.precedence;
  const order = Array.from(subjects, (_, row) => row).toSorted((a, b) => {
    for (const scores of tieBreakers) {
      const [mine, theirs] = [scores[a]!, scores[b]!];
      if (mine === theirs) continue;
      if (Number.isNaN(theirs)) {
        if (Number.isNaN(mine)) continue;
        return -1;
      }
      return mine > theirs ? -1 : 1;
    }
    return subjects[a]! < subjects[b]! ? -1 : 1;
  });
  const precedence = new Float64Array(subjects.length);
  for (const [place, row] of order.entries()) precedence[row] = place;
  if (first !== undefined) known.set(first, { contest, precedence });
  return precedence;
}

function isSame(a: Contest, b: Contest): boolean {
  return (
    a.subjects === b.subjects &&
    a.tieBreakers.length === b.tieBreakers.length &&
    a.tieBreakers.every((scores, index) => scores === b.tieBreakers[index])
  );
}
