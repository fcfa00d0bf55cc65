import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a Worker sends to a port of this machine. */
export type Sent = { method: string; address: string; headers: Headers; body: string };

/** Answers on a port of this machine what a Worker that runs there asks; `address` is where. */
export const listening = async (
  answer: (sent: Sent) => Response | Promise<Response>,
): Promise<{ address: string; stop: () => Promise<void> }> => {
  let address = '';
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      headers.set(name, [value ?? ''].flat().join(', '));
    const body = await text(request);
    const answered = await answer({ method, address: address + url, headers, body });
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  });
  await new Promise<void>((done) => {
    server.listen(0, 'localhost', done);
  });
  const { port } = server.address() as AddressInfo;
  address = `http://localhost:${port}`;
  return {
    address,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
