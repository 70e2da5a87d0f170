import { compile, explain, tableOfInputs, type SubjectInputs } from '../../engine/index.ts';
import type { Model, Receipt, Run } from '../../schemas/index.ts';
import { modelByHash } from '../models/published.ts';
import type { Store } from '../store/store.ts';
import { resultsOfRun } from './stored-results.ts';
import { modelUseOf } from './model-use.ts';

/** The receipt of a stored result: the same bytes as when it was made, without reading a record. */
export function receiptOf(model: Model, subject: string, inputs: SubjectInputs): Receipt {
  const program = compile(model);
  return explain(program, tableOfInputs(program, subject, inputs), 0);
}

/** The receipts of a stored run, by subject, derived from the figures its results keep. */
export async function receiptsOfRun(store: Store, run: Run): Promise<Map<string, Receipt>> {
  const models = new Map(
    await Promise.all(run.models.map(async ({ hash }) => [hash, await modelByHash(store, hash)] as const)),
  );
  const receipts = new Map<string, Receipt>();
  for await (const { subject, model, team, result, inputs, missing } of resultsOfRun(store, run.id)) {
    const found = models.get(modelUseOf(run.models, { model, team })?.hash ?? '');
    if (found !== undefined)
      receipts.set(subject, receiptOf(found.document, result.subject, { inputs, missing }));
  }
  return receipts;
}
