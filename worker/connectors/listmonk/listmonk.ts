import { z } from 'zod';
import type { Ask } from '../kit/ask.ts';
import { idsOf } from '../kit/changes.ts';
import type { Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed, timeOf } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';

/** A list of a subscriber, with what they are to it. Older versions do not say since when. */
const OwnList = z.object({
  id: z.number(),
  subscription_status: z.enum(['confirmed', 'unconfirmed', 'unsubscribed']),
  subscription_updated_at: z.string().optional(),
});

const Subscriber = z.object({
  id: z.number(),
  email: z.string(),
  status: z.enum(['enabled', 'disabled', 'blocklisted']),
  updated_at: z.string().nullish(),
  lists: z.array(OwnList).nullable(),
});
type Subscriber = z.infer<typeof Subscriber>;

const One = z.object({ data: Subscriber });
const Page = z.object({
  data: z.object({
    results: z.array(Subscriber).nullable(),
    total: z.number(),
    per_page: z.number(),
    page: z.number(),
  }),
});
const Lists = z.object({
  data: z.object({
    results: z
      .array(z.object({ id: z.number(), name: z.string(), optin: z.enum(['single', 'double']) }))
      .nullable(),
  }),
});

const PAGE = 100;

/** How one list of a subscriber stands. One that was blocklisted gets nothing of any. */
const readOf = (
  { status, updated_at, lists }: Subscriber,
  target: string,
  isDouble: boolean,
): Read => {
  if (status === 'blocklisted') return { state: 'off', at: timeOf(updated_at), isBlocked: true };
  const list = lists?.find(({ id }) => String(id) === target);
  if (!list) return { state: 'absent', at: null, isBlocked: false };
  const at = timeOf(list.subscription_updated_at);
  if (list.subscription_status === 'unsubscribed') return { state: 'off', at, isBlocked: false };
  const waits = isDouble && list.subscription_status === 'unconfirmed';
  return { state: waits ? 'pending' : 'on', at, isBlocked: false };
};

/** A text within a condition of SQL, which is how listmonk finds people. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Opens an installation of listmonk for some of its lists. */
const open = (ask: Ask, targets: readonly string[]): Tool => {
  const readLists = async () => {
    const { json } = await ask({ method: 'GET', path: '/api/lists', query: { per_page: 'all' } });
    return parsed(Lists, json).data.results ?? [];
  };
  let doubles: Promise<ReadonlySet<string>> | undefined;
  const readDoubles = async (): Promise<ReadonlySet<string>> =>
    new Set(
      (await readLists()).filter(({ optin }) => optin === 'double').map(({ id }) => String(id)),
    );

  const contactOf = async (subscriber: Subscriber): Promise<Contact> => {
    doubles ??= readDoubles();
    const double = await doubles;
    return {
      id: String(subscriber.id),
      email: subscriber.email,
      isUndeliverable: subscriber.status === 'disabled',
      targets: new Map(
        targets.map((target) => [target, readOf(subscriber, target, double.has(target))]),
      ),
    };
  };

  const readPage = async (query: Record<string, string | readonly string[]>) => {
    const asked = { ...query, per_page: String(PAGE) };
    const { json } = await ask({ method: 'GET', path: '/api/subscribers', query: asked });
    return parsed(Page, json).data;
  };

  /** Subscriptions alone: `PUT /api/subscribers/{id}` would lose every list that it does not name. */
  const setLists = async (id: string, action: 'add' | 'unsubscribe', lists: readonly number[]) => {
    if (lists.length === 0) return;
    const own = { ids: [Number(id)], action, target_list_ids: lists };
    const json = action === 'add' ? { ...own, status: 'confirmed' } : own;
    await ask({ method: 'PUT', path: '/api/subscribers/lists', json });
  };

  return {
    list: async () => (await readLists()).map(({ id, name }) => ({ id: String(id), name })),
    find: async (emails) => {
      const query = `subscribers.email IN (${emails.map(quoted).join(', ')})`;
      const { results } = await readPage({ query });
      return Promise.all((results ?? []).map(contactOf));
    },
    page: async (cursor) => {
      const page = Number(cursor || 1);
      const order = { order_by: 'created_at', order: 'ASC', page: String(page) };
      const { results, total } = await readPage({ ...order, list_id: targets });
      const contacts = await Promise.all((results ?? []).map(contactOf));
      return { contacts, next: page * PAGE < total ? String(page + 1) : null };
    },
    add: async ({ email }, changes) => {
      const { json } = await ask({
        method: 'POST',
        path: '/api/subscribers',
        json: {
          email,
          name: '',
          status: 'enabled',
          lists: idsOf(changes, 'on'),
          preconfirm_subscriptions: true,
        },
      });
      return [await contactOf(parsed(One, json).data)];
    },
    change: async ({ id }, changes) => {
      await setLists(id, 'unsubscribe', idsOf(changes, 'off'));
      await setLists(id, 'add', idsOf(changes, 'on'));
      const { json } = await ask({ method: 'GET', path: `/api/subscribers/${id}` });
      return contactOf(parsed(One, json).data);
    },
    erase: async (id) => {
      const question = {
        method: 'DELETE',
        path: `/api/subscribers/${id}`,
        expects: [404],
      } as const;
      return (await ask(question)).status !== 404;
    },
  };
};

/** listmonk: lists of one's own server. It tells nothing, so it is read. */
export const listmonk: Connector = {
  name: 'listmonk',
  settings: [
    {
      key: 'url',
      isSecret: false,
      pattern: /^https?:\/\/\S+$/,
      example: 'https://lists.example.com',
    },
    { key: 'user', isSecret: false, pattern: /^\S+$/, example: 'samtykke' },
    { key: 'token', isSecret: true, pattern: /^\S+$/, example: '' },
  ],
  reach: ({ url = '', user = '', token = '' }) => ({
    base: url,
    headers: { Authorization: `token ${user}:${token}` },
  }),
  removalIsNo: false,
  sharesAddresses: false,
  batch: PAGE,
  takes: 3,
  open,
  interpret: null,
};
