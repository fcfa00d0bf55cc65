// One server for every side: HTTP/2 over TLS, and brotli as Cloudflare compresses on its way out.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** The website's name, which the browser is told to find on this machine. */
export const HOST = 'bench.example';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** What is served: pages by their path, the folder below which everything under `/peers/` is, and the Worker. */
export type Served = { pages: ReadonlyMap<string, string>; peers: string; worker: string };

const compress = promisify(brotliCompress);

/** Cloudflare's own level for what it compresses on the way. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Makes a certificate of our own, good for as long as a run may take. */
const certify = async (folder: string): Promise<{ key: Buffer; cert: Buffer }> => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', `/CN=${HOST}`, '-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  return { key: await readFile(key), cert: await readFile(cert) };
};

/** Asks the Worker what a visitor's browser asks for. */
const fromWorker = async (
  worker: string,
  { url, method, headers }: Http2ServerRequest,
): Promise<Answer> => {
  const passed = new Headers();
  for (const name of ['origin', 'referer', 'accept-language']) {
    const value = headers[name];
    if (typeof value === 'string') passed.set(name, value);
  }
  const response = await fetch(`${worker}${url}`, { method, headers: passed });
  const own = [...response.headers].filter(
    ([name]) => !/^(connection|keep-alive|content-(encoding|length)|transfer-encoding)$/.test(name),
  );
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: Object.fromEntries(own), body };
};

const ok = (type: string, body: Buffer): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

const answerTo = async (
  request: Http2ServerRequest,
  { pages, peers, worker }: Served,
): Promise<Answer> => {
  const path = request.url.split('?')[0] ?? '';
  const page = pages.get(path);
  if (page !== undefined) return ok('text/html; charset=utf-8', Buffer.from(page));
  if (!path.startsWith('/peers/')) return fromWorker(worker, request);
  const file = join(peers, path.slice('/peers/'.length));
  return ok(types[extname(file)] ?? 'application/octet-stream', await readFile(file));
};

const isText = (type = ''): boolean => /^text|javascript|json|svg/.test(type);

/** Compresses an answer, and keeps it: what a visitor is served stands in Cloudflare's cache, warm. */
const cached = (served: () => Served) => {
  const kept = new Map<string, Promise<Answer>>();
  const make = async (request: Http2ServerRequest): Promise<Answer> => {
    const { status, headers, body } = await answerTo(request, served());
    if (!isText(headers['content-type'])) return { status, headers, body };
    const compressed = await compress(body, compression);
    return { status, headers: { ...headers, 'content-encoding': 'br' }, body: compressed };
  };
  return (request: Http2ServerRequest): Promise<Answer> => {
    if (request.method !== 'GET') return make(request);
    const made = kept.get(request.url) ?? make(request);
    kept.set(request.url, made);
    return made;
  };
};

export type Bench = { origin: string; serve: (served: Served) => void; stop: () => void };

const originOf = (server: Http2SecureServer): string => {
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The bench has no port.');
  return `https://${HOST}:${address.port}`;
};

/** Starts the server on this machine; nothing is served before `serve` has said what. */
export const startBench = async (folder: string): Promise<Bench> => {
  let served: Served = { pages: new Map(), peers: folder, worker: '' };
  const answer = cached(() => served);
  const reply = async (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const { status, headers, body } = await answer(request);
    response.writeHead(status, headers);
    response.end(body);
  };
  const server = createSecureServer(await certify(folder), (request, response) => {
    reply(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  const sessions = new Set<{ destroy(): void }>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: originOf(server),
    serve: (next) => {
      served = next;
    },
    stop: () => {
      for (const session of sessions) session.destroy();
      server.close();
    },
  };
};
