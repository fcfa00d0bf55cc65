import { bytesOf, type Outgoing, retryAt } from '../../platform/outgoing.ts';
import { SECOND } from '../../platform/time.ts';

/**
 * Why a tool does not do what it is asked:
 * - `refused`: it will not, for what is asked is wrong there; asking again changes nothing.
 * - `credentials`: it does not know us, or does not let us.
 * - `busy`: we ask too much; `retryMs` is when it says to ask again.
 * - `unreachable`: no answer, or none that makes sense. What was asked may have been done.
 */
export type ToolErrorKind = 'refused' | 'credentials' | 'busy' | 'unreachable';

/** A tool does not do what it is asked. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly kind: ToolErrorKind;
  readonly status: number;
  readonly retryMs: number;
  constructor(kind: ToolErrorKind, status: number, retryMs = 0) {
    super(`${kind} ${status}`);
    this.kind = kind;
    this.status = status;
    this.retryMs = retryMs;
  }
}

/** So much was asked of a tool in this run: the rest waits for the next. */
export class AskedEnough extends Error {
  override readonly name = 'AskedEnough';
}

/** Where a server of a tool is, how it is shown who asks, and what it calls its JSON where that has another name. */
export type Reach = { base: string; headers: Record<string, string>; type?: string };

/** What is asked: `json` is the body. */
export type Question = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** Another server of the tool than the one it is reached at. */
  at?: Reach;
  query?: Readonly<Record<string, string | readonly string[]>>;
  json?: unknown;
  /** Statuses that are an answer too, and no error. */
  expects?: readonly number[];
};

/** Asks a tool; gives the status and what it answered, null where that is nothing. */
export type Ask = (question: Question) => Promise<{ status: number; json: unknown }>;

const MOST_BYTES = 5_000_000;

const kinds: Readonly<Record<number, ToolErrorKind>> = {
  401: 'credentials',
  403: 'credentials',
  408: 'unreachable',
  // Someone else's server: the tool has moved, and is looked for again in the next run.
  421: 'unreachable',
  429: 'busy',
};

/** Reads an answer. What was asked is done where the status says so, though nobody knows what came of it. */
const bodyOf = async (answer: Response): Promise<unknown> => {
  try {
    const text = new TextDecoder().decode(await bytesOf(answer, MOST_BYTES));
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw new ToolError('unreachable', answer.status);
  }
};

const addressOf = (base: string, { path, query = {} }: Question): string => {
  const url = new URL(base.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query))
    for (const each of [value].flat()) url.searchParams.append(name, each);
  return url.href;
};

/** A run asks for so long at most: another may begin then. */
const MOST_MS = 40 * SECOND;

/** What asks a tool, and how often it may still be asked in this run: not at all once the run has lasted too long. */
export type Asking = { ask: Ask; left: () => number };

/** Makes what asks a tool, no more than so often; throws `AskedEnough` before it would ask once too many. */
export const openAsk = (
  send: Outgoing,
  reach: Reach,
  { most, now }: { most: number; now: number },
): Asking => {
  let left = most;
  const since = Date.now();
  const ask = async (question: Question): Promise<Response> => {
    if (left < 1) throw new AskedEnough();
    left -= 1;
    const { method, json, at } = question;
    const { base, headers, type = 'application/json' } = at ?? reach;
    const sent = new Headers({ Accept: type, ...headers });
    if (json !== undefined) sent.set('Content-Type', type);
    try {
      return await send(addressOf(base, question), {
        method,
        headers: sent,
        body: json === undefined ? null : JSON.stringify(json),
      });
    } catch {
      throw new ToolError('unreachable', 0);
    }
  };
  const askAndRead: Ask = async (question) => {
    const answer = await ask(question);
    const { status } = answer;
    if (answer.ok || question.expects?.includes(status))
      return { status, json: await bodyOf(answer) };
    await answer.body?.cancel();
    const kind = kinds[status] ?? (status >= 400 && status < 500 ? 'refused' : 'unreachable');
    throw new ToolError(kind, status, (retryAt(answer, now) ?? now) - now);
  };
  return { ask: askAndRead, left: () => (Date.now() - since > MOST_MS ? 0 : left) };
};
