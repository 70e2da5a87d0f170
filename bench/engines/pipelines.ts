import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { compile, rowEvaluator } from '../../engine/index.ts';
import type { Model } from '../../schemas/index.ts';
import type { Person } from '../workload/people.ts';
import { collector, type Engine, type OpenEngine } from './engine.ts';
import { rulesJudge } from './json-rules-engine.ts';

/** What documents come from, and results go to. */
interface Storage {
  readonly documents: () => Iterable<string>;
  readonly store: (results: readonly { readonly subject: string; readonly text: string }[]) => void;
}
type JudgeDocument = (document: Person['facts'] & { subject: string }) => object | Promise<object>;
type OpenJudge = (model: Model) => Promise<JudgeDocument>;

/** As many documents as take some tenths of a second. */
const counts = { ours: 5_000, peer: 300 } as const;

export const openOursNdjson: OpenEngine = (model, people) =>
  pipeline(ndjson, oursJudge, model, people.slice(0, counts.ours));
export const openOursSqlite: OpenEngine = (model, people) =>
  pipeline(sqlite, oursJudge, model, people.slice(0, counts.ours));
export const openPeerNdjson: OpenEngine = (model, people) =>
  pipeline(ndjson, peerJudge, model, people.slice(0, counts.peer));
export const openPeerSqlite: OpenEngine = (model, people) =>
  pipeline(sqlite, peerJudge, model, people.slice(0, counts.peer));

const oursJudge: OpenJudge = (model) => {
  const { result } = rowEvaluator(compile(model), 2);
  return Promise.resolve((document) => result(document.subject, document));
};

/** A result of the same parts: composite, grade, value and score of every metric, actions. */
const peerJudge: OpenJudge = async (model) => {
  const { judgeWithMetrics } = await rulesJudge(model, { computedFacts: true, tuned: false });
  return async (document) => ({ subject: document.subject, ...(await judgeWithMetrics(document)) });
};

async function pipeline(
  open: (people: readonly Person[], folder: string) => Storage,
  openJudge: OpenJudge,
  model: Model,
  people: readonly Person[],
): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'meritscale-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const { documents, store } = open(people, folder);
  const judge = await openJudge(model);
  const all = async (seen?: (result: Record<string, unknown>) => void): Promise<number> => {
    const results: { subject: string; text: string }[] = [];
    for (const line of documents()) {
      const document = JSON.parse(line) as Parameters<JudgeDocument>[0];
      const judged = judge(document);
      const result = judged instanceof Promise ? await judged : judged;
      seen?.(result as Record<string, unknown>);
      results.push({ subject: document.subject, text: JSON.stringify(result) });
    }
    store(results);
    return results.length;
  };
  return {
    atOnce: people.length,
    judge: () => all(),
    async outcomes(count) {
      const { outcomes, add } = collector(model, Math.min(count, people.length));
      let row = 0;
      await all(({ composite, grade, actions }) => {
        row += 1;
        if (row > outcomes.grade.length) return;
        const fired = (actions as { rule: string }[]).map(({ rule }) => rule);
        add({ composite: Number(composite), grade: String(grade), actions: fired });
      });
      return outcomes;
    },
  };
}

function ndjson(people: readonly Person[], folder: string): Storage {
  const [given, stored] = [join(folder, 'people.ndjson'), join(folder, 'results.ndjson')];
  writeFileSync(given, people.map(documentOf).join('\n'));
  return {
    documents: () => readFileSync(given, 'utf8').split('\n'),
    store: (results) => writeFileSync(stored, results.map(({ text }) => text).join('\n')),
  };
}

/** How many results one statement inserts. */
const insertedAtOnce = 50;

/** Rows of a kilobyte and more: beside an index of their keys, not in it, as `without rowid` would have them. */
function sqlite(people: readonly Person[], folder: string): Storage {
  const database = new Database(join(folder, 'bench.db'));
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  database.exec('create table people (id text unique, document text)');
  const put = database.prepare('insert into people values (?, ?)');
  const fill = database.transaction(() => {
    for (const person of people) put.run(person.subject, documentOf(person));
  });
  fill();
  database.exec('create table results (run integer, id text, document text, unique (run, id))');
  const insertOf = (count: number) =>
    database.prepare(`insert into results values ${Array.from({ length: count }, () => '(?, ?, ?)').join()}`);
  const insert = insertOf(insertedAtOnce);
  let run = 0;
  const select = database.prepare('select document from people order by id').raw();
  return {
    documents: () => (select.all() as [string][]).map(([document]) => document),
    store(results) {
      run += 1;
      database.transaction(() => {
        for (let start = 0; start < results.length; start += insertedAtOnce) {
          const some = results.slice(start, start + insertedAtOnce);
          const values = some.flatMap(({ subject, text }) => [run, subject, text]);
          (some.length === insertedAtOnce ? insert : insertOf(some.length)).run(values);
        }
      })();
    },
  };
}

function documentOf({ subject, facts }: Person): string {
  return JSON.stringify({ subject, ...facts });
}
