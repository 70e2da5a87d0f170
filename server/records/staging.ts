import type { Store } from '../store/store.ts';
import { compareRows, type RowOutcome, type StagedRow } from './compare-rows.ts';
import { commitId, commitNumbers, commitsAfter, lastCommit } from './commits.ts';
import { confirmUnchanged } from './confirm-unchanged.ts';
import { recordPrefix } from './revision.ts';
import { clearDeadStagings, clearStaging, markStaging, stagedKeyId } from './staging-mark.ts';
import type { Commit, RowCounts, StagingMark } from '../store/documents.ts';

/** What a commit says besides the counts the staging keeps itself. */
export type CommitDetails = Pick<Commit, 'definition' | 'file' | 'options' | 'change' | 'entry'> &
  Pick<RowCounts, 'rows' | 'rejected'>;

/**
 * The rows of one import, written where they belong but seen by nobody until the commit, which is one insert.
 * `end` is called in every case.
 */
export class Staging {
  readonly #store: Store;
  readonly #mark: StagingMark;
  readonly #counts = { added: 0, changed: 0, unchanged: 0 };
  /** The last commit the rows were compared with. */
  #base: number;
  readonly #commits: Map<string, number>;

  private constructor(store: Store, mark: StagingMark, commits: Map<string, number>) {
    this.#store = store;
    this.#mark = mark;
    this.#base = mark.since;
    this.#commits = commits;
  }

  /** Begins an import under an id nobody had; first clears up after imports that died. */
  static async begin(store: Store, dataset: string, importId: string): Promise<Staging> {
    await clearDeadStagings(store);
    const mark = await markStaging(store, importId, dataset, await lastCommit(store));
    return new Staging(store, mark, await commitNumbers(store, dataset, mark.since));
  }

  /** How many rows would be added, changed or left. */
  get counts(): Readonly<Pick<RowCounts, 'added' | 'changed' | 'unchanged'>> {
    return this.#counts;
  }

  /** Writes a chunk of rows. @returns what each of them is; a duplicate is not written. */
  async stage(rows: readonly StagedRow[]): Promise<readonly RowOutcome[]> {
    const { dataset, import: importId } = this.#mark;
    const records = this.#store.collection('records');
    const stagedKeys = this.#store.collection('stagedKeys');
    // Before the first commit there is nothing to compare with: the unique ids alone tell duplicates.
    const compared = this.#commits.size > 0;
    const groups = compared
      ? await records.startingWith(rows.map(({ key }) => recordPrefix(dataset, key)))
      : [];
    const { outcomes, revisions, keys } = compareRows(rows, groups, this.#commits, dataset, importId);

    const before = compared
      ? await stagedKeys.getMany(revisions.map(({ doc }) => stagedKeyId(importId, doc.key)))
      : [];
    const fresh = revisions.filter(({ index }, at) => {
      if (before[at] === undefined) return true;
      outcomes[index] = 'duplicate';
      return false;
    });
    const written = await records.insertMany(fresh.map(({ doc }) => doc));
    const noted = await stagedKeys.insertMany(keys.map(({ doc }) => doc));
    for (const [at, { index }] of fresh.entries()) if (written[at] !== true) outcomes[index] = 'duplicate';
    for (const [at, { index }] of keys.entries()) if (noted[at] !== true) outcomes[index] = 'duplicate';
    for (const outcome of outcomes) if (outcome !== 'duplicate') this.#counts[outcome] += 1;
    return outcomes;
  }

  /** Makes the rows count. Others may commit at the same time: whoever comes later is seen later. */
  async commit(details: CommitDetails): Promise<Commit> {
    return (await this.commitIf(details, async () => true))!;
  }

  /**
   * Makes the rows count if the records still are as they must be for it.
   * @param fits asked with all commits taken in; where one comes after it was asked, it is asked again.
   * @returns nothing where it said no: then nothing counts.
   */
  async commitIf(
    { definition, file, options, rows, rejected, change, entry }: CommitDetails,
    fits: () => Promise<boolean>,
  ): Promise<Commit | undefined> {
    for (;;) {
      await this.#catchUp();
      if (!(await fits())) return undefined;
      const commit: Commit = {
        id: commitId(this.#base + 1),
        commit: this.#base + 1,
        import: this.#mark.import,
        dataset: this.#mark.dataset,
        definition,
        file,
        counts: { rows, ...this.#counts, rejected },
        options,
        ...(change !== undefined && { change }),
        ...(entry !== undefined && { entry }),
      };
      if (await this.#store.collection('imports').insert(commit)) return commit;
    }
  }

  /** Clears up: without a commit the rows go. */
  async end(): Promise<void> {
    await clearStaging(this.#store, this.#mark);
  }

  /** Takes in what others committed: a row that was equal to a record may no longer be. */
  async #catchUp(): Promise<void> {
    let moved = false;
    for await (const commit of commitsAfter(this.#store, this.#base)) {
      this.#base = commit.commit;
      if (commit.dataset !== this.#mark.dataset) continue;
      this.#commits.set(commit.import, commit.commit);
      moved = true;
    }
    if (!moved) return;
    const changed = await confirmUnchanged(this.#store, this.#mark, this.#commits);
    this.#counts.changed += changed;
    this.#counts.unchanged -= changed;
  }
}
