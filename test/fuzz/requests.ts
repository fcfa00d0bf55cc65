import { broken, brokenBody, oddTexts } from './breaking.ts';
import { oddHeaders } from './headers.ts';
import type { Random } from './random.ts';

/** Something that can be asked for, and all that it is asked with. */
export type Whole = {
  method: string;
  /** As the description has it: `/v1/people/{id}`. */
  path: string;
  parts: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body?: unknown;
};

/** A request, before there is an address in front of it. */
export type Asking = {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | undefined;
};

/** The address of a request as it stands: a path that begins with two slashes names no other host. */
export const addressOf = (origin: string, target: string): URL => new URL(origin + target);

/** Texts that reach a path whole; others stand for nothing, or for another path. */
const oddPart = (random: Random): string => {
  const text = random.pick(oddTexts).toWellFormed().slice(0, 600);
  return random.chance(0.3) ? text.replaceAll(/[?#\s]/g, '') : encodeURIComponent(text);
};

const targetOf = ({ path, query }: Whole, part: (name: string) => string): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => part(name));
  const asked = new URLSearchParams(query).toString();
  return asked ? `${filled}?${asked}` : filled;
};

const textOf = (body: unknown): string | undefined => {
  if (body === undefined) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
};

const withoutBody = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The request as it should be. */
export const wholly = (whole: Whole): Asking => ({
  method: whole.method,
  target: targetOf(whole, (name) => encodeURIComponent(whole.parts[name] ?? 'none')),
  headers: { ...whole.headers },
  body: withoutBody(whole.method) ? undefined : textOf(whole.body),
});

const breakQuery = (random: Random, target: string): string => {
  const [path = '', asked = ''] = target.split('?');
  const query = new URLSearchParams(asked);
  const name = random.pick([
    ...query.keys(),
    'limit',
    'cursor',
    'after',
    'locale',
    'format',
    'constructor',
  ]);
  query.append(name, random.pick(oddTexts));
  if (random.chance(0.7)) query.set(name, random.pick(oddTexts));
  return `${path}?${random.chance(0.1) ? '%&=&&%00=%ff' : query}`;
};

const breakPath = (random: Random, whole: Whole): string =>
  random.chance(0.85)
    ? targetOf(whole, () => oddPart(random))
    : `${wholly(whole).target.split('?')[0]}${random.pick(['/', '//', '/%00', ';', '%', '%2e%2e', '.json', '/x'])}`;

/** The request, broken in one or more places. */
export const partly = (random: Random, whole: Whole): Asking => {
  const asking = wholly(whole);
  const { body } = asking;
  if (whole.path.includes('{') && random.chance(0.25)) asking.target = breakPath(random, whole);
  if (random.chance(0.25)) asking.target = breakQuery(random, asking.target);
  if (random.chance(0.25)) asking.headers = { ...asking.headers, ...oddHeaders(random) };
  if (random.chance(0.03))
    asking.method = random.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
  if (body !== undefined && typeof whole.body !== 'string' && random.chance(0.7))
    asking.body = textOf(broken(random, whole.body));
  if (body !== undefined && random.chance(0.12)) asking.body = brokenBody(random, String(body));
  if (withoutBody(asking.method)) asking.body = undefined;
  return asking;
};
