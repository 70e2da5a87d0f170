import { createContext, useContext } from 'react';
import type { Issue } from '../../../schemas/index.ts';

/** What the fields of a document being edited share. */
export interface Editing {
  readonly findings: readonly Issue[];
  /** Goes to the field of a pointer, or to its place in the JSON where it has no field. */
  readonly jump: (pointer: string) => void;
  /** Goes to the place of a pointer in the JSON. */
  readonly jumpToJson: (pointer: string) => void;
}

export const EditingContext = createContext<Editing>({
  findings: [],
  jump: () => undefined,
  jumpToJson: () => undefined,
});

export function useEditing(): Editing {
  return useContext(EditingContext);
}

/** What is wrong at exactly this place. */
export function useFieldFinding(pointer: string): Issue | undefined {
  return useEditing().findings.find((issue) => issue.pointer === pointer);
}
