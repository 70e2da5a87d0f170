import type { Aggregate, Period, Result, WhichRuns } from '../../schemas/index.ts';
import type { Measured } from './measured.ts';

/** Another measure's figures of a period that a measure is made from. */
export interface Need {
  readonly measure: string;
  readonly period: Period;
}

/** The run of a period whose results are asked for; undefined: the very run that is made. */
export type RunAsked = { readonly period: string; readonly runs: WhichRuns } | undefined;

/** A subject's result; `noRun` where there is no run, `noResult` where the subject is not in it. */
export type ResultFound = Result | 'noRun' | 'noResult';

/** What measures are made from that no record of theirs says. */
export interface Outside {
  /** The members of a team on the period's last day. */
  members(team: string): readonly string[];
  /** @param kind the kind of subject, such as team. */
  result(asked: RunAsked, kind: string, subject: string): ResultFound;
}

/** What a measure is made from, for one period. */
export interface Given extends Outside {
  readonly period: Period;
  /** Whom the measure is about. */
  readonly about: string;
  /** The figures of another measure for subjects of its kind. */
  measured(need: Need, subjects: readonly string[]): readonly Measured[];
  /** The subject that a record relates to this one. */
  related(subject: string): string | undefined;
}

/** A kind of measure that is made from other figures: one file each. */
export interface MadeKind<A extends Aggregate> {
  /** The measures it is made from; where they stand in it, for the check. */
  parts(aggregate: A): readonly { readonly measure: string; readonly path: string }[];
  /** The same with their periods. */
  needs(aggregate: A, period: Period): readonly Need[];
  /** The runs whose results it takes. */
  runs(aggregate: A, period: Period): readonly RunAsked[];
  figures(aggregate: A, subjects: readonly string[], given: Given): readonly Measured[];
}
