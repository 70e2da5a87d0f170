import { isIP } from 'node:net';
import type { Request } from 'express';

/** A browser says where a request comes from; whoever says nothing is no browser, and has no cookie by accident. */
export function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const from = request.get('Origin');
  if (from === undefined || from === origin) return true;
  return from === `${request.protocol}://${request.get('Host') ?? ''}` && isOwnAddress(from);
}

/** Names can be made to lead here by whoever owns them; figures, and localhost, cannot. */
function isOwnAddress(from: string): boolean {
  if (!URL.canParse(from)) return false;
  const { hostname } = new URL(from);
  return hostname === 'localhost' || isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
}
