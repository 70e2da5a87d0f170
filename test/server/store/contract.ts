import { describe } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import { bulkContract } from './contract-bulk.ts';
import { contentionContract } from './contract-contention.ts';
import { documentContract } from './contract-documents.ts';
import { queryContract } from './contract-query.ts';

/** A kind of store, as the contract sees it. */
export interface StoreKind {
  /** A new, empty store. */
  readonly open: () => Promise<Store>;
  /** The data of the last new store, through a connection of its own; undefined where data are gone with the store. */
  readonly reopen?: () => Promise<Store>;
  /** False where the database orders texts by UTF-16 units. */
  readonly codePointOrder?: boolean;
  /** For databases that take minutes over what others do in seconds: a fourth of the cases in an ordinary run. */
  readonly slow?: boolean;
}

/** What every store does: one suite for all. */
export function storeContract(kind: StoreKind): void {
  documentContract(kind.open);
  describe('pages and counts', () => {
    queryContract(kind);
  });
  describe('writers at once', () => {
    contentionContract(kind);
  });
  describe('a large run', () => {
    bulkContract(kind);
  });
}
