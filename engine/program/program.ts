import type { MissingReason } from '../../schemas/index.ts';
import type { OperationName, Value } from './operations.ts';

/** Where a figure that no operation makes comes from. */
export type Source =
  /** A measure or an attribute of the subject, by name. */
  | { readonly kind: 'column'; readonly name: string }
  /** Written in the model, at a JSON pointer. */
  | { readonly kind: 'model'; readonly pointer: string; readonly value: Value }
  /** A fixed number or word of the arithmetic itself, such as the 100 of a percentage. */
  | { readonly kind: 'fixed'; readonly value: Value }
  /** Missing by rule, with the reason. */
  | { readonly kind: 'nothing'; readonly reason: MissingReason; readonly pointer: string };

/**
 * One step. A program is a list of them in single-assignment form: a step's arguments are earlier steps, by position.
 * The same list is evaluated, and read out as the receipt.
 */
export type Step =
  | { readonly id: string; readonly op: 'given'; readonly source: Source }
  | {
      readonly id: string;
      readonly op: OperationName;
      readonly args: readonly number[];
      /** Of round; 0 otherwise. */
      readonly places: number;
    };
