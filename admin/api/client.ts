import type { Issue, Problem } from '../../schemas/index.ts';

/** What the server said no to, or that it could not be reached (status 0). The issues say why, as data. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];

  constructor(status: number, issues: readonly Issue[]) {
    super(issues.map(({ code }) => code).join(', '));
    this.status = status;
    this.issues = issues;
  }
}

/** How a request is sent. */
export interface ApiOptions {
  readonly body?: unknown;
  /** The revision that is to be changed. */
  readonly ifMatch?: string | number;
  /** For a POST: a new one if absent, the same one for the same intention. */
  readonly idempotencyKey?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
}

/** What came back. */
export interface ApiAnswer<T> {
  readonly body: T;
  readonly etag: string | null;
  /** Of a list: how many there are on all pages. */
  readonly total: number | null;
}

/** @throws ApiProblem. */
export async function api<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: ApiOptions = {},
): Promise<ApiAnswer<T>> {
  const { body, ifMatch, idempotencyKey, query = {}, signal } = options;
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
  const response = await reach(`/api${path}${search}`, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
      ...(method === 'POST' && { 'Idempotency-Key': idempotencyKey ?? crypto.randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal !== undefined && { signal }),
  });
  const text = await response.text();
  if (!response.ok) throw problemOf(response.status, text);
  const range = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '');
  return {
    body: (text === '' ? undefined : JSON.parse(text)) as T,
    etag: /^"(.*)"$/.exec(response.headers.get('ETag') ?? '')?.[1] ?? null,
    total: range === null ? null : Number(range[1]),
  };
}

/** The problem an answer speaks of. */
export function problemOf(status: number, text: string): ApiProblem {
  try {
    const { issues } = JSON.parse(text) as Problem;
    return new ApiProblem(status, issues);
  } catch {
    return new ApiProblem(status, [
      { code: 'server.failed', severity: 'error', params: { request: String(status) } },
    ]);
  }
}

/** What an error says, as issues. */
export function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof ApiProblem) return error.issues;
  return [{ code: 'server.failed', severity: 'error', params: { request: '–' } }];
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...request, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, [{ code: 'request.network', severity: 'error' }]);
  }
}
