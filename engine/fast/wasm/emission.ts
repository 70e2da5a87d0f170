import type { Node, NodeRef } from '../node.ts';
import type { Assembler } from './assembler.ts';
import type { Part } from './parts.ts';

/** What the emitters of the several kinds of nodes share. */
export interface Emission {
  readonly nodes: readonly Node[];
  readonly to: Assembler;
  /** Puts a part of a node on the stack. */
  push(ref: NodeRef, part: Part): void;
  /** Takes a mask from the stack: its rows cannot be decided here. */
  doubt(): void;
}
