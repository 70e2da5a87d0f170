import { analyse, check, hasErrors } from '../../../engine/index.ts';
import { readDocument } from '../../files/read-document.ts';
import { readable, readArgs, report, type Command } from '../command.ts';
import { BadUse } from '../io.ts';

/** Lists what is allowed in a model file and most likely not meant; of a model with errors, those. */
export const analyseCommand: Command = {
  name: 'analyse',
  usage: 'analyse MODEL [--cliff MONEY]',
  async run(args, io) {
    const { positionals, values } = readArgs(this, args, { cliff: { type: 'string' } }, 1);
    const path = positionals[0]!;
    if (values.cliff !== undefined && !/^\d{1,9}$/.test(values.cliff))
      throw new BadUse('use.cliff', { cliff: values.cliff });
    const read = await readable(path, readDocument(path));
    if ('issues' in read) return report(io, read.issues);
    const issues = check(read.document);
    if (hasErrors(issues)) return report(io, issues);
    const options = values.cliff === undefined ? {} : { cliff: Number(values.cliff) };
    return report(io, [...issues, ...analyse(read.document, options)]);
  },
};
