#!/usr/bin/env node
import { isLanguage, issueText, type Language } from '../../locales/index.ts';
import type { Command } from './command.ts';
import { analyseCommand } from './commands/analyse.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { demoCommand } from './commands/demo.ts';
import { explainCommand } from './commands/explain.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { runCommand } from './commands/run.ts';
import { verifyCommand } from './commands/verify.ts';
import { BadUse, exit, processIo, type ExitCode, type Io } from './io.ts';

const commands: readonly Command[] = [
  checkCommand,
  analyseCommand,
  evaluateCommand,
  explainCommand,
  compareCommand,
  initCommand,
  importCommand,
  runCommand,
  verifyCommand,
  demoCommand,
];

/** Runs one command line; everything a person did wrong ends in a message and a code, never in a stack. */
async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    for (const { usage } of commands) io.out(`meritscale ${usage}`);
    return name === undefined ? exit.badUse : exit.ok;
  }
  const command = commands.find((item) => item.name === name);
  try {
    if (command === undefined) throw new BadUse('use.unknownCommand', { name });
    return await command.run(rest, io);
  } catch (error) {
    if (!(error instanceof BadUse)) throw error;
    io.err(issueText(io.language, error.code, error.params));
    return exit.badUse;
  }
}

/** MERITSCALE_LANG, else the language of the terminal, else English. */
function languageOf(environment: NodeJS.ProcessEnv): Language {
  const asked = environment['MERITSCALE_LANG'];
  if (isLanguage(asked)) return asked;
  return (environment['LC_ALL'] ?? environment['LANG'] ?? '').startsWith('zh') ? 'zh' : 'en';
}

// Whoever reads our output may stop reading, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exit.ok);
  throw error;
});

// Not process.exit: what is still being written to a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2), processIo(languageOf(process.env)));
