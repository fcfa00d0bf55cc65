import type { Outgoing } from '../../worker/platform/outgoing.ts';

/** What a tool is asked, as it came. */
export type Asked = {
  method: string;
  url: URL;
  path: string;
  headers: Headers;
  body: string;
};

/** What goes wrong with a request, if anything: before it is done, or after. */
export type Fault =
  | 'none'
  | 'busy'
  | 'busy-until'
  | 'down'
  | 'refused'
  | 'unreached'
  | 'answer-lost';

/** A tool refuses what its documentation does not allow, and says which: a connector never asks that. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** Fails the test where a connector asks what the documentation does not allow. */
export const allow = (condition: boolean, what: string): void => {
  if (!condition) throw new NotAllowed(what);
};

/** The body as JSON, which the tool asks for by name; only the fields that are documented. */
export const jsonBody = (
  asked: Asked,
  fields: readonly string[],
  type = 'application/json',
): Record<string, unknown> => {
  allow(
    asked.headers.get('Content-Type')?.startsWith(type) === true,
    `${asked.path} takes ${type}`,
  );
  const body: unknown = JSON.parse(asked.body);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new NotAllowed(`${asked.path} takes an object`);
  for (const name of Object.keys(body))
    allow(fields.includes(name), `${asked.path} has no ${name}`);
  return Object.fromEntries(Object.entries(body));
};

/** A tool's server within this process: `send` stands for the network, and may fail as that does. */
export type Served = {
  send: Outgoing;
  /** What goes wrong with the next requests, one each. */
  faults: Fault[];
  /** Every request that was answered, as `METHOD /path`. */
  log: string[];
  /** What was asked that is not allowed: tests expect none. */
  broken: string[];
};

/** Serves a tool: `answer` does what its documentation says. */
export const serve = (answer: (asked: Asked) => Response | Promise<Response>): Served => {
  const served: Served = { send, faults: [], log: [], broken: [] };
  async function send(address: string, init: RequestInit): Promise<Response> {
    const request = new Request(address, init);
    const fault = served.faults.shift();
    if (fault === 'unreached') throw new TypeError('network');
    if (fault === 'busy') return new Response(null, { status: 429 });
    if (fault === 'busy-until')
      return new Response(null, { status: 429, headers: { 'Retry-After': '120' } });
    if (fault === 'refused') return new Response(null, { status: 400 });
    if (fault === 'down') return new Response('<html>', { status: 502 });
    const url = new URL(address);
    const asked: Asked = {
      method: request.method,
      url,
      path: url.pathname,
      headers: request.headers,
      body: await request.text(),
    };
    served.log.push(`${asked.method} ${asked.path}`);
    try {
      const answered = await answer(asked);
      if (fault === 'answer-lost') throw new TypeError('network');
      return answered;
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      served.broken.push(error.message);
      return Response.json({ message: error.message }, { status: 400 });
    }
  }
  return served;
};
