import { receiptsOfRun } from '../../runs/receipts.ts';
import { runPeriod } from '../../runs/run.ts';
import { resultsOfRun } from '../../runs/stored-results.ts';
import { fill, textsOf } from '../../../locales/index.ts';
import { readArgs, report, required, type Command } from '../command.ts';
import { exit } from '../io.ts';
import { withStore } from '../with-store.ts';

/** Evaluates a period over a data folder: its results, a line each, then the run. */
export const runCommand: Command = {
  name: 'run',
  usage: 'run --data DIR --period P [--receipts]',
  async run(args, io) {
    const { values } = readArgs(
      this,
      args,
      { data: { type: 'string' }, period: { type: 'string' }, receipts: { type: 'boolean' } },
      0,
    );
    const data = required(this, values.data);
    const period = required(this, values.period);
    const { cli } = textsOf(io.language);
    return withStore(data, async (store) => {
      const outcome = await runPeriod(store, period, (done, all) =>
        io.progress(fill(cli.evaluating, { done, all })),
      );
      io.progress('');
      if ('issues' in outcome) return report(io, outcome.issues);
      const receipts = values.receipts === true ? await receiptsOfRun(store, outcome.run) : undefined;
      for await (const { result, receipt } of resultsOfRun(store, outcome.run.id)) {
        io.out(JSON.stringify({ ...result, receipt: receipts?.get(result.subject) ?? receipt }));
      }
      io.out(JSON.stringify({ run: outcome.run }));
      report(io, outcome.run.issues, 'err');
      return outcome.run.certificates.every(({ agreed }) => agreed) ? exit.ok : exit.findings;
    });
  },
};
