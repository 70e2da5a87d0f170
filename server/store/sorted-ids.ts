/** Ids in the order of their code units; sorted when they are asked for, so that many can be added quickly. */
export class SortedIds {
  #sorted: string[] = [];
  #added: string[] = [];

  add(id: string): void {
    this.#added.push(id);
  }

  remove(ids: ReadonlySet<string>): void {
    this.#sorted = this.#all().filter((id) => !ids.has(id));
  }

  /** At most `limit` ids with from ≤ id, after < id < end. */
  range(from: string, after: string, end: string, limit: number): string[] {
    const all = this.#all();
    let index = lowerBound(all, from > after ? from : after);
    if (all[index] === after) index += 1;
    return all.slice(index, Math.min(index + limit, lowerBound(all, end)));
  }

  lastBefore(end: string): string | undefined {
    const all = this.#all();
    return all[lowerBound(all, end) - 1];
  }

  #all(): readonly string[] {
    if (this.#added.length > 0) {
      this.#sorted = [...this.#sorted, ...this.#added].toSorted();
      this.#added = [];
    }
    return this.#sorted;
  }
}

/** The first index whose id is not less than the given one. */
function lowerBound(sorted: readonly string[], id: string): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
