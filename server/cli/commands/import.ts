import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import { fill, textsOf } from '../../../locales/index.ts';
import { currentDefinitions } from '../../definitions/definitions.ts';
import { importCsv } from '../../imports/import-csv.ts';
import { peopleOf } from '../../people/people.ts';
import type { Store } from '../../store/store.ts';
import { readable, readArgs, report, reportIssue, required, type Command } from '../command.ts';
import { BadUse, exit, type ExitCode, type Io } from '../io.ts';
import { withStore } from '../with-store.ts';

const encodings = ['auto', 'utf-8', 'gb18030'] as const;

/** Takes a CSV file into a dataset of a data folder: the issues of its cells, a line each, then what was done. */
export const importCommand: Command = {
  name: 'import',
  usage: 'import DATASET FILE --data DIR [--valid-rows] [--dry-run] [--encoding auto|utf-8|gb18030]',
  async run(args, io) {
    const { positionals, values } = readArgs(
      this,
      args,
      {
        data: { type: 'string' },
        'valid-rows': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        encoding: { type: 'string' },
      },
      2,
    );
    const [dataset, path] = positionals as [string, string];
    const encoding = encodings.find((item) => item === (values.encoding ?? 'auto'));
    if (encoding === undefined) throw new BadUse('use.arguments', { usage: this.usage });
    await readable(path, stat(path));
    const mode = values['valid-rows'] === true ? 'validRows' : 'allOrNothing';
    const options = { mode, dryRun: values['dry-run'] === true, encoding } as const;
    return withStore(required(this, values.data), (store) => importFile(store, dataset, path, options, io));
  },
};

/** How a file is imported. */
export interface ImportOptions {
  readonly mode: 'allOrNothing' | 'validRows';
  readonly dryRun: boolean;
  readonly encoding: (typeof encodings)[number];
}

/** Imports a file into one of the store's datasets and says what became of it. */
async function importFile(
  store: Store,
  id: string,
  path: string,
  options: ImportOptions,
  io: Io,
): Promise<ExitCode> {
  const [company] = await currentDefinitions(store, 'company');
  if (company === undefined) return report(io, [{ code: 'run.noCompany', severity: 'error' }]);
  const datasets = await currentDefinitions(store, 'dataset');
  const dataset = datasets.find(({ key }) => key === id);
  if (dataset === undefined) {
    const known = datasets.map(({ key }) => key).join(', ');
    throw new BadUse('run.unknownDataset', { dataset: id, known });
  }
  const { cli } = textsOf(io.language);
  const outcome = await importCsv({
    ...options,
    store,
    people: peopleOf(store),
    dataset: dataset.document,
    company: company.document,
    file: { name: basename(path), path },
    newId: randomUUID,
    onIssue: (issue) => reportIssue(io, issue),
    onProgress: ({ rows, bytes, totalBytes }) =>
      io.progress(
        fill(cli.importing, { rows, percent: Math.floor((100 * bytes) / Math.max(totalBytes, 1)) }),
      ),
  });
  io.progress('');
  io.out(JSON.stringify(outcome));
  return Object.keys(outcome.issues).length === 0 ? exit.ok : exit.findings;
}
