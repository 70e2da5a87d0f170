import { createContext, useContext } from 'react';
import type { Conditions, Labels } from '../../schemas/index.ts';
import type { ConditionField } from '../models/conditions/fields.ts';
import type { Language } from '../../locales/index.ts';

/** A value with its parts. */
export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
export type JsonRecord = { readonly [name: string]: Json };

/** A text, a number or a truth as it stands in a field; nothing of what has parts. */
export function textOf(value: Json | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

/** The records around a field, the outermost first; the last is the one that has the field. */
export type Around = readonly JsonRecord[];

/** What the ids, the conditions and the formulas of a form may speak of. */
export interface Surroundings {
  /** What an id may be, the likeliest first; undefined where it names nothing that is there yet. */
  readonly idsOf: (
    owner: string,
    field: string,
    around: Around,
  ) => readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly conditionsOf: (
    owner: string,
    field: string,
    around: Around,
  ) => {
    readonly fields: readonly ConditionField[];
    readonly sentence: (conditions: Conditions, language: Language) => string;
  };
  /** What a record with a title begins with besides what its schema asks for. */
  readonly startsOf: (title: string) => JsonRecord | undefined;
  /** What formulas may name. */
  readonly figures: readonly { readonly id: string; readonly name: Labels }[];
}

export const nothingAround: Surroundings = {
  idsOf: () => undefined,
  conditionsOf: () => ({ fields: [], sentence: () => '' }),
  startsOf: () => undefined,
  figures: [],
};

export const SurroundingsContext = createContext<Surroundings>(nothingAround);

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
