/** The most bytes a row of a file has; a longer one is most often a quote that nobody closed. */
export const longestRecord = 1024 * 1024;
/** How many rows are worked on at once, */
export const rowsAtOnce = 1000;
/** and how many characters they have together, about: the row that reaches it is the last. */
export const charactersAtOnce = 4 * 1024 * 1024;
