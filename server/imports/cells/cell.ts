import type { IssueParam } from '../../../schemas/index.ts';

/** Why a cell cannot be taken. */
export interface CellProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, IssueParam>>;
}

/** Reads a cell's text, trimmed and not empty: as it is stored, or what is wrong with it. */
export type CellReader = (text: string) => string | CellProblem;
