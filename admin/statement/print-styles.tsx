import { GlobalStyles } from '@mui/material';

const styles = {
  '@page': { size: 'A4', margin: '14mm 12mm' },
  '@media print': {
    // What surrounds a page on the screen has no place on paper.
    '.RaAppBar-root, .RaSidebar-root, .MuiDrawer-root, header.MuiAppBar-root, nav, .RaLayout-skipNavigationButton, .no-print':
      {
        display: 'none !important',
      },
    html: { fontSize: '11px' },
    'html, body, #root, #root .layout, .RaLayout-appFrame, .RaLayout-content': {
      background: '#fff !important',
      minHeight: '0 !important',
    },
    '.RaLayout-appFrame, .RaLayout-contentWithSidebar, .RaLayout-content': {
      margin: '0 !important',
      padding: '0 !important',
      display: 'block !important',
    },
    '.statement': { display: 'block !important', maxWidth: 'none !important', color: '#000' },
    '.statement > *, .statement section > *': { marginBottom: '8px' },
    '.statement .MuiCardContent-root': { padding: '8px 10px !important' },
    '.statement *': { color: '#000 !important', boxShadow: 'none !important' },
    '.statement .MuiPaper-root': {
      background: '#fff !important',
      border: '1px solid #999 !important',
      breakInside: 'avoid',
    },
    // Backgrounds are not printed: a bar is told by its frame and its figure.
    '.statement .bar': { border: '1px solid #000 !important', printColorAdjust: 'exact' },
    '.statement .bar-filled': { background: '#666 !important', printColorAdjust: 'exact' },
  },
} as const;

/** How a statement stands on A4 paper: readable in grey, no card cut in two. */
export function PrintStyles() {
  return <GlobalStyles styles={styles} />;
}
