import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  check,
  checkAgainstDatasets,
  compile,
  measuring,
  periodOf,
  type Outside,
} from '../../../engine/index.ts';
import type { Aggregate, Result } from '../../../schemas/index.ts';
import { rational, type Rational } from '../../oracle/fractions.ts';
import { figureOfResult, ratersFigure, rolledUp, same, streakLength, taken } from '../../oracle/measures.ts';
import {
  modelOf,
  monthId,
  people,
  randomAggregates,
  randomWorld,
  recordsOf,
  worldDatasets,
  type World,
} from '../../oracle/random-world.ts';
import { campaignSeed, campaignSize, pick, seeded, whole } from '../../support/random.ts';
import { checkedReceipts } from '../../support/receipts.ts';

type Figure = Rational | null;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const figure = (text: string | null | undefined): Figure =>
  text === null || text === undefined ? null : rational(text);

/** What the oracle says of a subject in the quarter whose last month this is. */
function expected(world: World, aggregate: Aggregate, last: number, subject: string): Figure {
  const monthly = (of: 'value' | 'line', who: string, month: number) =>
    figure(world.figures[of].get(who)![month]);
  const quarterly = (of: 'value' | 'line', who: string) =>
    taken(
      'min',
      'skip',
      [last - 2, last - 1, last].map((month) => monthly(of, who, month)),
      0,
    );
  const lineOf = (test: object, of: () => Figure): Figure => {
    const { line } = test as { line?: { kind: string; value?: string } };
    return line?.kind === 'constant' ? rational(line.value!) : of();
  };
  switch (aggregate.kind) {
    case 'streak': {
      const { test, periods } = aggregate;
      const count = 'line' in test ? periods : periods + 1;
      const months = Array.from({ length: count }, (_, i) => last - i);
      return streakLength(
        aggregate,
        months.map((month) => monthly('value', subject, month)),
        months.map((month) => lineOf(test, () => monthly('line', subject, month))),
      );
    }
    case 'result': {
      const { over, figure: wanted, places = 4 } = aggregate;
      if (over.kind === 'thisRun') throw new Error('not generated');
      const [count, end] = over.kind === 'within' ? [3, last] : [over.periods, last - 3];
      const months = Array.from({ length: count }, (_, i) => end - count + 1 + i);
      const figures = months.map((month) =>
        figureOfResult(wanted, world.results.get(monthId(month))?.get(subject)),
      );
      return taken(over.take, over.whenMissing, figures, places);
    }
    case 'members': {
      const members = world.teams.get(subject)!;
      return rolledUp(
        aggregate,
        members.map((who) => quarterly('value', who)),
        members.map((who) => lineOf(aggregate.take, () => quarterly('line', who))),
      );
    }
    case 'related': {
      const known = world.mentors
        .get(subject)!
        .filter(({ since }) => since < `${monthId(last)}-31`)
        .toSorted((a, b) => (a.since + a.key < b.since + b.key ? 1 : -1));
      return known[0] === undefined ? null : quarterly('value', known[0].mentor);
    }
    case 'raters': {
      const period = `${2025 + Math.floor(last / 12)}-Q${Math.floor((last % 12) / 3) + 1}`;
      const ratings = world.ratings.get(subject)!.map((rating) => ({
        ...rating,
        lot: sha256(JSON.stringify([aggregate.seed!, period, subject, rating.key])),
      }));
      return ratersFigure(aggregate, ratings);
    }
    default:
      throw new Error(aggregate.kind);
  }
}

describe('measures made from other figures', () => {
  it.each(Object.keys(randomAggregates) as (keyof typeof randomAggregates)[])(
    'agree with the oracle to the last digit: %s',
    { timeout: 3_600_000 },
    (kind) => {
      const seed = campaignSeed(20_261_124);
      const random = seeded(seed);
      const pairs = campaignSize(4_000, 200_000);
      let [done, missing] = [0, 0];
      for (let index = 0; done < pairs; index += 1) {
        const world = randomWorld(random);
        const aggregate: Aggregate = randomAggregates[kind](random);
        const model = modelOf(aggregate);
        expect([...check(model), ...checkAgainstDatasets(model, worldDatasets)]).toEqual([]);
        const last = whole(random, 2, 7) * 3 + 2;
        const period = periodOf(
          `${2025 + Math.floor(last / 12)}-Q${Math.floor((last % 12) / 3) + 1}`,
          pick(random, ['Asia/Shanghai', 'UTC']),
        )!;
        const reader = measuring(model, worldDatasets, period);
        const records = recordsOf(world, last);
        for (const record of index % 2 === 0 ? records : records.toReversed()) reader.take(record);
        const outside: Outside = {
          members: (team) => world.teams.get(team)!,
          result: (asked, _kind, subject) => {
            const run = world.results.get(asked!.period);
            return run === undefined ? 'noRun' : ((run.get(subject) as Result | undefined) ?? 'noResult');
          },
        };
        const subjects = kind === 'members' ? [...world.teams.keys()] : people;
        const columns = reader.columns(subjects, outside);
        const { units, places, reasons } = columns.get('made')!;
        for (const [row, subject] of subjects.entries()) {
          const wanted = expected(world, aggregate, last, subject);
          const found = units[row]!;
          const agrees =
            wanted === null
              ? found === null && reasons.has(row)
              : found !== null && same(wanted, { n: found, d: 10n ** BigInt(places) });
          expect({ seed, index, subject, aggregate, agrees, found, wanted }).toMatchObject({ agrees: true });
          if (wanted === null) missing += 1;
          done += 1;
        }
        if (index % 50 === 0) checkedReceipts(compile(model), { subjects, columns });
      }
      expect(missing).toBeGreaterThan(kind === 'streak' ? 0 : pairs / 100);
      expect(missing).toBeLessThan((pairs * 3) / 4);
      console.log(`measures, ${kind}: ${done} figures, ${missing} missing, seed ${seed}, 0 differences`);
    },
  );
});
