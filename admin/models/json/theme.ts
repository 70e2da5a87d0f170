import { EditorView } from '@codemirror/view';

/** Dark on light in both themes: the colours of the words are made for it. */
export const theme = EditorView.theme({
  '&': { color: '#1b1b1b', backgroundColor: '#ffffff', border: '1px solid #8a8f98', borderRadius: '4px' },
  '&.cm-focused': { outline: '2px solid #1565c0', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace',
    fontSize: '13px',
    maxHeight: '32rem',
    overflow: 'auto',
  },
  '.cm-gutters': { backgroundColor: '#f3f4f6', color: '#4b5563', borderRight: '1px solid #d1d5db' },
  // Signs that differ by more than colour, as large as the text, in place of the package's pictures.
  '.cm-gutter-lint': { width: '1.2em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0', textAlign: 'center', fontWeight: 'bold' },
  '.cm-lint-marker': { width: 'auto', height: 'auto' },
  '.cm-lint-marker-error': { content: 'normal', color: '#b71c1c' },
  '.cm-lint-marker-error::before': { content: '"✕"' },
  '.cm-lint-marker-warning': { content: 'normal', color: '#7a4f01' },
  '.cm-lint-marker-warning::before': { content: '"!"' },
  '.cm-lintRange': { paddingBottom: '0', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy #b71c1c' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy #7a4f01' },
  '.cm-diagnostic': { maxWidth: '28rem' },
  '.cm-diagnostic-error': { borderLeftColor: '#b71c1c' },
  '.cm-diagnostic-warning': { borderLeftColor: '#7a4f01' },
  '.cm-tooltip': { color: '#1b1b1b', backgroundColor: '#ffffff', border: '1px solid #8a8f98' },
});
