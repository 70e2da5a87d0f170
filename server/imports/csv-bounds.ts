/** The most bytes a row of a file has; a longer one is most often a quote that nobody closed. */
export const longestRecord = 1024 * 1024;

/** What is read or written at once: so many rows, or so many characters, about: the row that reaches it is the last. */
export const rowsAtOnce = 1000;
export const charactersAtOnce = 4 * 1024 * 1024;

/** What is read before it is staged in the order of its keys: so many rows, characters or issues, about. */
export const rowsInMemory = 20_000;
export const charactersInMemory = 8 * 1024 * 1024;
export const issuesInMemory = 10_000;
