import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model, Run } from '../../../schemas/index.ts';
import { currentDefinitions } from '../../../server/definitions/definitions.ts';
import { demoPeriod } from '../../../server/demo/load.ts';
import { adoptModel } from '../../../server/models/published.ts';
import { modelVersions } from '../../../server/models/versions.ts';
import { runPeriod } from '../../../server/runs/run.ts';
import type { Store } from '../../../server/store/store.ts';
import { importFiles } from '../../support/import-files.ts';

const rules = join(import.meta.dirname, '../../../rules/starter');
const at = '2026-10-01T00:00:00.000Z';
let requests = 0;

/** Publishes a changed version of a model, holding from the demo's quarter on. */
export async function changeModel(
  store: Store,
  key: string,
  change: (model: Model) => Model,
): Promise<Model> {
  const [newest] = (await modelVersions(store, key)).toReversed();
  const model = change(newest!.document);
  if (!(await adoptModel(store, model, demoPeriod, `change-${(requests += 1)}`, at))) throw new Error(key);
  return model;
}

/** Nobody is held for review any more: what is missing is left out. */
export async function holdNobody(store: Store): Promise<void> {
  for (const key of ['expansion', 'mature']) {
    await changeModel(store, key, (model) => ({
      ...model,
      metrics: model.metrics.map((metric) =>
        metric.whenMissing === 'hold' ? { ...metric, whenMissing: 'exclude' } : metric,
      ),
    }));
  }
}

/** Imports rows, of columns and cells, into a dataset of the demo company. */
export async function importRows(
  store: Store,
  dataset: string,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const known = (await currentDefinitions(store, 'dataset')).some(({ key }) => key === dataset);
  if (!known) throw new Error(`no dataset ${dataset}`);
  const columns = Object.keys(rows[0]!);
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-test-'));
  const path = join(folder, `${dataset}.csv`);
  writeFileSync(path, `${[columns.join(','), ...lines].join('\n')}\n`);
  await importFiles(store, rules, [[dataset, path]]);
  rmSync(folder, { recursive: true });
}

/** Runs the demo's quarter. @throws Error where there is no run. */
export async function runDemo(store: Store): Promise<Run> {
  const outcome = await runPeriod(store, demoPeriod);
  if ('issues' in outcome) throw new Error(JSON.stringify(outcome.issues));
  return outcome.run;
}
