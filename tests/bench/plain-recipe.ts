import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { root } from '../../src/build/processes.ts';

const WHEELS = join(root, '.cache/wheels');
const NEEDED = /^(?:django|asgiref|sqlparse)-/i;

/** Serve the plain recipe: Pyodide's own files and Django's own wheels, nothing prepared. */
export async function servePlainRecipe(): Promise<{ url: string; close(): void }> {
  const page = sirv(join(root, 'tests/bench/plain-recipe'));
  const pyodide = sirv(join(root, 'node_modules/pyodide'));
  const wheels = sirv(WHEELS);
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (url === '/wheels.json') {
      response.end(JSON.stringify(readdirSync(WHEELS).filter((name) => NEEDED.test(name))));
    } else if (url.startsWith('/pyodide/')) {
      request.url = url.slice('/pyodide'.length);
      pyodide(request, response);
    } else if (url.startsWith('/wheels/')) {
      request.url = url.slice('/wheels'.length);
      wheels(request, response);
    } else page(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}
