import { Annotation, StateField, Transaction, type ChangeSet, type Extension } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';

/** Changes that lead back, and those that lead forward again. */
interface History {
  readonly back: readonly ChangeSet[];
  readonly forward: readonly ChangeSet[];
  readonly changedAt: number;
}

const empty: History = { back: [], forward: [], changedAt: 0 };
const stepping = Annotation.define<'back' | 'forward'>();
/** Letters typed without a pause are undone together. */
const pause = 500;
const steps = 200;

const history = StateField.define<History>({
  create: () => empty,
  update(value, transaction) {
    if (!transaction.docChanged) return value;
    // Another text altogether: what was typed before does not fit it.
    if (transaction.annotation(Transaction.addToHistory) === false) return empty;
    const inverse = transaction.changes.invert(transaction.startState.doc);
    const { back, forward } = value;
    switch (transaction.annotation(stepping)) {
      case 'back':
        return { back: back.slice(0, -1), forward: [...forward, inverse], changedAt: 0 };
      case 'forward':
        return { back: [...back, inverse], forward: forward.slice(0, -1), changedAt: 0 };
      default: {
        const changedAt = transaction.annotation(Transaction.time) ?? 0;
        const last = changedAt - value.changedAt < pause ? back.at(-1) : undefined;
        const kept = last === undefined ? [...back, inverse] : [...back.slice(0, -1), inverse.compose(last)];
        return { back: kept.slice(-steps), forward: [], changedAt };
      }
    }
  },
});

function step(direction: 'back' | 'forward'): (view: EditorView) => boolean {
  return (view) => {
    const changes = view.state.field(history)[direction].at(-1);
    if (changes === undefined || view.state.readOnly) return false;
    view.dispatch({
      changes,
      annotations: stepping.of(direction),
      userEvent: 'undo',
      scrollIntoView: true,
    });
    return true;
  };
}

/** Undo and redo, by the keys people know for them. */
export function undoable(): Extension {
  return [
    history,
    keymap.of([
      { key: 'Mod-z', run: step('back'), preventDefault: true },
      { key: 'Mod-y', run: step('forward'), preventDefault: true },
      { key: 'Mod-Shift-z', run: step('forward'), preventDefault: true },
    ]),
  ];
}
