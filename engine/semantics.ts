/** The version of the engine's meanings: raised when a stored result could come out differently. */
export const semantics = 1;
