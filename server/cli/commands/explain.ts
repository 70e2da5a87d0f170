import { explain } from '../../../engine/index.ts';
import { isLanguage } from '../../../locales/index.ts';
import { statement } from '../../statement/statement.ts';
import { readArgs, report, required, stopped, type Command } from '../command.ts';
import { BadUse, exit } from '../io.ts';
import { loadModel } from '../load-model.ts';
import { loadSubjects } from '../load-subjects.ts';

/** How one subject's grade came about: the receipt, or a statement to read. */
export const explainCommand: Command = {
  name: 'explain',
  usage: 'explain MODEL --subjects FILE --subject ID [--text zh|en]',
  async run(args, io) {
    const { positionals, values } = readArgs(
      this,
      args,
      { subjects: { type: 'string' }, subject: { type: 'string' }, text: { type: 'string' } },
      1,
    );
    const subjects = required(this, values.subjects);
    const subject = required(this, values.subject);
    const language = values.text;
    if (language !== undefined && !isLanguage(language)) throw new BadUse('use.language', { language });
    const loaded = await loadModel(positionals[0]!);
    if ('issues' in loaded) return report(io, loaded.issues);
    const { table, issues } = await loadSubjects(subjects, loaded.program);
    if (stopped(io, issues)) return exit.findings;

    const row = table.subjects.indexOf(subject);
    if (row === -1) throw new BadUse('use.noSubject', { subject });
    if (language !== undefined) io.out(statement(loaded.program, table, row, language).join('\n'));
    else io.out(JSON.stringify(explain(loaded.program, table, row), undefined, 1));
    return exit.ok;
  },
};
