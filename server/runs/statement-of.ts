import type { Caller } from '../../engine/access/can.ts';
import { hashOf } from '../../engine/index.ts';
import type { Run, Statement } from '../../schemas/index.ts';
import { definitionByHash } from '../definitions/definitions.ts';
import { modelByHash } from '../models/published.ts';
import { namesOf } from '../people/names.ts';
import type { RunResult } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { receiptOf } from './receipts.ts';
import { roleName } from './role-name.ts';
import { resultId } from './stored-results.ts';
import { receiptWithoutPay, resultWithoutPay, seesPay } from './without-pay.ts';
import { runViews } from './views.ts';
import { modelUseOf } from './model-use.ts';

/** A statement of one result. @throws where what the run pinned is gone, or gives another receipt: nothing wrong is shown. */
export async function statementOf(
  store: Store,
  run: Run,
  stored: RunResult,
  caller: Caller | undefined,
): Promise<Statement> {
  const use = modelUseOf(run.models, stored);
  const model = use === undefined ? undefined : await modelByHash(store, use.hash);
  const company = await definitionByHash(store, 'company', run.company);
  if (use === undefined || model === undefined || company === undefined)
    throw new Error(`run ${run.id} has lost its definitions`);
  const whole = receiptOf(model.document, stored.result.subject, stored);
  if (hashOf(whole) !== stored.receipt) throw new Error(`result ${stored.id} gives another receipt`);
  // The hash of the whole receipt would let figures be guessed that are left out of it.
  const hidden = model.document.pay !== undefined && !seesPay(caller, stored.subject);
  const receipt = hidden ? receiptWithoutPay(model.document, whole) : whole;
  const names = await namesOf(store, [stored.subject]);
  const [view] = await runViews(store, [run]);
  const named = await roleName(store, run, stored.role);
  return {
    id: `${run.id}~${stored.subject}`,
    run: run.id,
    period: run.period,
    state: view!.state,
    person: { id: stored.subject, name: names.get(stored.subject) ?? null },
    team: stored.team,
    role: stored.role,
    ...(named !== undefined && { roleName: named }),
    stage: stored.stage,
    model: model.document,
    version: use.version,
    result: hidden ? resultWithoutPay(stored.result) : stored.result,
    receipt,
    receiptHash: hidden ? hashOf(receipt) : stored.receipt,
    payHidden: hidden,
    company,
    previous: await previousOf(store, run, stored.subject),
  };
}

/** The same person in the latest run of an earlier period of the cadence, the locked one where there is one. */
async function previousOf(store: Store, { period }: Run, subject: string): Promise<Statement['previous']> {
  let best: Run | undefined;
  for await (const run of store.collection('runs').scan()) {
    if (run.period.cadence !== period.cadence || run.period.end > period.start) continue;
    if (best === undefined || run.period.end > best.period.end || (await isLater(store, run, best)))
      best = run;
  }
  const result =
    best === undefined ? undefined : await store.collection('results').get(resultId(best.id, subject));
  if (best === undefined || result === undefined) return null;
  return { run: best.id, period: best.period.id, composite: result.result.composite, grade: result.grade };
}

async function isLater(store: Store, run: Run, best: Run): Promise<boolean> {
  if (run.period.id !== best.period.id) return false;
  const lock = await store.collection('runLocks').get(run.period.id);
  if (lock !== undefined) return lock.run === run.id;
  const [a, b] = await store.collection('runStarts').getMany([run.id, best.id]);
  return (a?.change.at ?? '') > (b?.change.at ?? '');
}
