import { getIndentation, indentString } from '@codemirror/language';
import { EditorSelection, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';

/** Keys whose own working sees only the lines that are drawn. Tab is not among them: it leaves the editor. */
export function editingKeys(): Extension {
  return keymap.of([
    { key: 'Enter', run: newLine },
    { key: 'Backspace', run: deleteSelection },
    { key: 'Delete', run: deleteSelection },
    { key: 'Mod-a', run: selectAll },
    { key: 'Mod-Home', run: (view) => moveTo(view, 0) },
    { key: 'Mod-End', run: (view) => moveTo(view, view.state.doc.length) },
  ]);
}

function newLine(view: EditorView): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  const changes = state.changeByRange(({ from, to }) => {
    const insert = `\n${indentString(state, getIndentation(state, from) ?? 0)}`;
    return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length) };
  });
  view.dispatch(changes, { userEvent: 'input', scrollIntoView: true });
  return true;
}

function deleteSelection(view: EditorView): boolean {
  const { state } = view;
  if (state.readOnly || state.selection.main.empty) return false;
  view.dispatch(state.replaceSelection(''), { userEvent: 'delete', scrollIntoView: true });
  return true;
}

function selectAll(view: EditorView): boolean {
  view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
  return true;
}

function moveTo(view: EditorView, anchor: number): boolean {
  view.dispatch({ selection: { anchor }, scrollIntoView: true });
  return true;
}
