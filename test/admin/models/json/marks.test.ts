import { forEachDiagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { withMarks, type Mark } from '../../../../admin/models/json/marks.ts';

const text = '{\n  "a": [\n    1\n  ]\n}';
const mark = (from: number, to: number): Mark => ({ from, to, severity: 'error', text: 'wrong' });

function shown(marks: readonly Mark[]): string[] {
  const state = EditorState.create({ doc: text });
  const found: string[] = [];
  forEachDiagnostic(state.update(withMarks(state, marks)).state, ({ message, severity }, from, to) =>
    found.push(`${severity} ${message}: ${text.slice(from, to)}`),
  );
  return found;
}

describe('the marks in a JSON text', () => {
  it('stand where the problems are', () => {
    expect(shown([mark(4, 7)])).toEqual(['error wrong: "a"']);
  });

  it('of a whole object stand at its beginning', () => {
    expect(shown([mark(0, text.length)])).toEqual(['error wrong: {']);
    expect(shown([mark(9, 19)])).toEqual(['error wrong: [']);
  });

  it('beyond the text are left out, as while it is being replaced', () => {
    expect(shown([mark(500, 510)])).toEqual([]);
    expect(shown([mark(4, 500)])).toHaveLength(1);
  });
});
