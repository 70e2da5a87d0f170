/** A list that is never wider than the page: what does not fit scrolls inside. */
export const narrow = {
  minWidth: 0,
  '& .RaList-main, & .RaList-content': { minWidth: 0, width: '100%' },
  '& .RaList-actions': { flexWrap: { sm: 'wrap' } },
} as const;

/** A table whose cells stay on one line, in a frame that scrolls. */
export const scrolling = {
  display: 'block',
  overflowX: 'auto',
  '& td': { whiteSpace: 'nowrap' },
  // Chinese breaks between any two letters unless it is told not to.
  '& th': { wordBreak: 'keep-all' },
  '& th.MuiTableCell-alignRight': { minWidth: 84 },
} as const;
