import { cpus, loadavg, totalmem } from 'node:os';
import { contestants, type Contestant, type ContestantId } from '../engines/registry.ts';
import { seed } from '../workload/people.ts';
import { versions } from './peers.ts';
import type { Group } from './groups.ts';
import type { Row } from './measure-group.ts';
import type { Settings } from './settings.ts';
import type { Spread } from './statistics.ts';
import type { TaskOutcome } from './tasks.ts';

/** Where and with what it was measured. */
export function headText({ forks, rounds, roundMs, people }: Settings): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg().map((average) => average.toFixed(1));
  const packages = Object.entries(versions()).map(
    ([name, version]) => `${name} ${version ?? '(not installed)'}`,
  );
  return [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, V8 ${process.versions.v8}`,
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${gigabytes} GB, load ${load.join(' ')}`,
    packages.join(', '),
    `${people} people, seed ${seed}; ${forks} forks × ${rounds} rounds of ${roundMs} ms in alternating order`,
  ].join('\n');
}

const heads = ['engine', '×', 'IQR', '× by CPU', 'µs', 'MB', 'proved', 'otherwise', 'returns'];

/** The table of a group, as Markdown. @param emptyMb the peak of a process without an engine. */
export function groupText(group: Group, rows: readonly Row[], emptyMb: number): string {
  const cells = rows.map((row) => {
    const { title, returns } = contestants[row.id] as Contestant;
    if ('reason' in row) return [title, 'null', '', '', '', '', '', '', row.reason];
    return [
      title,
      short(row.speedUp.median),
      spanOf(row.speedUp),
      short(row.cpuSpeedUp.median),
      short(row.microseconds),
      String(Math.max(0, Math.round(row.peakMb - emptyMb))),
      String(row.proved),
      String(row.mismatches),
      returns,
    ];
  });
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [`### ${group.title}`, '', line(heads), line(heads.map(() => '---')), ...cells.map(line)].join('\n');
}

/** A line for a task. */
export function taskText(title: string, outcome: TaskOutcome, unit: string): string {
  if ('reason' in outcome) return `- ${title}: null (${outcome.reason})`;
  return `- ${title}: ${short(outcome.figure.median)} ${unit} (IQR ${spanOf(outcome.figure)})`;
}

/** The median of a row; null where there is none. */
export function ratioOf(rows: readonly Row[], id: ContestantId): number | null {
  const row = rows.find((one) => one.id === id);
  return row === undefined || 'reason' in row ? null : rounded(row.speedUp.median);
}

/** Three digits. */
export function rounded(figure: number): number {
  return Number(figure.toPrecision(3));
}

function short(figure: number): string {
  return rounded(figure).toLocaleString('en-US', { maximumFractionDigits: 4 });
}

function spanOf({ low, high }: Spread): string {
  return `${short(low)}–${short(high)}`;
}
