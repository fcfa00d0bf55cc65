import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** A build of before: its name, where its files are, and what the script of a form was made of. */
export type Build = { name: string; files: string; functions: Record<string, string> };

/** What is served at the moment. */
export type Deploys = {
  address: string;
  /** Puts an older build in the Worker's place, with the script of a form as it was then; the Worker itself without. */
  deploy(build?: Build, script?: string): void;
  stop(): Promise<void>;
};

/** What answers go through with: the body has been unpacked. */
const kept = ['content-type', 'location', 'access-control-allow-origin', 'vary'];

/**
 * Serves what an address of a Worker serves through several deploys: the files of the build that is the latest
 * then, which leads those that ask for another's to its own, and for all else the Worker's answers.
 */
export const serveDeploys = async (worker: string): Promise<Deploys> => {
  let latest: Build | undefined;
  let script: string | undefined;
  const ofBuild = async (path: string): Promise<Response | undefined> => {
    if (!latest) return undefined;
    const headers = { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' };
    const [, , name, file] = path.split('/');
    if (/^\/f\/[^/]+\.js/.test(path)) return new Response(script, { headers });
    if (path.startsWith('/w/') && name !== latest.name)
      return new Response(null, {
        status: 302,
        headers: {
          ...headers,
          Location: `/w/${latest.name}/${file === 'unstyled.js' ? 'form.js' : file}`,
        },
      });
    if (path.startsWith('/w/') || path === '/samtykke.js')
      return new Response(await readFile(join(latest.files, path), 'utf8'), { headers });
    return undefined;
  };
  const server = createServer(async (request, response) => {
    const { method, url: path = '/' } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer =
      (await ofBuild(path)) ??
      (await fetch(`${worker}${path}`, {
        method,
        headers: {
          Origin: request.headers.origin ?? '',
          'Content-Type': request.headers['content-type'] ?? 'text/plain',
        },
        redirect: 'manual',
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
      }));
    for (const name of kept) {
      const value = answer.headers.get(name);
      if (value) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  return {
    address: `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`,
    deploy: (build, text) => {
      latest = build;
      script = text;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
