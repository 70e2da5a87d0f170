/** The cookie of a session: its name, and how it is set and taken away. */
export interface SessionCookie {
  readonly name: string;
  read(header: string | undefined): string | undefined;
  set(token: string): string;
  clear(): string;
}

/** @param secure whether people come by TLS. */
export function sessionCookie(secure: boolean): SessionCookie {
  // A browser takes the prefix only over TLS, and then only from the whole host.
  const name = secure ? '__Host-meritscale' : 'meritscale';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    name,
    read(header) {
      const parts = (header ?? '').split(';').map((part) => part.trim());
      const found = parts.filter((part) => part.startsWith(`${name}=`));
      const token = found.length === 1 ? found[0]!.slice(name.length + 1) : '';
      return /^[\w-]{43}$/.test(token) ? token : undefined;
    },
    set: (token) => `${name}=${token}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
