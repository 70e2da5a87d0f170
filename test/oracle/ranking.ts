/** Relative grades as the model format describes them, by counting who is better and who is worse; shares no code with the engine. */
type Seats = { grade: string; end: 'top' | 'bottom'; share: string | number };
type Ranking = {
  seats: Seats[];
  otherwise: string;
  rounding: 'halfUp' | 'down' | 'up' | 'largestRemainder';
  ties: 'expand' | 'shrink' | 'break';
};

/** Everybody of one group: hundredths of a point, scores that break ties (the worst where missing), id. */
export type Person = { id: string; composite: bigint; tieBreakers: (bigint | null)[] };

/** The grade of each, in their order. */
export function relativeGrades(ranking: Ranking, group: Person[]): string[] {
  const size = BigInt(group.length);
  const counts = seatsOf(ranking, size);
  const lines = (end: 'top' | 'bottom') => {
    let sum = 0n;
    return ranking.seats.flatMap((seat, i) => {
      if (seat.end !== end) return [];
      sum += counts[i]!;
      return [{ grade: seat.grade, line: sum }];
    });
  };
  return group.map((person) => {
    const better = BigInt(group.filter((other) => beats(ranking, other, person)).length);
    const worse = BigInt(group.filter((other) => beats(ranking, person, other)).length);
    const reached = (ahead: bigint, behind: bigint, line: bigint) =>
      ranking.ties === 'shrink' ? size - behind <= line : ahead < line;
    const top = lines('top').find(({ line }) => reached(better, worse, line));
    const bottom = lines('bottom').find(({ line }) => reached(worse, better, line));
    return top?.grade ?? bottom?.grade ?? ranking.otherwise;
  });
}

function beats({ ties }: Ranking, a: Person, b: Person): boolean {
  if (a.composite !== b.composite) return a.composite > b.composite;
  if (ties !== 'break') return false;
  for (const [i, mine] of a.tieBreakers.entries()) {
    const theirs = b.tieBreakers[i] ?? null;
    if (mine === theirs) continue;
    return mine !== null && (theirs === null || mine > theirs);
  }
  return a.id < b.id;
}

function seatsOf({ seats, rounding }: Ranking, size: bigint): bigint[] {
  // In hundred-millionths of a seat.
  const exact = seats.map(({ share }) => BigInt(Math.round(Number(share) * 1e6)) * size);
  const whole = 100_000_000n;
  if (rounding === 'down') return exact.map((units) => units / whole);
  if (rounding === 'up') return exact.map((units) => (units + whole - 1n) / whole);
  if (rounding === 'halfUp') return exact.map((units) => (2n * units + whole) / (2n * whole));
  const all = [...exact, size * whole - exact.reduce((a, b) => a + b, 0n)];
  const counts = all.map((units) => units / whole);
  const rests = all.map((units, i) => ({ i, rest: units % whole }));
  rests.sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = Number(size - counts.reduce((a, b) => a + b, 0n));
  for (const { i } of rests.slice(0, left)) counts[i]! += 1n;
  return counts.slice(0, -1);
}
