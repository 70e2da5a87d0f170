import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useUpdate } from 'react-admin';
import type { AccountChange, AccountView } from '../../schemas/index.ts';
import { forgetMe } from '../api/auth-provider.ts';
import { ApiProblem } from '../api/client.ts';
import { useMe } from '../api/use-me.ts';

/** One form's changes to an account. */
export interface ChangingAccount {
  readonly sending: boolean;
  readonly failed: { readonly error: unknown } | undefined;
  /** Somebody else changed it since the form was begun: the account shown is theirs. */
  readonly overtaken: boolean;
  /** Remembers what the account is now as that which is changed; the first time counts. */
  begin(): void;
  /** @returns whether it was done. */
  send(change: AccountChange): Promise<boolean>;
  /** Goes on from what somebody else made of it. */
  keepMine(): void;
  /** Forgets that something was begun. */
  giveUp(): void;
}

/**
 * Changes an account from the revision at which somebody began to change it.
 * @param reload reads it again.
 * @param atOnce whether it is begun with the first sight of it, as in a dialog.
 */
export function useAccountChange(
  account: AccountView,
  reload: () => Promise<unknown>,
  atOnce = false,
): ChangingAccount {
  const me = useMe();
  const client = useQueryClient();
  const [update] = useUpdate<AccountView>();
  const [base, setBase] = useState(atOnce ? account.revision : undefined);
  const [sending, setSending] = useState(false);
  const [overtaken, setOvertaken] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: unknown }>();

  const settle = (next: number | undefined) => {
    setBase(next);
    setOvertaken(false);
    setFailed(undefined);
  };
  return {
    sending,
    failed,
    overtaken,
    begin: () => setBase((first) => first ?? account.revision),
    keepMine: () => settle(account.revision),
    giveUp: () => settle(undefined),
    async send(change) {
      setSending(true);
      setFailed(undefined);
      const previousData = { ...account, revision: base ?? account.revision };
      try {
        await update(
          'accounts',
          { id: account.id, data: change, previousData },
          { returnPromise: true, mutationMode: 'pessimistic' },
        );
        settle(undefined);
        if (account.id === me?.person) {
          forgetMe();
          await client.invalidateQueries({ queryKey: ['session'] });
        }
        return true;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 412) {
          await reload();
          setOvertaken(true);
        } else setFailed({ error });
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}
