import { fill, textsOf } from '../../../locales/index.ts';
import { verifyRun } from '../../runs/verify.ts';
import { readArgs, report, required, type Command } from '../command.ts';
import { exit } from '../io.ts';
import { withStore } from '../with-store.ts';

/** Computes a stored run again from the stored records and compares the bytes. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify RUN --data DIR',
  async run(args, io) {
    const { positionals, values } = readArgs(this, args, { data: { type: 'string' } }, 1);
    const data = required(this, values.data);
    return withStore(data, async (store) => {
      const { run, issues } = await verifyRun(store, positionals[0]!);
      if (run === undefined || issues.length > 0) return report(io, issues);
      io.out(JSON.stringify({ run: run.id, verified: true, subjects: run.subjects, results: run.results }));
      io.err(fill(textsOf(io.language).cli.verified, { run: run.id, subjects: run.subjects }));
      return exit.ok;
    });
  },
};
