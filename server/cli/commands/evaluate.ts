import { certify } from '../../../engine/certificate/certify.ts';
import { backEnds, evaluateBy, explain, periodOf, type BackEnd } from '../../../engine/index.ts';
import type { Issue, Model } from '../../../schemas/index.ts';
import { readArgs, report, required, stopped, type Command } from '../command.ts';
import { BadUse, exit } from '../io.ts';
import { loadModel } from '../load-model.ts';
import { loadSubjects } from '../load-subjects.ts';
import { storedTable } from '../../runs/stored-table.ts';
import { withStore } from '../with-store.ts';

/** Judges the subjects of a file, or of a data folder, by a model file: a line of JSON each. */
export const evaluateCommand: Command = {
  name: 'evaluate',
  usage:
    'evaluate MODEL (--subjects FILE(.csv|.json|.ndjson) [--period P] | --data DIR --period P) [--receipts] [--certify] [--backend closures|columns|reference]',
  async run(args, io) {
    const { positionals, values } = readArgs(
      this,
      args,
      {
        subjects: { type: 'string' },
        data: { type: 'string' },
        period: { type: 'string' },
        receipts: { type: 'boolean' },
        certify: { type: 'boolean' },
        backend: { type: 'string', default: 'columns' },
      },
      1,
    );
    if (values.data !== undefined && values.subjects !== undefined) required(this, undefined);
    const backEnd = backEndOf(values.backend);
    const loaded = await loadModel(positionals[0]!);
    if ('issues' in loaded) return report(io, loaded.issues);
    const { program } = loaded;
    if (stopped(io, periodIssues(values.period, program.model))) return exit.findings;
    const found =
      values.data === undefined
        ? await loadSubjects(required(this, values.subjects), program)
        : await withStore(values.data, (store) => storedTable(store, program, required(this, values.period)));
    if (stopped(io, found.issues) || found.table === undefined) return exit.findings;
    const { table } = found;

    const results = evaluateBy(backEnd, program, table);
    for (const [row, result] of results.entries()) {
      io.out(
        JSON.stringify({
          ...result,
          ...(values.period !== undefined && { period: values.period }),
          ...(values.receipts === true && { receipt: explain(program, table, row) }),
        }),
      );
    }
    if (values.certify !== true) return exit.ok;
    const certificate = await certify(program.model, table, results);
    io.out(JSON.stringify({ certificate }));
    return certificate.agreed ? exit.ok : exit.findings;
  },
};

function backEndOf(name: string): BackEnd {
  const backEnd = backEnds.find((one) => one === name);
  if (backEnd === undefined) throw new BadUse('use.backend', { backend: name });
  return backEnd;
}

/** A period that is none, or not of the model's kind. */
function periodIssues(id: string | undefined, { cadence }: Model): Issue[] {
  if (id === undefined) return [];
  const period = periodOf(id, 'UTC');
  if (period === undefined) return [{ code: 'period.unknown', severity: 'error', params: { period: id } }];
  if (period.cadence === cadence) return [];
  return [{ code: 'period.cadence', severity: 'error', params: { period: id, cadence } }];
}
