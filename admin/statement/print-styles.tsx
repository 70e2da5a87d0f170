import { GlobalStyles } from '@mui/material';

const styles = {
  '@page': { size: 'A4', margin: '12mm' },
  '@media print': {
    // What surrounds a page on the screen has no place on paper.
    '.RaAppBar-root, .RaSidebar-root, .MuiDrawer-root, header.MuiAppBar-root, nav, .RaLayout-skipNavigationButton, .no-print':
      {
        display: 'none !important',
      },
    html: { fontSize: '10px' },
    'html, body, #root, #root .layout, .RaLayout-appFrame, .RaLayout-content': {
      background: '#fff !important',
      minHeight: '0 !important',
    },
    '.RaLayout-appFrame, .RaLayout-contentWithSidebar, .RaLayout-content': {
      margin: '0 !important',
      padding: '0 !important',
      display: 'block !important',
    },
    // A grid is not cut at the end of a sheet as well as what flows.
    '.statement, .statement section': { display: 'block !important' },
    '.statement': { maxWidth: 'none !important', padding: '0 !important', margin: '0 !important' },
    '.statement > *, .statement section > *': { marginBottom: '6px' },
    '.statement .MuiCardContent-root': { padding: '6px 10px !important', gap: '4px !important' },
    '.statement .MuiAlert-root': { padding: '0 8px !important' },
    '.statement *': { color: '#000 !important', boxShadow: 'none !important', lineHeight: '1.3 !important' },
    '.statement .source': { display: 'inline-block', marginRight: '16px' },
    '.statement .MuiListItem-root': { paddingTop: '2px !important', paddingBottom: '2px !important' },
    '.statement .MuiListItemText-root': { margin: '0 !important' },
    '.statement .MuiPaper-root': {
      background: '#fff !important',
      border: '1px solid #999 !important',
      breakInside: 'avoid',
    },
    '.statement h2, .statement h3': { breakAfter: 'avoid' },
    '.statement tr': { breakInside: 'avoid' },
    '.statement td, .statement th': { padding: '2px 8px !important', wordBreak: 'normal !important' },
    // What scrolls on the screen has its full size on paper.
    '.statement .MuiTableContainer-root': { maxHeight: 'none !important', overflow: 'visible !important' },
    '.statement .MuiTableContainer-root td': { whiteSpace: 'normal !important' },
    // Backgrounds are not printed: a bar is told by its frame and its figure.
    '.statement .bar': { border: '1px solid #000 !important', height: '6px', printColorAdjust: 'exact' },
    '.statement .bar-filled': { background: '#666 !important', printColorAdjust: 'exact' },
  },
} as const;

/** How a statement stands on A4 paper: readable in grey, no card cut in two. */
export function PrintStyles() {
  return <GlobalStyles styles={styles} />;
}
