/** How much is measured. */
export interface Settings {
  readonly quick: boolean;
  readonly forks: number;
  readonly rounds: number;
  /** For how long an engine is timed in a round. */
  readonly roundMs: number;
  readonly warmUpMs: number;
  readonly people: number;
}

export const full: Settings = {
  quick: false,
  forks: 5,
  rounds: 7,
  roundMs: 400,
  warmUpMs: 1000,
  people: 100_000,
};

export const quick: Settings = {
  quick: true,
  forks: 1,
  rounds: 5,
  roundMs: 60,
  warmUpMs: 150,
  people: 5_000,
};
