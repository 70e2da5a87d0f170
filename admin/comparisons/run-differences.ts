import type { ModelUse, RunView } from '../../schemas/index.ts';

/** A model as it was used in the two runs; undefined where one of them did without it. */
export interface ModelPair {
  readonly key: string;
  readonly before: ModelUse | undefined;
  readonly after: ModelUse | undefined;
  readonly same: boolean;
}

/** What two runs were made from: which of it is the same, to the last byte. */
export interface RunDifferences {
  readonly models: readonly ModelPair[];
  readonly records: boolean;
  readonly people: boolean;
  /** The company's settings, and what datasets hold. */
  readonly settings: boolean;
}

/** What is different between what two runs were made from; true is different. */
export function runDifferences(before: RunView, after: RunView): RunDifferences {
  const [old, now] = [before.run, after.run];
  return {
    models: modelPairs(before.models, after.models),
    records: old.records !== now.records,
    people: old.people !== now.people,
    settings: old.company !== now.company || listed(old.datasets) !== listed(now.datasets),
  };
}

function modelPairs(before: readonly ModelUse[], after: readonly ModelUse[]): ModelPair[] {
  const keys = new Set([...after, ...before].map(({ key }) => key));
  return [...keys].map((key) => {
    const [old, now] = [before, after].map((uses) => uses.find((use) => use.key === key));
    return { key, before: old, after: now, same: old?.hash === now?.hash };
  });
}

function listed(hashes: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(hashes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
