import type { Aggregate, DataRecord, Dataset, Measure, Model } from '../../schemas/index.ts';
import { pick, whole, type Random } from '../support/random.ts';
import { chance, randomDecimal } from './random-decimals.ts';
import type { PastResult } from './measures.ts';

export const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
export const raterGroups = ['self', 'manager', 'customer'];
/** By number, from January 2025 on. */
export const monthId = (month: number) =>
  `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

type Ratings = { group: string | null; value: string; key: string }[];

/** A company's past: a figure of everybody each month, or none; a line; who is whose mentor; ratings; results. */
export interface World {
  figures: Record<'value' | 'line', Map<string, (string | null)[]>>;
  mentors: Map<string, { since: string; mentor: string; key: string }[]>;
  ratings: Map<string, Ratings>;
  teams: Map<string, string[]>;
  results: Map<string, Map<string, PastResult>>;
}

const name = (id: string) => ({ zh: id, en: id });
const column = (id: string) => ({ id, name: name(id), required: false });
export const worldDatasets: Dataset[] = [
  {
    format: 'meritscale/dataset/1',
    id: 'months',
    name: name('months'),
    key: ['who', 'day'],
    columns: [
      { ...column('who'), type: 'person' },
      { ...column('day'), type: 'date' },
      { ...column('value'), type: 'decimal', places: 4 },
      { ...column('line'), type: 'decimal', places: 4 },
    ],
  },
  {
    format: 'meritscale/dataset/1',
    id: 'mentors',
    name: name('mentors'),
    key: ['who', 'since'],
    columns: [
      { ...column('who'), type: 'person' },
      { ...column('mentor'), type: 'person' },
      { ...column('since'), type: 'date' },
    ],
  },
  {
    format: 'meritscale/dataset/1',
    id: 'ratings',
    name: name('ratings'),
    key: ['id'],
    columns: [
      { ...column('id'), type: 'text' },
      { ...column('who'), type: 'person' },
      { ...column('day'), type: 'date' },
      { ...column('relation'), type: 'text' },
      { ...column('mark'), type: 'decimal', places: 4 },
    ],
  },
];

/** Few different figures: falls, ties and lines met exactly are frequent. */
export function randomWorld(random: Random): World {
  const usual = Array.from({ length: whole(random, 2, 5) }, () => randomDecimal(random));
  const series = () =>
    new Map(
      people.map((id) => [
        id,
        Array.from({ length: 24 }, () => (chance(random, 0.15) ? null : pick(random, usual))),
      ]),
    );
  const cut = whole(random, 0, people.length);
  const runs = Array.from({ length: 20 }, (_, month) => month).filter(() => chance(random, 0.7));
  return {
    figures: { value: series(), line: series() },
    mentors: new Map(
      people.map((id) => [
        id,
        Array.from({ length: whole(random, 0, 3) }, (_, key) => ({
          since: `${monthId(whole(random, 0, 23))}-15`,
          mentor: pick(random, people),
          key: String(key),
        })),
      ]),
    ),
    ratings: new Map(
      people.map((id) => [
        id,
        Array.from({ length: whole(random, 0, 14) }, (_, key) => ({
          group: pick(random, [...raterGroups, null]),
          value: pick(random, usual),
          key: `${id}-${key}`,
        })),
      ]),
    ),
    teams: new Map([
      ['A', people.slice(0, cut)],
      ['B', people.slice(cut)],
    ]),
    results: new Map(
      runs.map((month) => [
        monthId(month),
        new Map(
          people.filter(() => chance(random, 0.8)).map((id) => [id, randomResult(random, usual)] as const),
        ),
      ]),
    ),
  };
}

function randomResult(random: Random, usual: string[]): PastResult {
  const figure = () => (chance(random, 0.1) ? null : pick(random, usual));
  return {
    composite: figure(),
    grade: pick(random, ['a', 'b', 'c', null]),
    ...(chance(random, 0.5) && { rank: { position: whole(random, 1, 9) } }),
    metrics: chance(random, 0.9) ? { nps: { value: figure(), score: figure() } } : {},
  };
}

/** The records of a world; ratings lie in the month that is judged. */
export function recordsOf(world: World, month: number): DataRecord[] {
  return [
    ...people.flatMap((who) =>
      Array.from({ length: 24 }, (_, at) => ({
        dataset: 'months',
        key: `${who}-${at}`,
        values: {
          who,
          day: `${monthId(at)}-10`,
          value: world.figures.value.get(who)![at]!,
          line: world.figures.line.get(who)![at]!,
        },
      })),
    ),
    ...people.flatMap((who) =>
      world.mentors.get(who)!.map(({ since, mentor, key }) => ({
        dataset: 'mentors',
        key,
        values: { who, since, mentor },
      })),
    ),
    ...people.flatMap((who) =>
      world.ratings.get(who)!.map(({ group, value, key }) => ({
        dataset: 'ratings',
        key,
        values: { id: key, who, day: `${monthId(month)}-20`, relation: group, mark: value },
      })),
    ),
  ];
}

const line = (random: Random) =>
  chance(random, 0.6)
    ? ({ kind: 'measure', measure: 'line' } as const)
    : ({ kind: 'constant', value: randomDecimal(random) } as const);
const gaps = ['skip', 'missing'] as const;

/** A random aggregate of each kind that is made of other figures. */
export const randomAggregates = {
  streak: (random: Random) => ({
    kind: 'streak' as const,
    measure: 'value',
    test: pick(random, [
      { kind: 'below' as const, line: line(random) },
      { kind: 'above' as const, line: line(random) },
      { kind: 'falls' as const },
      { kind: 'rises' as const },
    ]),
    periods: whole(random, 1, 6),
    every: 'month' as const,
    whenMissing: pick(random, ['end', 'missing', 'skip'] as const),
  }),
  result: (random: Random) => ({
    kind: 'result' as const,
    figure: pick(random, [
      { kind: 'composite' as const },
      { kind: 'value' as const, metric: 'nps' },
      { kind: 'score' as const, metric: 'nps' },
      { kind: 'rank' as const },
      {
        kind: 'grade' as const,
        points: [
          { grade: 'a', points: 3 },
          { grade: 'b', points: '2.5' },
        ],
      },
    ]),
    over: {
      ...(chance(random, 0.5)
        ? { kind: 'within' as const, every: 'month' as const }
        : { kind: 'before' as const, every: 'month' as const, periods: whole(random, 1, 5) }),
      runs: pick(random, ['locked', 'latest'] as const),
      take: pick(random, ['mean', 'sum', 'min', 'max', 'last'] as const),
      whenMissing: pick(random, gaps),
    },
    ...(chance(random, 0.5) && { places: whole(random, 0, 4) }),
  }),
  members: (random: Random) => ({
    kind: 'members' as const,
    measure: 'value',
    take: pick(random, [
      ...(['sum', 'mean', 'min', 'max'] as const).map((kind) => ({ kind })),
      { kind: 'weightedMean' as const, weight: 'line' },
      { kind: 'shareBelow' as const, line: line(random) },
      { kind: 'shareAbove' as const, line: line(random) },
    ]),
    whenMissing: pick(random, gaps),
    ...(chance(random, 0.5) && { places: whole(random, 0, 4) }),
  }),
  related: () => ({
    kind: 'related' as const,
    dataset: 'mentors',
    from: 'who',
    to: 'mentor',
    date: 'since',
    measure: 'of_mentor',
  }),
  raters: (random: Random) => {
    const first = whole(random, 0, 100);
    const second = whole(random, 0, 100 - first);
    const weights = [first, second, 100 - first - second];
    return {
      kind: 'raters' as const,
      dataset: 'ratings',
      subject: 'who',
      date: 'day',
      column: 'mark',
      group: 'relation',
      seed: pick(random, ['one', 'two']),
      groups: raterGroups.map((group, i) => ({
        group,
        weight: weights[i]!,
        ...(chance(random, 0.4) && { smallest: whole(random, 1, 2) }),
        ...(chance(random, 0.4) && { sample: whole(random, 2, 4) }),
      })),
      outliers: pick(random, [
        { kind: 'none' as const },
        { kind: 'dropHighestLowest' as const },
        { kind: 'winsorise' as const, each: whole(random, 1, 2) },
      ]),
      whenGroupMissing: pick(random, ['reweight', 'missing'] as const),
      ...(chance(random, 0.5) && { places: whole(random, 0, 4) }),
    };
  },
} satisfies Record<string, (random: Random) => Aggregate>;

/** A model whose composite is one measure, made from the lowest figure of the period. */
export function modelOf(aggregate: Aggregate): Model {
  const isTeam = aggregate.kind === 'members';
  const about = isTeam && { about: 'person' };
  const lowest = (id: string, of: string, more: object): Measure => ({
    id,
    name: name(id),
    aggregate: { kind: 'min', dataset: 'months', subject: 'who', date: 'day', column: of },
    ...more,
  });
  return {
    format: 'meritscale/model/1',
    key: 'world',
    name: name('world'),
    subject: isTeam ? 'team' : 'person',
    stage: 'mature',
    cadence: 'quarter',
    measures: [
      lowest('value', 'value', about || {}),
      lowest('line', 'line', about || {}),
      lowest('of_mentor', 'value', { about: 'person' }),
      { id: 'made', name: name('made'), aggregate },
    ],
    groups: [{ id: 'all', name: name('all') }],
    metrics: [
      {
        id: 'metric',
        name: name('metric'),
        group: 'all',
        weight: 100,
        formula: 'made',
        direction: 'higherIsBetter',
        scoring: { kind: 'asIs' },
        whenMissing: 'exclude',
      },
    ],
    grades: [{ id: 'any', name: name('any') }],
    bands: [{ grade: 'any' }],
  };
}
