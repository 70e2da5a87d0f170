import { isMoved, type Cost, type GradeCell } from '../../engine/index.ts';
import { formatFixed, parseDecimal } from '../../engine/number/decimal.ts';
import { add, zero } from '../../engine/number/rational.ts';
import type { VersionComparison } from '../store/documents.ts';
import type { InPeriod } from './compare-in.ts';

type Summary = Pick<
  VersionComparison,
  'subjects' | 'moved' | 'up' | 'down' | 'joined' | 'left' | 'matrix' | 'cost' | 'shares' | 'edits'
>;

/** What a comparison says of everybody, over all its periods. */
export function summaryOf(compared: readonly InPeriod[]): Summary {
  const all = compared.flatMap(({ movements }) => movements);
  const moved = all.filter(isMoved);
  const counting = (test: (movement: (typeof all)[number]) => boolean) => moved.filter(test).length;
  return {
    subjects: all.length,
    moved: moved.length,
    up: counting(({ move }) => move === 'up'),
    down: counting(({ move }) => move === 'down'),
    joined: counting(({ before }) => before === null),
    left: counting(({ after }) => after === null),
    matrix: matrixOf(compared),
    cost: costOf(compared),
    shares: compared[0]?.method ?? null,
    edits: editsOf(compared),
  };
}

function matrixOf(compared: readonly InPeriod[]): GradeCell[] {
  const cells = new Map<string, GradeCell>();
  for (const cell of compared.flatMap(({ matrix }) => matrix)) {
    const key = JSON.stringify([cell.before, cell.after]);
    cells.set(key, { ...cell, count: cell.count + (cells.get(key)?.count ?? 0) });
  }
  return [...cells.values()];
}

function costOf(compared: readonly InPeriod[]): Summary['cost'] {
  const costs = compared.flatMap(({ cost }) => cost ?? []);
  if (costs.length === 0) return null;
  const teams = [...new Set(costs.flatMap((cost) => cost.teams.map(({ team }) => team)))].toSorted((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  );
  return {
    all: sumOf(
      null,
      costs.map(({ all }) => all),
    ),
    teams: teams.map((team) =>
      sumOf(
        team,
        costs.flatMap((cost) => cost.teams.filter((one) => one.team === team)),
      ),
    ),
  };
}

function sumOf(team: string | null, costs: readonly Cost[]): Cost {
  const money = (part: 'before' | 'after' | 'delta') =>
    formatFixed(
      costs.reduce((sum, cost) => add(sum, parseDecimal(cost[part])!), zero),
      2,
    );
  const whole = (part: 'subjects' | 'missing') => costs.reduce((sum, cost) => sum + cost[part], 0);
  return {
    team,
    subjects: whole('subjects'),
    before: money('before'),
    after: money('after'),
    delta: money('delta'),
    missing: whole('missing'),
  };
}

function editsOf(compared: readonly InPeriod[]): Summary['edits'] {
  return (compared[0]?.edits ?? []).map(({ id, changes }) => {
    let [moved, flips] = [0, 0];
    for (const { movements, sharesOf } of compared) {
      for (const { subject } of movements) {
        const { shares, flip } = sharesOf(subject);
        const own = shares?.find(({ edit }) => edit === id);
        if (own !== undefined && Number(own.share) !== 0) moved += 1;
        if (flip?.length === 1 && flip[0] === id) flips += 1;
      }
    }
    return { id, pointers: changes.map(({ pointer }) => pointer), moved, flips };
  });
}
