import type { z } from 'zod';
import type { SubmissionBody } from '../contract/submission.ts';

/** What a page without JavaScript posts: `application/x-www-form-urlencoded`, as rendered by us. */
export type NativeForm = {
  body: z.input<typeof SubmissionBody>;
  idempotencyKey: string | undefined;
};

const own = new Set(['version', 'locale', 'part', 'page', 'trap', 'receipt', 'idempotencyKey']);

const groups = (pairs: URLSearchParams): Record<string, Record<string, string[]>> => {
  const grouped: Record<string, Record<string, string[]>> = {};
  for (const [name, value] of pairs) {
    const dot = name.indexOf('.');
    const group = dot > 0 ? name.slice(0, dot) : '';
    grouped[group] ??= {};
    const key = name.slice(dot + 1);
    const values = grouped[group][key];
    if (values) values.push(value);
    else grouped[group][key] = [value];
  }
  return grouped;
};

const ticks = (group: Record<string, string[]> = {}): Record<string, boolean> =>
  Object.fromEntries(Object.entries(group).map(([key, values]) => [key, values.includes('yes')]));

/**
 * Brings the names of a native form (`fields.email`, `purposes.e-marketing`) into the shape of the
 * JSON body. An unknown name stays, so that the schema refuses it.
 */
export const readNativeForm = (text: string): NativeForm => {
  const {
    fields,
    purposes,
    subscriptions,
    '': rest = {},
    ...unknown
  } = groups(new URLSearchParams(text));
  const single = (name: string) => rest[name]?.[0] || undefined;
  const strangers = Object.keys(rest).filter((name) => !own.has(name));
  return {
    idempotencyKey: single('idempotencyKey'),
    body: {
      version: Number(single('version')),
      locale: single('locale') ?? '',
      ...(single('part') === 'field' ? { part: 'field' } : {}),
      fields: Object.fromEntries(
        Object.entries(fields ?? {}).map(([key, values]) => [
          key,
          values.length > 1 ? values : (values[0] ?? ''),
        ]),
      ),
      purposes: ticks(purposes),
      subscriptions: ticks(subscriptions),
      page: single('page'),
      trap: single('trap'),
      receipt: single('receipt'),
      ...Object.fromEntries([...strangers, ...Object.keys(unknown)].map((name) => [name, true])),
    },
  };
};
