import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openMongoStore } from './mongo.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/** Where the data are: in a MongoDB database where a URI is given, else in a file in the folder. */
export interface StorePlace {
  readonly mongodbUri?: string | undefined;
  readonly folder: string;
}

/**
 * Opens the store; the folder and the file are made where they are not there.
 * @throws Error where it cannot be opened.
 */
export async function openStore({ mongodbUri, folder }: StorePlace): Promise<Store> {
  if (mongodbUri !== undefined && mongodbUri !== '') return openMongoStore(mongodbUri);
  // Nobody else on the machine is to read it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return openSqliteStore(join(folder, 'meritscale.db'));
}
