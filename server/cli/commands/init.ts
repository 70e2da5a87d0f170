import { adoptStarter, readStarter } from '../../definitions/starter.ts';
import { readable, readArgs, report, required, type Command } from '../command.ts';
import { exit } from '../io.ts';
import { withStore } from '../with-store.ts';

/** Takes company, datasets and models of a starter folder into a data folder. */
export const initCommand: Command = {
  name: 'init',
  usage: 'init STARTER --data DIR [--from PERIOD]',
  async run(args, io) {
    const { positionals, values } = readArgs(
      this,
      args,
      { data: { type: 'string' }, from: { type: 'string' } },
      1,
    );
    const data = required(this, values.data);
    const folder = positionals[0]!;
    const read = await readable(folder, readStarter(folder));
    if ('issues' in read) {
      return report(
        io,
        read.issues.map(({ file, issue }) => ({ ...issue, params: { ...issue.params, file } })),
      );
    }
    const { company, datasets, models } = read.starter;
    const { held } = await withStore(data, (store) => adoptStarter(store, read.starter, values.from ?? null));
    if (held.length > 0) {
      return report(
        io,
        held.map((model) => ({ code: 'model.heldBack', severity: 'error', params: { model } })),
      );
    }
    io.out(
      JSON.stringify({
        company: company.name,
        datasets: datasets.map(({ id }) => id),
        models: models.map(({ key }) => key),
      }),
    );
    return exit.ok;
  },
};
