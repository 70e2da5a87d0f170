/** What a team's result is stored under: a colon is in no person's id. */
export function teamKey(team: string): string {
  return `team:${team}`;
}

/** The team that a result is stored for; undefined where it is a person's. */
export function teamOfKey(key: string): string | undefined {
  return key.startsWith('team:') ? key.slice('team:'.length) : undefined;
}
