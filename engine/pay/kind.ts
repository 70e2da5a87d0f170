import type { Issue, Model, PayAmount, PayLine } from '../../schemas/index.ts';
import type { Builder, StepRef } from '../program/builder.ts';

/** What a kind of amount is checked against. */
export interface PayCheck {
  readonly model: Model;
  /** JSON pointer of the amount in the model. */
  readonly pointer: string;
  /** What is wrong with a formula of the amount, by its path there. */
  formula(text: string, path: string): Issue[];
}

/** What a kind of amount is made with. */
export interface PayContext {
  readonly builder: Builder;
  readonly line: PayLine;
  /** What the line is called in receipts, such as "pay:bonus". */
  readonly id: string;
  /** JSON pointer of the amount in the model. */
  readonly pointer: string;
  /** The final grade. */
  readonly grade: StepRef;
  /** What a formula of the amount comes to, exact, by its path there. */
  formula(text: string, path: string): StepRef;
}

/** Where the figures of an amount stand in the program. */
export interface AmountSteps {
  /** Before it is limited and published. */
  readonly exact: StepRef;
  /** Of a split, published, by id. */
  readonly parts?: readonly { readonly id: string; readonly amount: StepRef }[];
  /** Of a pool: what was divided, and what stays with nobody. */
  readonly pool?: { readonly sum: StepRef; readonly fund: StepRef };
}

/** A kind of amount: one file each, listed in index.ts. */
export interface PayKind<K extends PayAmount['kind'] = PayAmount['kind']> {
  readonly kind: K;
  /** What the schema cannot see. */
  check(amount: Extract<PayAmount, { kind: K }>, check: PayCheck): Issue[];
  compile(amount: Extract<PayAmount, { kind: K }>, context: PayContext): AmountSteps;
}
