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
  '.cm-signs': { width: '1.2em', textAlign: 'center', fontWeight: 'bold' },
  '.cm-sign-error': { color: '#b71c1c' },
  '.cm-sign-warning': { color: '#7a4f01' },
  '.cm-finding-error': { textDecoration: 'underline wavy #b71c1c', textUnderlineOffset: '3px' },
  '.cm-finding-warning': { textDecoration: 'underline wavy #7a4f01', textUnderlineOffset: '3px' },
  '.cm-finding-text': { padding: '4px 8px', maxWidth: '28rem' },
  '.cm-tooltip': { color: '#1b1b1b', backgroundColor: '#ffffff', border: '1px solid #8a8f98' },
});
