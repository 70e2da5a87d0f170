/** What the environment says; read here and nowhere else. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  readonly mongodbUri: string | undefined;
  /** Undefined: the demonstration where the folder is new. */
  readonly demo: boolean | undefined;
  /** scheme://host[:port] of the address people use. */
  readonly origin: string;
  readonly proxies: number;
}

/** @throws Error that says which variable makes no sense. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const port = natural('PORT', environment['PORT'] ?? '3000');
  const host = environment['HOST'] ?? '127.0.0.1';
  const shown = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  const demo = environment['MERITSCALE_DEMO'];
  if (demo !== undefined && demo !== '0' && demo !== '1') throw new Error('MERITSCALE_DEMO must be 0 or 1');
  return {
    port,
    host,
    folder: environment['MERITSCALE_DATA'] ?? 'data',
    mongodbUri: environment['MONGODB_URI'],
    demo: demo === undefined ? undefined : demo === '1',
    origin: originOf(environment['MERITSCALE_PUBLIC_URL'] ?? `http://${shown}:${port}`),
    proxies: natural('TRUST_PROXY', environment['TRUST_PROXY'] ?? '0'),
  };
}

function natural(name: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${name} must be a whole number`);
  return Number(text);
}

function originOf(address: string): string {
  try {
    return new URL(address).origin;
  } catch {
    throw new Error('MERITSCALE_PUBLIC_URL must be an address such as https://meritscale.example.com');
  }
}
