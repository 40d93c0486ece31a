/** Serves a built site the way a static host does, to look at it and to test it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Fault } from './faults.mjs';

export interface Preview {
  /** The folder to serve, as built for `base`. */
  folder: string;
  /** `/` or `/some/path/`. */
  base: string;
  /** The port to try first; 0 for any. */
  port: number;
  host?: string;
  /** Like the plainest file server: nothing compressed, no caching header. */
  plain?: boolean;
}

export interface Serving {
  /** With the base path, ending in a slash. */
  url: string;
  port: number;
  close(): Promise<void>;
}

const TRIES = 20;

/** Start serving, on the next free port when the wanted one is taken. */
export async function servePreview(preview: Preview): Promise<Serving> {
  const { folder, base, host = '127.0.0.1' } = preview;
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Fault(`There is no built site in ${folder}.`, 'Run npm run build first.');
  }
  const server = createServer(await createHandler(preview));
  const port = await listen(server, preview.port, host);
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}${base}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function createHandler({ folder, base, plain = false }: Preview) {
  const serve = sirv(folder, { etag: !plain, brotli: !plain, gzip: !plain });
  const missing = await readFile(join(folder, '404.html')).catch(() => Buffer.from('Not found'));
  const notFound = (response: ServerResponse) => {
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(missing);
  };
  return (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    const moved = redirect(folder, base, pathname);
    if (moved !== null) {
      response.writeHead(302, { Location: moved + search }).end();
    } else if (!pathname.startsWith(base)) {
      notFound(response);
    } else {
      request.url = pathname.slice(base.length - 1) + search;
      serve(request, response, () => notFound(response));
    }
  };
}

/** Where a host would send the browser on: to the site's start, or from a folder to `folder/`. */
function redirect(folder: string, base: string, pathname: string): string | null {
  if (base !== '/' && (pathname === '/' || `${pathname}/` === base)) return base;
  if (!pathname.startsWith(base) || pathname.endsWith('/')) return null;
  const file = join(folder, decodePath(pathname.slice(base.length)), 'index.html');
  return file.startsWith(folder) && existsSync(file) ? `${pathname}/` : null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: no file has that name, which is answered with 404.
    return path;
  }
}

function listen(server: Server, first: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let port = first;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port > 0 && port < Math.min(first + TRIES, 65_535)) {
        server.listen(++port, host);
      } else if (error.code === 'EADDRINUSE') {
        reject(
          new Fault(
            `The ports ${first} to ${port} are all taken.`,
            'Choose another one, for example: PORT=8080 npm start',
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(
          new Fault(
            `This user may not use port ${port}.`,
            'Choose one above 1023, for example: PORT=8080 npm start',
          ),
        );
      } else {
        reject(error);
      }
    });
    server.on('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
    server.listen(port, host);
  });
}
