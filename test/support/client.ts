import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { Grant, JobView, UploadView } from '../../schemas/index.ts';
import type { TestApp } from './app.ts';

/** What a list is asked for, as react-admin asks. */
export interface ListAsked {
  readonly filter?: object;
  readonly sort?: readonly [string, 'ASC' | 'DESC'];
  readonly range?: readonly [number, number];
}

/** Somebody who is signed in, and asks. */
export interface Client {
  readonly person: string;
  cookie(): string;
  /** Signs in again: sessions end when the clock moves on. */
  signIn(): Promise<void>;
  get(path: string): Promise<Response>;
  list(path: string, asked?: ListAsked): Promise<Response>;
  /** The rows of a list that must be answered; the first thousand. */
  rows<T>(path: string, asked?: ListAsked): Promise<T[]>;
  /** Under an Idempotency-Key of its own unless one is given. */
  post(
    path: string,
    body?: object,
    options?: { readonly ifMatch?: string; readonly key?: string },
  ): Promise<Response>;
  put(path: string, body: object, ifMatch?: string): Promise<Response>;
  remove(path: string, ifMatch?: string): Promise<Response>;
  upload(content: string | Buffer, name?: string, key?: string): Promise<Response>;
  /** A file's upload, which must be taken. */
  uploaded(content: string | Buffer, name?: string): Promise<UploadView>;
  /** Asks for a job, and waits for its end. */
  job(path: string, body?: object): Promise<JobView>;
}

/** Somebody with these roles; of the person who has the identifier, where there is one. */
export async function clientOf(app: TestApp, identifier: string, grants: readonly Grant[]): Promise<Client> {
  let cookie = await app.cookieOf(identifier, grants);
  const get = async (path: string) => app.as(cookie, 'GET', path);
  const list = (path: string, asked: ListAsked = {}) => {
    const query = Object.entries(asked).map(
      ([name, value]) => [name, JSON.stringify(value)] as [string, string],
    );
    return get(`${path}?${new URLSearchParams(query).toString()}`);
  };
  const matching = (ifMatch: string | undefined) => (ifMatch === undefined ? {} : { 'If-Match': ifMatch });
  const post: Client['post'] = async (path, body = {}, { ifMatch, key = randomUUID() } = {}) =>
    app.as(cookie, 'POST', path).set('Idempotency-Key', key).set(matching(ifMatch)).send(body);
  const upload: Client['upload'] = async (content, name = 'file.csv', key = randomUUID()) =>
    app
      .as(cookie, 'POST', '/uploads')
      .set({ 'Idempotency-Key': key, 'X-File-Name': encodeURIComponent(name), 'Content-Type': 'text/csv' })
      .send(content);
  return {
    person: ((await get('/session')).body as { person: string }).person,
    cookie: () => cookie,
    async signIn() {
      cookie = await app.cookieOf(identifier, grants);
    },
    get,
    list,
    post,
    upload,
    async rows<T>(path: string, asked: ListAsked = {}) {
      const response = await list(path, { range: [0, 999], ...asked });
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${response.text}`);
      return response.body as T[];
    },
    put: async (path, body, ifMatch) => app.as(cookie, 'PUT', path).set(matching(ifMatch)).send(body),
    remove: async (path, ifMatch) => app.as(cookie, 'DELETE', path).set(matching(ifMatch)),
    async uploaded(content, name) {
      const response = await upload(content, name);
      if (response.status !== 201) throw new Error(`${response.status} ${response.text}`);
      return response.body as UploadView;
    },
    async job(path, body) {
      const response = await post(path, body);
      if (response.status !== 202) throw new Error(`${path}: ${response.status} ${response.text}`);
      const { id } = response.body as JobView;
      const ends = new AbortController();
      for await (const { outcome } of app.services.jobs.watch(id, ends.signal))
        if (outcome !== undefined) break;
      return (await get(`/jobs/${id}`)).body as JobView;
    },
  };
}

/** The codes of the issues a request was refused with. */
export function codesOf({ body }: Pick<Response, 'body'>): string[] {
  return ((body as { issues?: { code: string }[] }).issues ?? []).map(({ code }) => code);
}

/** Status and codes of a refusal. */
export function refusalOf(response: Response): [number, ...string[]] {
  return [response.status, ...codesOf(response)];
}

/** How many a list has in all, by its header. */
export function totalOf(response: Response): number {
  return Number(response.headers['content-range']?.split('/')[1]);
}
