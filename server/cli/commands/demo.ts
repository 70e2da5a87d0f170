import { resolve } from 'node:path';
import { fill, textsOf, type Texts } from '../../../locales/index.ts';
import type { Labels, Result, Run } from '../../../schemas/index.ts';
import { demoPeriod, loadDemo } from '../../demo/load.ts';
import { peopleNames } from '../../people/names.ts';
import { pinsOfRun } from '../../runs/pins-of-run.ts';
import { prepare } from '../../runs/prepare.ts';
import { runPeriod } from '../../runs/run.ts';
import { resultsOfRun } from '../../runs/stored-results.ts';
import { statement } from '../../statement/statement.ts';
import type { Store } from '../../store/store.ts';
import { readArgs, report, type Command } from '../command.ts';
import { exit, type Io } from '../io.ts';
import { tableText } from '../table-text.ts';
import { withStore } from '../with-store.ts';

/** Shows the whole at work: loads the demo company, evaluates its last quarter, prints everybody and one statement. */
export const demoCommand: Command = {
  name: 'demo',
  usage: 'demo [--data DIR]',
  async run(args, io) {
    const { values } = readArgs(this, args, { data: { type: 'string' } }, 0);
    const folder = resolve(values.data ?? process.env['MERITSCALE_DATA'] ?? 'data/demo');
    return withStore(folder, async (store) => {
      await loadDemo(store);
      const outcome = await runPeriod(store, demoPeriod);
      if ('issues' in outcome) return report(io, outcome.issues);
      await show(store, outcome.run, folder, io);
      return exit.ok;
    });
  },
};

async function show(store: Store, run: Run, folder: string, io: Io): Promise<void> {
  const { language } = io;
  const { cli } = textsOf(language);
  const names = await peopleNames(store);
  const results: Result[] = [];
  for await (const { result } of resultsOfRun(store, run.id)) results.push(result);
  const pins = await pinsOfRun(store, run);
  if ('issues' in pins) throw new Error('a run that was just made has lost its pins');
  const { members, judgings } = await prepare(store, pins);
  const nameOf = (person: string) => names.get(person) ?? person;
  const ranked = results.toSorted(
    (a, b) =>
      Number(b.composite ?? -1) - Number(a.composite ?? -1) ||
      (nameOf(a.subject) < nameOf(b.subject) ? -1 : 1),
  );
  const member = new Map(members.map((item) => [item.person, item]));
  const models = pins.models.map(({ document }) => document);
  const called = (items: readonly { id: string; name: Labels }[]) =>
    new Map(items.map(({ id, name }) => [id, name[language]]));
  const grades = called(models.flatMap((model) => model.grades));
  const actionNames = called(models.flatMap((model) => model.actions ?? []));
  const stages = called(pins.company.document.stages);

  const rows = ranked.map(({ subject, composite, grade, status, actions }, index) => [
    String(index + 1),
    nameOf(subject),
    member.get(subject)?.team ?? '',
    stages.get(member.get(subject)?.stage ?? '') ?? '',
    composite ?? cli[status],
    grade === null ? '' : (grades.get(grade) ?? grade),
    actions.map(({ rule }) => actionNames.get(rule) ?? rule).join(' · '),
  ]);
  const teams = new Set(members.map(({ team }) => team)).size;
  io.out(fill(cli.demo, { period: run.period.id, count: results.length, teams }));
  io.out('');
  for (const line of tableText([headings(cli), ...rows])) io.out(line);

  const shown = ranked[Math.floor(ranked.length / 2)]!.subject;
  io.out(`\n${fill(cli.receiptOf, { person: nameOf(shown) })}\n`);
  for (const { program, table: tableWith } of judgings) {
    const table = tableWith(new Map());
    const row = table.subjects.indexOf(shown);
    if (row !== -1) for (const line of statement(program, table, row, language, nameOf(shown))) io.out(line);
  }
  const decisions = run.certificates.reduce((sum, certificate) => sum + certificate.decisions, 0);
  const count = run.certificates.reduce((sum, certificate) => sum + certificate.disagreements.length, 0);
  io.out(`\n${fill(count === 0 ? cli.certified : cli.notCertified, { decisions, count })}`);
  io.out(fill(cli.next, { dir: folder }));
}

function headings(cli: Texts['cli']): string[] {
  return [cli.rank, cli.person, cli.team, cli.stage, cli.composite, cli.grade, cli.actions];
}
