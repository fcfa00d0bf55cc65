// Serves demo/site as a stranger's website would be served: plain files, from an origin of its own.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Running } from '../worker/tools/wrangler.ts';

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

/**
 * Serves the demo site until it is stopped. `worker` is the address of the Worker that it embeds;
 * `folders` are where the pages are.
 */
export const serveDemo = async (
  port: number,
  worker: string,
  folders: readonly string[] = [site],
): Promise<Running> => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo');
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const type = types[extname(path)];
    try {
      if (!type) throw new Error('not a page');
      const content = await readFirst(folders, path);
      response.writeHead(200, {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
        ...(path.endsWith('strict-csp.html') ? { 'Content-Security-Policy': strict(worker) } : {}),
      });
      response.end(content.replaceAll(WRITTEN, worker));
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  return {
    address: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
