import type { Issue } from '../../schemas/index.ts';

/** Passes issues on and counts them, but keeps none: a file can have millions. */
export class IssueLog {
  readonly #onIssue: (issue: Issue) => void;
  readonly #counts = new Map<string, number>();
  #errors = 0;

  constructor(onIssue: (issue: Issue) => void) {
    this.#onIssue = onIssue;
  }

  add(issue: Issue): void {
    this.#counts.set(issue.code, (this.#counts.get(issue.code) ?? 0) + 1);
    if (issue.severity === 'error') this.#errors += 1;
    this.#onIssue(issue);
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** How many there were of each code. */
  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
