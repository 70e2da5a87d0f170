/** Inserts for ever, one by one and in chunks, and writes each id once it is written: sqlite FILE or mongo URI DATABASE, then a PREFIX. */
import { writeSync } from 'node:fs';
import { openMongoStore } from '../../../server/store/mongo.ts';
import { openSqliteStore } from '../../../server/store/sqlite.ts';

const [kind, ...rest] = process.argv.slice(2) as [string, string, string, string];
const prefix = rest.at(-1)!;
const store =
  kind === 'mongo' ? await openMongoStore(rest[0], { database: rest[1] }) : await openSqliteStore(rest[0]);
const identifiers = store.collection('identifiers');
/** At once, past the buffers that end with the process. */
const tell = (ids: readonly string[]) => writeSync(1, ids.map((id) => `${id}\n`).join(''));

for (let round = 0; ; round += 1) {
  const [single, ...chunk] = Array.from({ length: 8 }, (_, index) => ({
    id: `${prefix}/${String(round).padStart(6, '0')}/${index}`,
    person: 'p',
  }));
  if (await identifiers.insert(single!)) tell([single!.id]);
  const written = await identifiers.insertMany(chunk);
  tell(chunk.flatMap(({ id }, index) => (written[index] ? [id] : [])));
}
