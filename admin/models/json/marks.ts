import { lintGutter, nextDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { keymap } from '@codemirror/view';

/** A problem at a stretch of the text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** Problems as signs beside their lines, and a key that goes from one to the next. */
export function marked(): Extension {
  return [lintGutter(), keymap.of([{ key: 'F8', run: nextDiagnostic }])];
}

/** Shows these problems, and no others. */
export function withMarks(state: EditorState, marks: readonly Mark[]): TransactionSpec {
  const { length } = state.doc;
  const found = marks
    .filter(({ from }) => from <= length)
    .map(({ from, to, severity, text }): Diagnostic => {
      // A problem of a whole object is marked at its beginning.
      const end = Math.min(to, state.doc.lineAt(from).to);
      return { from, to: Math.max(from, end), severity, message: text };
    });
  return setDiagnostics(state, found);
}
