import type { FairnessReport, Issue } from '../../schemas/index.ts';
import type { Change } from './change.ts';
import type { Doc } from './doc.ts';

/** A version of a model as it stood when it was compared. */
export interface ComparedVersion {
  /** key@version */
  readonly version: string;
  readonly hash: string;
}

interface Cost {
  readonly team: string | null;
  readonly subjects: number;
  readonly before: string;
  readonly after: string;
  readonly delta: string;
  readonly missing: number;
}

/** Two versions of a model side by side on stored data: seen once all its movements are written. */
export interface VersionComparison extends Doc {
  readonly key: string;
  /** Null: there was none. */
  readonly before: ComparedVersion | null;
  readonly after: ComparedVersion;
  readonly periods: readonly string[];
  /** Hash of the data it was made on. */
  readonly data: string;
  readonly subjects: number;
  readonly moved: number;
  readonly up: number;
  readonly down: number;
  readonly joined: number;
  readonly left: number;
  readonly matrix: readonly {
    readonly before: string | null;
    readonly after: string | null;
    readonly count: number;
  }[];
  readonly cost: { readonly all: Cost; readonly teams: readonly Cost[] } | null;
  readonly shares: 'shapley' | 'inOrder' | null;
  readonly edits: readonly {
    readonly id: string;
    readonly pointers: readonly string[];
    readonly moved: number;
    readonly flips: number;
  }[];
  readonly findings: readonly Issue[];
  /** Absent: made before groups could be declared. */
  readonly fairness?: readonly FairnessReport[];
  readonly change: Change;
}

/** What one subject is by the two versions, where it is not the same. */
export interface VersionMovement extends Doc {
  readonly comparison: string;
  readonly period: string;
  readonly subject: string;
  /** Empty: in none. */
  readonly team: string;
  readonly before: VersionResult | null;
  readonly after: VersionResult | null;
  readonly move: 'up' | 'down' | 'same' | 'none';
  /** To sort by; null where one of the composites is missing. */
  readonly delta: number | null;
  readonly size: number | null;
  /** The same, exact. */
  readonly exact: string | null;
  readonly payDelta: string | null;
  readonly shares: readonly { readonly edit: string; readonly share: string }[] | null;
  readonly flip: readonly string[] | null;
}

interface VersionResult {
  readonly composite: string | null;
  readonly grade: string | null;
  readonly pay?: string | null;
}
