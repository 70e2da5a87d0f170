import {
  evaluate,
  explain,
  marginsOf,
  nextGrade,
  pathOf,
  type Program,
  type Table,
} from '../../../engine/index.ts';
import { isLanguage } from '../../../locales/index.ts';
import { pathLines, type Ways } from '../../statement/path-lines.ts';
import { statement } from '../../statement/statement.ts';
import { readArgs, report, required, stopped, type Command } from '../command.ts';
import { BadUse, exit } from '../io.ts';
import { loadModel } from '../load-model.ts';
import { loadSubjects } from '../load-subjects.ts';

/** By how much of itself each of two figures may change, in per cent, unless it is said otherwise. */
const usualBudget = '10';

/** How one subject's grade came about: the receipt, or a statement to read; or the way to the next grade. */
export const explainCommand: Command = {
  name: 'explain',
  usage: 'explain MODEL --subjects FILE --subject ID [--text zh|en] [--path [--budget PERCENT]]',
  async run(args, io) {
    const { positionals, values } = readArgs(
      this,
      args,
      {
        subjects: { type: 'string' },
        subject: { type: 'string' },
        text: { type: 'string' },
        path: { type: 'boolean' },
        budget: { type: 'string', default: usualBudget },
      },
      1,
    );
    const subjects = required(this, values.subjects);
    const subject = required(this, values.subject);
    const language = values.text;
    if (language !== undefined && !isLanguage(language)) throw new BadUse('use.language', { language });
    const budget = budgetOf(values.budget);
    const loaded = await loadModel(positionals[0]!);
    if ('issues' in loaded) return report(io, loaded.issues);
    const { table, issues } = await loadSubjects(subjects, loaded.program);
    if (stopped(io, issues)) return exit.findings;

    const row = table.subjects.indexOf(subject);
    if (row === -1) throw new BadUse('use.noSubject', { subject });
    const { program } = loaded;
    if (values.path === true) {
      const ways = waysOf(program, table, row, budget);
      io.out(
        language === undefined
          ? JSON.stringify(ways, undefined, 1)
          : pathLines(program.model, ways, language).join('\n'),
      );
    } else if (language !== undefined) io.out(statement(program, table, row, language).join('\n'));
    else io.out(JSON.stringify(explain(program, table, row), undefined, 1));
    return exit.ok;
  },
};

/** The way up, and what keeps one from the way down. Both null where others' figures decide the grade too, or there is none. */
function waysOf(program: Program, table: Table, row: number, budget: number): Ways {
  const result = evaluate(program, table)[row]!;
  return {
    subject: result.subject,
    composite: result.composite,
    grade: result.grade,
    next: nextGrade(program.model, result),
    budget,
    path: pathOf(program, table, row, budget) ?? null,
    margins: marginsOf(program, table, row) ?? null,
  };
}

function budgetOf(text: string): number {
  const budget = Number(text);
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || budget === 0 || budget > 100)
    throw new BadUse('use.budget', { budget: text });
  return budget;
}
