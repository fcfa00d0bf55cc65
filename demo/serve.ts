// Serves demo/site as a stranger's website would be served: plain files, from an origin of its own.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Running } from '../worker/tools/wrangler.ts';
import { contextFile, withContexts } from './contexts/serve.ts';

/** The pages of the demo. */
export const site = join(import.meta.dirname, 'site');

/** Where the pages say that the Worker is; replaced where it runs elsewhere. */
const WRITTEN = 'http://localhost:8787';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The policy of the page that shows that Samtykke works under a strict one. */
const strict = (worker: string) =>
  [
    "default-src 'none'",
    `script-src ${worker}`,
    `connect-src ${worker}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

const readFirst = async (folders: readonly string[], path: string): Promise<string> => {
  for (const folder of folders) {
    const content = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (content !== undefined) return content;
  }
  throw new Error(`There is no ${path}.`);
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });

const portOf = (server: Server): number => {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The demo listens nowhere.');
  return address.port;
};

/**
 * Serves the demo site until it is stopped, on another port if something else has that one, and on any
 * free one for 0. `worker` is the address of the Worker that it embeds; `folders` are where the pages are.
 */
export const serveDemo = async (
  port: number,
  worker: string,
  folders: readonly string[] = [site],
): Promise<Running> => {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://demo');
    const { pathname } = url;
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const type = types[extname(path)];
    try {
      if (!type) throw new Error('not a page');
      const content = (await contextFile(url)) ?? (await readFirst(folders, path));
      response.writeHead(200, {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
        ...(path.endsWith('strict-csp.html') ? { 'Content-Security-Policy': strict(worker) } : {}),
      });
      response.end(withContexts(content).replaceAll(WRITTEN, worker));
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    }
  });
  await listen(server, port).catch(() => listen(server, 0));
  return {
    address: `http://localhost:${portOf(server)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
