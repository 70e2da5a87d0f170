/** How many of something one may have at the same time. */
export interface AtOnce {
  /** @returns what ends it, to be called once; undefined where it would be one too many. */
  begin(key: string): (() => void) | undefined;
}

/** @param most for each key. */
export function atOnce(most: number): AtOnce {
  const counts = new Map<string, number>();
  return {
    begin(key) {
      const count = counts.get(key) ?? 0;
      if (count >= most) return undefined;
      counts.set(key, count + 1);
      return () => {
        const left = counts.get(key)! - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      };
    },
  };
}
