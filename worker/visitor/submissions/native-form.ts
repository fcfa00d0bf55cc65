import type { z } from 'zod';
import type { SubmissionBody } from '../../contract/submission.ts';

/** What a page without JavaScript posts: `application/x-www-form-urlencoded`, as rendered by us. */
export type NativeForm = {
  body: z.input<typeof SubmissionBody>;
  idempotencyKey: string | undefined;
};

const own = new Set(['version', 'locale', 'part', 'page', 'trap', 'receipt', 'idempotencyKey']);

/** Values by group (`fields`, or none for our own hidden inputs) and then by key. */
const grouped = (pairs: URLSearchParams): Map<string, Map<string, string[]>> => {
  const groups = new Map<string, Map<string, string[]>>();
  for (const [name, value] of pairs) {
    const dot = name.indexOf('.');
    const group = dot > 0 ? name.slice(0, dot) : '';
    const key = name.slice(dot + 1);
    const keys = groups.get(group) ?? new Map<string, string[]>();
    groups.set(group, keys.set(key, [...(keys.get(key) ?? []), value]));
  }
  return groups;
};

const ticks = (keys: ReadonlyMap<string, string[]> = new Map()): Record<string, boolean> =>
  Object.fromEntries([...keys].map(([key, values]) => [key, values.includes('yes')]));

const known = new Set(['', 'fields', 'purposes', 'subscriptions']);

/**
 * Brings the names of a native form (`fields.email`, `purposes.e-marketing`) into the shape of the
 * JSON body. An unknown name stays, so that the schema refuses it.
 */
export const readNativeForm = (text: string): NativeForm => {
  const groups = grouped(new URLSearchParams(text));
  const single = (name: string) => groups.get('')?.get(name)?.[0] || undefined;
  const strangers = [
    ...[...(groups.get('')?.keys() ?? [])].filter((name) => !own.has(name)),
    ...[...groups.keys()].filter((group) => !known.has(group)),
  ];
  return {
    idempotencyKey: single('idempotencyKey'),
    body: {
      version: Number(single('version')),
      locale: single('locale') ?? '',
      ...(single('part') === 'field' ? { part: 'field' } : {}),
      fields: Object.fromEntries(
        [...(groups.get('fields') ?? [])].map(([key, values]) => [
          key,
          values.length > 1 ? values : (values[0] ?? ''),
        ]),
      ),
      purposes: ticks(groups.get('purposes')),
      subscriptions: ticks(groups.get('subscriptions')),
      page: single('page'),
      trap: single('trap'),
      receipt: single('receipt'),
      ...Object.fromEntries(strangers.map((name) => [name, true])),
    },
  };
};
