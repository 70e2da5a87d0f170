import type { AccountView } from '../../schemas/index.ts';

/** What every part of an account's page is about. */
export interface AccountProps {
  readonly account: AccountView;
  /** What people call whose account it is. */
  readonly name: string;
  readonly reload: () => Promise<unknown>;
}
