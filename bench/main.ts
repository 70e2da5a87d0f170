/**
 * How fast the engine is, beside others: docs/benchmarks.md.
 *   npm run bench -- [--quick] [--forks 5] [--rounds 7]
 */
import { parseArgs } from 'node:util';
import { bundle } from './harness/bundle.ts';
import { groups } from './harness/groups.ts';
import { installPeers } from './harness/peers.ts';
import { groupText, headText, ratioOf, rounded, taskText } from './harness/report.ts';
import { measureGroup, type Row } from './harness/measure-group.ts';
import { full, quick, type Settings } from './harness/settings.ts';
import { measureTask, peakWithout } from './harness/tasks.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    forks: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const chosen = values.quick ? quick : full;
const settings: Settings = {
  ...chosen,
  forks: countOf(values.forks, chosen.forks),
  rounds: countOf(values.rounds, chosen.rounds),
};
const print = (text: string) => process.stdout.write(`${text}\n`);

const missing = installPeers();
if (missing !== undefined) print(missing);
const program = await bundle();
print(headText(settings));
const emptyMb = await peakWithout(program, settings.people);
print(
  `×: times as fast as json-rules-engine, full; µs: of one person; otherwise: of those proved, people who came out otherwise than by the exact reference;\nMB: the peak over the ${Math.round(emptyMb)} MB of a process that holds the people and no engine\n`,
);

const rows: Row[] = [];
for (const group of groups) {
  const measured = await measureGroup(program, group, settings);
  print(`${groupText(group, measured, emptyMb)}\n`);
  rows.push(...measured);
}

const people = 100_000;
const many = [250_000, 1_000_000] as const;
const whatIf = await measureTask(program, 'whatIf', people, settings.forks);
const workers = await measureTask(program, 'workers', settings.quick ? 3_000 : 40_000, settings.forks);
// What each person more takes is told by two sizes; one will do to see the peak.
const fewer = settings.quick ? undefined : await measureTask(program, 'memory', many[0], 1);
const all = await measureTask(program, 'memory', many[1], 1);
print('### Everyone at once\n');
print(taskText(`a weight moves, ${people} people are graded again, one thread`, whatIf, 'ms'));
print(taskText('two workers over one, documents read to results stored', workers, '×'));
if ('reason' in all) print(taskText('memory', all, 'MB'));
else {
  const most = all.peakMb.median;
  const perPerson = (some: number) => Math.round(((most - some) * 2 ** 20) / (many[1] - many[0]));
  const more =
    fewer === undefined || 'reason' in fewer ? '' : `, ${perPerson(fewer.peakMb.median)} bytes for each more`;
  print(`- memory, ${many[1]} people in columns, judged: ${Math.round(most)} MB at the peak${more}`);
}

const ends = [ratioOf(rows, 'ndjson'), ratioOf(rows, 'sqlite')].filter((ratio) => ratio !== null);
const mismatches = rows.reduce((sum, row) => sum + ('reason' in row ? 0 : row.mismatches), 0);
const summary = {
  row: ratioOf(rows, 'compact'),
  rowObject: ratioOf(rows, 'result'),
  explained: ratioOf(rows, 'explained'),
  batch: ratioOf(rows, 'columns'),
  rules1000: ratioOf(rows, 'manyCompact'),
  whatIfMs: 'reason' in whatIf ? null : rounded(whatIf.figure.median),
  // Of the two ways the slower.
  endToEnd: ends.length === 0 ? null : Math.min(...ends),
  mismatches,
};
print(`\n${JSON.stringify(summary)}`);
if (mismatches > 0) process.exitCode = 1;

function countOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d?$/.test(text)) throw new Error(`from 1 to 99: ${text}`);
  return Number(text);
}
