import { Problem } from '../../worker/contract/problem.ts';
import type { Asking } from './requests.ts';

/** An answer that was read to its end. */
export type Answered = { status: number; type: string; location: string; text: string };

/** Longer than any answer takes on a busy machine. */
const HANGS_MS = 60_000;

/** What tells how the server is built: a stack, a statement, or what SQLite and D1 say. */
const inner =
  /\n\s+at \S+ \(|\.tsx?:\d+|SQLITE_|D1_ERROR|D1_TYPE|\bSELECT\b[^<]{0,200}\bFROM\b|\bINSERT INTO\b|(?:Type|Range|Syntax|Reference)Error\b/;

/** Reads an answer to its end; throws where it breaks off or never comes. */
export const readWhole = async (answering: Promise<Response>): Promise<Answered> => {
  const read = async (): Promise<Answered> => {
    const answer = await answering;
    return {
      status: answer.status,
      type: answer.headers.get('Content-Type')?.split(';')[0] ?? '',
      location: answer.headers.get('Location') ?? '',
      text: new TextDecoder().decode(await answer.arrayBuffer()),
    };
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It hangs.')), HANGS_MS);
  });
  try {
    return await Promise.race([read(), hang]);
  } finally {
    clearTimeout(timer);
  }
};

/** Says what is wrong with an answer; null if nothing is. */
export const faultIn = (
  { method, target }: Asking,
  { status, type, location, text }: Answered,
): string | null => {
  if (status >= 500 && status !== 503) return `${status}`;
  const shown = inner.exec(text)?.[0];
  if (shown && !target.startsWith('/openapi')) return `shows ${JSON.stringify(shown.slice(0, 80))}`;
  if (/^[/\\]{2}/.test(location)) return `leads to another host: ${location}`;
  if (status < 400 || method === 'HEAD') return null;
  if (type === 'text/html') return text.includes('<title>') ? null : 'a page without a title';
  if (type !== 'application/problem+json') return `${status} as ${type || 'nothing'}`;
  return Problem.safeParse(JSON.parse(text)).success ? null : 'no problem document';
};

/** How a request is told, so that it can be sent again. */
export const told = ({ method, target, headers, body }: Asking): string =>
  JSON.stringify({
    method,
    target: target.slice(0, 300),
    headers,
    body: String(body ?? '').slice(0, 1500),
  });
