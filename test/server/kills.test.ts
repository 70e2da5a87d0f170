import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JobView, ModelVersionView, UploadView, Welcome } from '../../schemas/index.ts';
import { buildProgram, freePort, startProgram, type RunningProgram } from '../support/browser/program.ts';
import { campaignSeed, campaignSize, seeded, whole } from '../support/random.ts';

const period = '2026-Q3';
const rowsOfFile = 40;
const seed = campaignSeed(20_261_126);
const kills = campaignSize(10, 50);

let folder = '';
let port = 0;
let program: RunningProgram;
let cookie = '';

beforeAll(async () => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'meritscale-kills-'));
  port = await freePort();
  await begin();
}, 240_000);
afterAll(async () => {
  await program?.stop();
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

async function begin(): Promise<void> {
  program = await startProgram({ MERITSCALE_DATA: join(folder, 'data'), MERITSCALE_DEMO: '1' }, port);
  const welcome = (await (await fetch(`${program.address}/api/welcome`)).json()) as Welcome;
  const hr = welcome.people.find(({ grants }) => grants[0]?.role === 'hr')!;
  const answer = await fetch(`${program.address}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: hr.person }),
  });
  cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the program answered; undefined where it was gone before it did, and nothing is acknowledged. */
async function ask<T>({ method, path, body, headers = {} }: Asked): Promise<T | undefined> {
  try {
    const text = typeof body === 'string';
    const answer = await fetch(`${program.address}/api${path}`, {
      method,
      headers: {
        cookie,
        ...(body !== undefined && { 'Content-Type': text ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: text ? body : JSON.stringify(body) }),
    });
    const read = (await answer.json()) as T;

    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(read)}`);
    return read;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith(method)) throw error;
    return undefined;
  }
}

