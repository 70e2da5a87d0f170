import { RangeSet, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  gutter,
  hoverTooltip,
  type DecorationSet,
} from '@codemirror/view';

/** A problem at a stretch of the text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

/** Shows these problems, and no others. */
export const setMarks = StateEffect.define<readonly Mark[]>();

const marks = StateField.define<readonly Mark[]>({
  create: () => [],
  update(value, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setMarks));
    if (set !== undefined) return set.value;
    if (!transaction.docChanged) return value;
    return value.map((mark) => ({
      ...mark,
      from: transaction.changes.mapPos(mark.from),
      to: transaction.changes.mapPos(mark.to),
    }));
  },
});

const underlined = {
  error: Decoration.mark({ class: 'cm-finding-error' }),
  warning: Decoration.mark({ class: 'cm-finding-warning' }),
};

class Sign extends GutterMarker {
  readonly severity: Mark['severity'];
  constructor(severity: Mark['severity']) {
    super();
    this.severity = severity;
  }
  override eq(other: Sign): boolean {
    return other.severity === this.severity;
  }
  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = `cm-sign-${this.severity}`;
    sign.textContent = this.severity === 'error' ? '✕' : '!';
    return sign;
  }
}
const signs = { error: new Sign('error'), warning: new Sign('warning') };

/** Problems as underlines, as signs beside their lines, and in words where the pointer rests. */
export function marked(): Extension {
  return [
    marks,
    EditorView.decorations.compute([marks, 'doc'], (state): DecorationSet => {
      // A problem of a whole object is marked at its beginning.
      const ranges = drawable(state.field(marks), state.doc.length).map(({ from, to, severity }) =>
        underlined[severity].range(from, Math.max(from + 1, Math.min(to, state.doc.lineAt(from).to))),
      );
      return Decoration.set(
        ranges.filter(({ to }) => to <= state.doc.length),
        true,
      );
    }),
    gutter({
      class: 'cm-signs',
      markers(view) {
        const found = drawable(view.state.field(marks), view.state.doc.length);
        return RangeSet.of(
          found.map(({ from, severity }) => signs[severity].range(view.state.doc.lineAt(from).from)),
          true,
        );
      },
    }),
    hoverTooltip((view, at) => {
      const mark = view.state.field(marks).find(({ from, to }) => from <= at && at <= to);
      if (mark === undefined) return null;
      return {
        pos: mark.from,
        above: true,
        create() {
          const dom = document.createElement('div');
          dom.className = 'cm-finding-text';
          dom.textContent = mark.text;
          return { dom };
        },
      };
    }),
  ];
}

function drawable(list: readonly Mark[], length: number): Mark[] {
  return list.filter(({ from }) => from <= length);
}
