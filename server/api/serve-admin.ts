import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

/** Serves the built admin: hashed files for ever, and the page for every address that is not one. */
export function serveAdmin(app: Express, folder: string): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const sendPage = (_request: Request, response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    response
      .set('Content-Security-Policy', policyWith(nonce))
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(page.replaceAll('__CSP_NONCE__', nonce));
  };
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method === 'GET' || request.method === 'HEAD') next();
    else response.status(405).set('Allow', 'GET').end();
  });
  app.get(['/', '/index.html'], sendPage);
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use('/assets', (_request, response) => void response.status(404).end());
  app.use(express.static(folder, { index: false }));
  app.use(sendPage);
}

/** Nothing from elsewhere, no code from text; styles by the nonce that the page carries. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // React sets single styles by script, which this does not forbid; libraries' style attributes in markup it does.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
