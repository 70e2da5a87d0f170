import { parseArgs, type ParseArgsConfig } from 'node:util';
import { hasErrors } from '../../engine/index.ts';
import { issueText } from '../../locales/index.ts';
import type { Issue } from '../../schemas/index.ts';
import { BadUse, exit, type ExitCode, type Io } from './io.ts';

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** How it is called, for the help. */
  readonly usage: string;
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads the arguments of a command; anything it does not know, or a missing positional, is bad use. */
export function readArgs<O extends Options>(
  command: Command,
  args: readonly string[],
  options: O,
  positionals: number,
) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: positionals > 0, strict: true });
    if (read.positionals.length !== positionals) throw new BadUse('use.arguments', { usage: command.usage });
    return read;
  } catch (error) {
    if (error instanceof TypeError)
      throw new BadUse('use.option', { usage: command.usage, detail: error.message });
    throw error;
  }
}

/** An option that a command cannot do without. */
export function required(command: Command, value: string | undefined): string {
  if (value === undefined || value === '') throw new BadUse('use.arguments', { usage: command.usage });
  return value;
}

/** Awaits the reading of a file; one that cannot be read is bad use. */
export async function readable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) {
      throw new BadUse('use.cannotRead', { path, detail: error.code });
    }
    throw error;
  }
}

/** Issues as lines of JSON for programs, as sentences for people. */
export function report(io: Io, issues: readonly Issue[], target: 'out' | 'err' = 'out'): ExitCode {
  for (const issue of issues) reportIssue(io, issue, target);
  return issues.length === 0 ? exit.ok : exit.findings;
}

/** One issue, as a line of JSON and as a sentence. */
export function reportIssue(io: Io, issue: Issue, target: 'out' | 'err' = 'out'): void {
  if (target === 'out') io.out(JSON.stringify(issue));
  io.err(sentence(io, issue));
}

/** Whether issues stop a command; they are reported either way. */
export function stopped(io: Io, issues: readonly Issue[]): boolean {
  report(io, issues, hasErrors(issues) ? 'out' : 'err');
  return hasErrors(issues);
}

function sentence({ language }: Io, { code, severity, pointer, row, column, value, params }: Issue): string {
  const where = [
    ...(row === undefined ? [] : [issueText(language, 'at.row', { row })]),
    ...(column === undefined ? [] : [issueText(language, 'at.column', { column })]),
    ...(pointer === undefined || pointer === '' || row !== undefined ? [] : [pointer]),
  ].join(' ');
  const mark = severity === 'error' ? '✗' : '!';
  const shown = value === undefined ? '' : ` «${value}»`;
  return `${mark} ${where}${where === '' ? '' : ': '}${issueText(language, code, { column, ...params })}${shown}`;
}
