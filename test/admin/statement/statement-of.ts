import company from '../../../rules/starter/company.json' with { type: 'json' };
import expansionCases from '../../../rules/starter/models/expansion.cases.json' with { type: 'json' };
import expansion from '../../../rules/starter/models/expansion.model.json' with { type: 'json' };
import matureCases from '../../../rules/starter/models/mature.cases.json' with { type: 'json' };
import mature from '../../../rules/starter/models/mature.model.json' with { type: 'json' };
import { compile, evaluateRow, explain, hashOf, periodOf, tableOf } from '../../../engine/index.ts';
import type { Cases, Company, Model, Statement } from '../../../schemas/index.ts';

/** Models of the starter, each with its worked cases. */
export const starters = [
  { model: expansion, cases: expansionCases },
  { model: mature, cases: matureCases },
].map(({ model, cases }) => ({
  model: model as unknown as Model,
  cases: (cases as unknown as Cases).cases,
}));

/** The statement of one subject, as the server would answer it; made by the engine from the figures. */
export function statementOf(model: Model, figures: Readonly<Record<string, unknown>>): Statement {
  const program = compile(model);
  const { table } = tableOf(program.inputs, [{ subject: 'p1', figures }]);
  const receipt = explain(program, table, 0);
  return {
    id: '0123456789abcdef~p1',
    run: '0123456789abcdef',
    period: periodOf('2026-Q3', 'Asia/Shanghai')!,
    state: 'open',
    person: { id: 'p1', name: '王芳' },
    team: 'East',
    role: 'seller',
    stage: typeof figures['stage'] === 'string' ? figures['stage'] : model.stage,
    model,
    version: 1,
    result: evaluateRow(program, table, 0),
    receipt,
    receiptHash: hashOf(receipt),
    payHidden: false,
    company: company as Company,
    previous: { run: 'fedcba9876543210', period: '2026-Q2', composite: '80.00', grade: 'good' },
  };
}
