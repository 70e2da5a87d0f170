/** What is known of a subject besides its figures. */
export const attributes = ['stage', 'team', 'role'] as const;

/** Facts that the engine makes, besides metrics. */
export const outcomes = ['composite', 'grade', 'rank'] as const;

/** Words of the formula language. */
export const formulaWords = ['target', 'min', 'max'] as const;

/** Names that no measure and no metric may have. */
export const reservedNames: readonly string[] = [...attributes, ...outcomes, ...formulaWords];