const get = <T>(path: string) => ask<T>({ method: 'GET', path });
const filtered = (path: string, filter: object) =>
  `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** What the program said it had done. */
interface Acknowledged {
  readonly weights: Map<string, { revision: number; weight: string }>;
  readonly imports: {
    readonly job: string;
    readonly name: string;
    readonly order: object;
    readonly key: string;
  }[];
  readonly runs: string[];
}

/** Edits a draft until the program is gone. */
async function edit(done: Acknowledged, draft: string, isOver: () => boolean): Promise<void> {
  let version = await get<ModelVersionView>(`/model-versions/${draft}`);
  for (let count = 0; !isOver() && version !== undefined; count += 1) {
    const document = structuredClone(version.document) as { metrics: { weight: string }[] };
    const weight = `${count % 100}.${version.revision}`;
    document.metrics[0]!.weight = weight;
    version = await ask<ModelVersionView>({
      method: 'PUT',
      path: `/model-versions/${draft}`,
      body: { document },
      headers: { 'If-Match': `"${version.revision}"` },
    });
    if (version !== undefined) done.weights.set(draft, { revision: version.revision, weight });
  }
}

/** Imports one file after the other until the program is gone. */
async function importFiles(done: Acknowledged, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const name = `kill-${randomUUID().slice(0, 8)}`;
    const upload = await ask<UploadView>({
      method: 'POST',
      path: '/uploads',
      body: fileOf(name),
      headers: { 'Idempotency-Key': randomUUID(), 'X-File-Name': `${name}.csv` },
    });
    if (upload === undefined) continue;
    const order = {
      upload: upload.id,
      dataset: 'deals',
      mapping: mapping(),
      mode: 'allOrNothing',
      dryRun: false,
    };
    const key = randomUUID();
    const headers = { 'Idempotency-Key': key };
    const job = await ask<JobView>({ method: 'POST', path: '/imports', body: order, headers });
    if (job !== undefined) done.imports.push({ job: job.id, name, order, key });
  }
}

/** Runs the period again and again: imports in between make new runs of it. */
async function run(done: Acknowledged, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const headers = { 'Idempotency-Key': randomUUID() };
    const job = await ask<JobView>({ method: 'POST', path: '/runs', body: { period }, headers });
    if (job !== undefined) done.runs.push(job.id);
    await setTimeout(150);
  }
}

const starter = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../rules/starter/datasets/deals.dataset.json'), 'utf8'),
) as { columns: { id: string; type: string; choices?: { value: string }[] }[] };

function mapping(): Record<string, string> {
  return Object.fromEntries(starter.columns.map(({ id }) => [id, id]));
}

function fileOf(name: string): string {
  const rows = Array.from({ length: rowsOfFile }, (_, index) =>
    starter.columns
      .map(({ id, type, choices }) => {
        if (id === 'deal_id') return `${name}-${index}`;
        if (type === 'person') return 'E003';
        if (type === 'choice') return choices?.[0]?.value ?? '';
        return type === 'date' ? '2026-08-01' : type === 'text' ? 'kill' : '10';
      })
      .join(','),
  );
  return `${starter.columns.map(({ id }) => id).join(',')}\n${rows.join('\n')}\n`;
}

async function ended(job: string): Promise<JobView> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const view = await get<JobView>(`/jobs/${job}`);
    if (view !== undefined && view.state !== 'waiting' && view.state !== 'running') return view;
    await setTimeout(50);
  }
  throw new Error(`the job ${job} never ends`);
}

it(
  `loses nothing it acknowledged, and leaves nothing half done, in ${kills} kills during edits, imports and runs (seed ${seed})`,
  { timeout: 3_600_000 },
  async () => {
    const random = seeded(seed);
    const drafts: string[] = [];
    for (const key of ['expansion', 'mature']) {
      const [first] = (await get<ModelVersionView[]>(filtered('/model-versions', { key })))!;
      const draft = await ask<ModelVersionView>({
        method: 'POST',
        path: '/model-versions',
        body: { key, basedOn: first!.version },
        headers: { 'Idempotency-Key': randomUUID() },
      });
      drafts.push(draft!.id);
    }
    const totals = { edits: 0, imports: 0, runs: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const done: Acknowledged = { weights: new Map(), imports: [], runs: [] };
      let over = false;
      const isOver = () => over;
      const work = [
        ...drafts.map((draft) => edit(done, draft, isOver)),
        importFiles(done, isOver),
        run(done, isOver),
      ];
      await setTimeout(whole(random, 300, 2500));
      over = true;
      await program.stop('killed');
      await Promise.all(work);
      await begin();

      for (const [draft, { revision, weight }] of done.weights) {
        const version = (await get<ModelVersionView>(`/model-versions/${draft}`))!;
        expect(version.revision).toBeGreaterThanOrEqual(revision);
        if (version.revision === revision) {
          expect((version.document as { metrics: { weight: unknown }[] }).metrics[0]!.weight).toBe(weight);
        }
        const entries = await fetch(
          `${program.address}/api${filtered('/audit', { resource: 'model', record: draft })}&range=[0,0]`,
          { headers: { cookie } },
        );
        // One entry for each revision, the first included: nothing is done that the log does not know.
        expect(Number(entries.headers.get('content-range')!.split('/')[1])).toBe(version.revision);
        totals.edits += 1;
      }
      for (const { job, name, order, key } of done.imports) {
        expect((await ended(job)).state).toBe('done');
        const found = await get<object[]>(
          `${filtered('/records', { dataset: 'deals', q: `${name}-` })}&range=[0,99]`,
        );
        expect(found).toHaveLength(rowsOfFile);
        // Asked again with the same key it is the same import.
        const headers = { 'Idempotency-Key': key };
        const again = await ask<JobView>({ method: 'POST', path: '/imports', body: order, headers });
        expect(again?.id).toBe(job);
        totals.imports += 1;
      }
      for (const job of done.runs) {
        expect((await ended(job)).state).toBe('done');
        totals.runs += 1;
      }
    }
    const headers = { 'Idempotency-Key': randomUUID() };
    const last = await ended(
      (await ask<JobView>({ method: 'POST', path: '/runs', body: { period }, headers }))!.id,
    );
    const verified = await ended(
      (await ask<JobView>({
        method: 'POST',
        path: `/runs/${last.made}/verification`,
        headers: { 'Idempotency-Key': randomUUID() },
      }))!.id,
    );
    expect(verified).toMatchObject({ state: 'done', issues: [] });
    for (const count of Object.values(totals)) expect(count).toBeGreaterThan(0);
    console.log(
      `kills: ${kills}, seed ${seed}; after them ${totals.edits} drafts, ${totals.imports} imports and ${totals.runs} runs that were acknowledged were all there`,
    );
  },
);
