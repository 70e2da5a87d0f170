import { canSee, type Caller } from '../../engine/access/can.ts';
import { compile } from '../../engine/index.ts';
import type { Model, Receipt, Result } from '../../schemas/index.ts';

/** Whether somebody may see what a person is paid. */
export function seesPay(caller: Caller | undefined, person: string | undefined): boolean {
  return caller !== undefined && canSee(caller, 'pay', person);
}

/** A result as those see it who may not see its pay. */
export function resultWithoutPay({ pay: _pay, issues, ...rest }: Result): Result {
  return { ...rest, issues: issues.filter(({ code }) => code !== 'pay.missing') };
}

/** A receipt up to where the pay begins, with the figures that are there for pay alone; it still recomputes. */
export function receiptWithoutPay(model: Model, receipt: Receipt): Receipt {
  return { ...receipt, entries: receipt.entries.slice(0, compile(model).pay?.first) };
}
