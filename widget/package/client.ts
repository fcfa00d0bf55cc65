// What `import { createClient } from 'samtykke/client'` brings: the API, typed by what the Worker says of itself.
import type { Paths, Problem } from './api.ts';

export type * from './api.ts';

type Method = 'get' | 'put' | 'post' | 'delete';

/** A query, or headers, by name; what is undefined is left out. */
type Values = Readonly<Record<string, unknown>>;

type Asked = {
  path?: Values;
  query?: Values;
  headers?: Values;
  body?: unknown;
  signal?: AbortSignal;
};

/** The paths that know a method. */
type PathOf<Api, M extends Method> = {
  [Path in keyof Api]: M extends keyof Api[Path] ? Path : never;
}[keyof Api] &
  string;

/** What is given to a call: what the operation takes, and other headers. */
type AskedOf<Taken> = Omit<Taken, 'answer'> & {
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

/** Calls an operation by its path; resolves with what it answers, and rejects with `Refused` otherwise. */
type Call<Api, M extends Method> = <Path extends PathOf<Api, M>>(
  path: Path,
  ...asked: Api[Path][M & keyof Api[Path]] extends infer Taken
    ? object extends Omit<Taken, 'answer'>
      ? [asked?: AskedOf<Taken>]
      : [asked: AskedOf<Taken>]
    : never
) => Promise<Api[Path][M & keyof Api[Path]] extends { answer: infer Answer } ? Answer : never>;

/** A client of an API, by its methods. */
export type Client<Api = Paths> = {
  [M in Method]: Call<Api, M>;
} & {
  /** Calls an operation, and resolves with its answer as it is: for its headers, such as `ETag`. */
  fetch(method: Method, path: PathOf<Api, Method>, asked?: Asked): Promise<Response>;
};

/** What the API refused, as its problem document says it (RFC 9457). */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export type ClientOptions = {
  /** An API key, or the token of a person's session. */
  token?: string;
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
};

const addressOf = (origin: string, template: string, { path = {}, query = {} }: Asked): string => {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name])),
  );
  const url = new URL(filled, origin);
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat())
      if (each !== undefined) url.searchParams.append(name, `${each}`);
  return url.href;
};

/** Bodies that `fetch` sends as they are, with a content type of their own. */
const isRaw = (body: unknown): body is BodyInit =>
  typeof body === 'string' ||
  body instanceof Blob ||
  body instanceof FormData ||
  body instanceof URLSearchParams ||
  body instanceof ArrayBuffer ||
  body instanceof ReadableStream ||
  ArrayBuffer.isView(body);

const requestOf = (method: Method, token: string | undefined, asked: Asked): RequestInit => {
  const { body, headers: own = {}, signal } = asked;
  const headers = new Headers();
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (body !== undefined && !isRaw(body)) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(own))
    if (value !== undefined) headers.set(name, `${value}`);
  const init: RequestInit = { method: method.toUpperCase(), headers };
  if (signal) init.signal = signal;
  if (body !== undefined) init.body = isRaw(body) ? body : JSON.stringify(body);
  return init;
};

const isJson = (answer: Response): boolean =>
  /^application\/json\b/.test(answer.headers.get('Content-Type') ?? '');

/**
 * Makes a client of the API of a Worker. Its calls reject with `Refused` for whatever is answered with a problem.
 *
 * @param origin The address of your Worker.
 * @example
 * const client = createClient('https://consent.example.com', { token });
 * const person = await client.get('/v1/people/{id}', { path: { id } });
 */
export const createClient = <Api = Paths>(
  origin: string,
  { token, fetch: send = fetch }: ClientOptions = {},
): Client<Api> => {
  const ask = async (method: Method, path: string, asked: Asked = {}): Promise<Response> => {
    const answer = await send(addressOf(origin, path, asked), requestOf(method, token, asked));
    if (!/^application\/problem\+json\b/.test(answer.headers.get('Content-Type') ?? ''))
      return answer;
    throw new Refused(await answer.json());
  };
  const read =
    (method: Method) =>
    async (path: string, ...[asked]: readonly (Asked | undefined)[]) => {
      const answer = await ask(method, path, asked);
      if (isJson(answer)) return answer.json();
      return answer.status === 204 ? undefined : answer;
    };
  return {
    get: read('get'),
    put: read('put'),
    post: read('post'),
    delete: read('delete'),
    fetch: ask,
  };
};
