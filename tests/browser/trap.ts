/** A server that learner code must never reach: it counts whoever connects. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Trap {
  /** `http://localhost:1234/` */
  url: string;
  /** Every connection, by what it asked for. */
  hits: string[];
  close(): Promise<void>;
}

/** Answers everything, to everybody, so that only the sandbox can be what holds a request back. */
export async function setTrap(pages: Readonly<Record<string, string>> = {}): Promise<Trap> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (page !== undefined) {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
      return;
    }
    hits.push(`${request.method} ${request.url}`);
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' })
      .end('0');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
