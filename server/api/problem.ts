import type { Response } from 'express';
import type { Issue, Problem } from '../../schemas/index.ts';

/** What a status is called. */
export const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The most that is said to be wrong at a time: what was sent must not make the answer much larger. */
const mostIssues = 500;

/** A problem document (RFC 9457). The issues say what and where as data; the texts are the reader's program's. */
export function problemOf(status: number, issues: readonly Issue[], request: string): Problem {
  const told = issues.slice(0, mostIssues);
  return { type: 'about:blank', title: titles[status] ?? 'Problem', status, issues: told, request };
}

/** Answers with a problem. */
export function sendProblem(
  response: Response,
  status: number,
  issues: readonly Issue[],
  request: string,
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(status, issues, request)));
}
