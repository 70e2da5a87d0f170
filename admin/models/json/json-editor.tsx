import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  defaultHighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { marked, withMarks, type Mark } from './marks.ts';
import type { Stretch } from './places.ts';
import { theme } from './theme.ts';

/** A place to go to; another object goes there again. */
export type Target = Stretch;

interface Props {
  readonly label: string;
  /** Id of the text that says how the keys work. */
  readonly describedBy: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly target: Target | undefined;
  /** Without it the text can only be read. */
  readonly onChange?: (text: string) => void;
}

/** A JSON text with its problems marked in it. */
export function JsonEditor({ label, describedBy, text, marks, target, onChange }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const attributes = useRef(new Compartment());
  const undoing = useRef(new Compartment());
  const changed = useEffectEvent((next: string) => onChange?.(next));
  const readOnly = onChange === undefined;

  useLayoutEffect(() => {
    const made = new EditorView({
      parent: holder.current!,
      state: EditorState.create({
        extensions: [
          // The page's policy lets in only styles that carry its nonce.
          EditorView.cspNonce.of(
            document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '',
          ),
          EditorState.tabSize.of(2),
          EditorView.lineWrapping,
          lineNumbers(),
          marked(),
          drawSelection(),
          json(),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(defaultHighlightStyle),
          undoing.current.of(history()),
          // Tab is not among these keys: it leaves the editor.
          keymap.of([...defaultKeymap, ...historyKeymap]),
          theme,
          attributes.current.of([]),
          EditorView.updateListener.of(({ docChanged, transactions, state }) => {
            const typed = transactions.some((one) => one.annotation(Transaction.addToHistory) !== false);
            if (docChanged && typed) changed(state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const given = EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      tabindex: '0',
      ...(readOnly && { 'aria-readonly': 'true' }),
    });
    const rights = EditorState.readOnly.of(readOnly);
    view.current!.dispatch({ effects: attributes.current.reconfigure([given, rights]) });
  }, [label, describedBy, readOnly]);

  // Before the next key is pressed, which would be lost.
  useLayoutEffect(() => {
    const { state } = view.current!;
    if (state.doc.toString() === text) return;
    view.current!.dispatch({
      changes: { from: 0, to: state.doc.length, insert: text },
      annotations: Transaction.addToHistory.of(false),
      effects: undoing.current.reconfigure([]),
    });
    // Another text altogether: what was typed before does not fit it.
    view.current!.dispatch({ effects: undoing.current.reconfigure(history()) });
  }, [text]);

  useEffect(() => {
    view.current!.dispatch(withMarks(view.current!.state, marks));
  }, [marks]);

  useEffect(() => {
    if (target === undefined) return;
    const { length } = view.current!.state.doc;
    const [anchor, head] = [Math.min(target.from, length), Math.min(target.to, length)];
    view.current!.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    view.current!.focus();
    view.current!.dom.scrollIntoView({ block: 'nearest' });
  }, [target]);

  return <div ref={holder} />;
}
