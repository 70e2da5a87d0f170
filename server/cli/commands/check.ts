import { check } from '../../../engine/index.ts';
import { readDocument } from '../../files/read-document.ts';
import { readable, readArgs, report, type Command } from '../command.ts';

/** Lists what is wrong with a model file. */
export const checkCommand: Command = {
  name: 'check',
  usage: 'check MODEL',
  async run(args, io) {
    const { positionals } = readArgs(this, args, {}, 1);
    const path = positionals[0]!;
    const read = await readable(path, readDocument(path));
    return report(io, 'issues' in read ? read.issues : check(read.document));
  },
};
