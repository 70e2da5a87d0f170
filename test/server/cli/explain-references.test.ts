import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradeReasons, proposedActions } from '../../../admin/statement/grade-view.ts';
import { viewOf } from '../../../admin/statement/view.ts';
import { compile, tableOf } from '../../../engine/index.ts';
import type { Cases, Model } from '../../../schemas/index.ts';
import { statement } from '../../../server/statement/statement.ts';
import { statementOf } from '../../admin/statement/statement-of.ts';

const folder = join(import.meta.dirname, '../../../rules/examples');
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const model = read('named-conditions.model.json') as Model;
const { cases } = read('named-conditions.cases.json') as Cases;

function linesOf(subject: string, language: 'zh' | 'en'): string[] {
  const program = compile(model);
  const { table } = tableOf(program.inputs, cases);
  return statement(program, table, table.subjects.indexOf(subject), language);
}

const adminView = (subject: string, language: 'zh' | 'en') =>
  viewOf(statementOf(model, cases.find((item) => item.subject === subject)!.figures), language);

describe('a statement says what a rule refers to', () => {
  it('by its name, with its parts in brackets, each with its outcome', () => {
    const sound =
      '“Sound” (“Formal staff” (Months employed [24] ≥ 6 ✓ 18 and Role [seller] is not intern ✓)' +
      ' and “Clean record” (Upheld complaints [0] is 0 ✓ 0) and Service score [90.0000] ≥ 80 ✓ 10)';
    expect(linesOf('formal', 'en')).toEqual(
      expect.arrayContaining([
        `Points “Soundness”: 2.00, because ${sound}`,
        `Action: Promotion, because Grade [Excellent] is Excellent ✓ and ${sound}`,
      ]),
    );
  });

  it('also where it does not hold, and in Chinese', () => {
    expect(linesOf('complaint', 'en')).toContain(
      'Gate “Complaint gate”: the grade is at best Good, because not (“Clean record” (Upheld complaints [1] is 0 ✗ 1))',
    );
    expect(linesOf('newcomer', 'zh')).toContain(
      '权重按“新人权重”执行，因为非（“正式员工”（在职月数 [3] ≥ 6 ✗ 3 且 岗位 [seller] 不为 intern ✓））',
    );
  });

  it('in the admin too', () => {
    expect(gradeReasons(adminView('complaint', 'zh')).at(-1)).toContain(
      '非（“无成立投诉”（成立的投诉 [1] 为 0））',
    );
    expect(proposedActions(adminView('formal', 'en'))[0]!.because).toBe(
      'Grade is Excellent and “Sound” (“Formal staff” (Months employed [24] ≥ 6 and Role [seller] is not intern)' +
        ' and “Clean record” (Upheld complaints [0] is 0) and Service score [90.0000] ≥ 80)',
    );
  });
});
