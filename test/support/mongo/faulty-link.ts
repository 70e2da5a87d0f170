import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on which connections can be made to break at the worst moment. */
export interface FaultyLink {
  readonly uri: string;
  /** Breaks the connection of the next insert: before the server has it, or before its answer comes back. */
  breakNextInsert(when: 'before' | 'after'): void;
  /** How often it was broken. */
  readonly broken: number;
  stop(): Promise<void>;
}

/** A link to the server of a URI without credentials. */
export async function faultyLink(uri: string): Promise<FaultyLink> {
  const target = new URL(uri);
  const sockets = new Set<Socket>();
  let next: 'before' | 'after' | undefined;
  let broken = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let answerLost = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // A broken connection is what this is for.
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes: Buffer) => {
      // The name of the command, as its first key, is the first text of a message.
      if (next !== undefined && bytes.subarray(0, 64).includes('\u0002insert\u0000', 0, 'latin1')) {
        broken += 1;
        if (next === 'before') client.destroy();
        answerLost = next === 'after';
        next = undefined;
      }
      if (!client.destroyed) upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => {
      if (answerLost) client.destroy();
      else client.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    breakNextInsert(when) {
      next = when;
    },
    get broken() {
      return broken;
    },
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
