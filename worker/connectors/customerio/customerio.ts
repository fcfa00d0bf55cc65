import { z } from 'zod';
import { addAndFind } from '../kit/adding.ts';
import type { Ask, Reach } from '../kit/ask.ts';
import { isDone, withoutNews } from '../kit/changes.ts';
import type { Changes, Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed } from '../kit/reading.ts';
import { foundLater, settled } from '../kit/settled.ts';
import { interpret } from './events.ts';
import { Customer, type Defaults, hasEmailOn, readOf } from './reading.ts';

const Found = z.object({ results: z.array(z.object({ cio_id: z.string() })) });
const Page = z.object({
  identifiers: z.array(z.object({ cio_id: z.string() })),
  next: z.string().nullish(),
});
const Customers = z.object({ customers: z.array(Customer) });
const Topics = z.object({
  topics: z.array(
    z.object({ identifier: z.string(), name: z.string(), subscribed_by_default: z.boolean() }),
  ),
});
const Channels = z.object({
  channels: z.array(z.object({ type: z.string(), subscribed_by_default: z.boolean() })),
});

const PAGE = 10;

/** The id of someone without the prefix under which requests name it. */
const bare = (id: string): string => id.replace(/^cio_/, '');

/** The server of a region that is written to; it knows us by other credentials than the one that is read. */
const trackOf = ({ region, site = '', track = '' }: Readonly<Record<string, string>>): Reach => ({
  base: region === 'eu' ? 'https://track-eu.customer.io' : 'https://track.customer.io',
  headers: { Authorization: `Basic ${btoa(`${site}:${track}`)}` },
});

/** One preference by its path: an object of preferences would replace all others. */
const preference = (path: string): string => `cio_subscription_preferences.${path}`;

const preferencesOf = (changes: Changes): Record<string, boolean> =>
  Object.fromEntries(
    [...changes].map(([topic, to]) => [preference(`topics.${topic}`), to === 'on']),
  );

const open = (
  ask: Ask,
  targets: readonly string[],
  settings: Readonly<Record<string, string>>,
): Tool => {
  const track = trackOf(settings);

  const readTopics = async () => {
    const { json } = await ask({ method: 'GET', path: '/v1/subscription_topics' });
    return parsed(Topics, json).topics;
  };
  const readDefaults = async (): Promise<Defaults> => {
    const topics = (await readTopics()).filter(({ subscribed_by_default: isOn }) => isOn);
    const { json } = await ask({ method: 'GET', path: '/v1/subscription_channels' });
    const email = parsed(Channels, json).channels.find(({ type }) => type === 'email');
    return {
      topics: new Set(topics.map(({ identifier }) => identifier)),
      isEmailOn: email?.subscribed_by_default ?? true,
    };
  };
  let read: Promise<Defaults> | undefined;
  const defaults = (): Promise<Defaults> => {
    read ??= readDefaults();
    return read;
  };

  const readAll = async (ids: readonly string[]): Promise<Customer[]> => {
    if (ids.length === 0) return [];
    const { json } = await ask({
      method: 'POST',
      path: '/v1/customers/attributes',
      query: { id_type: 'cio_id' },
      json: { ids: ids.map(bare) },
    });
    return parsed(Customers, json).customers;
  };

  const contactsOf = async (customers: readonly Customer[]): Promise<Contact[]> => {
    const known = await defaults();
    return customers.flatMap((one) => {
      const { attributes, identifiers } = one.customer;
      const id = attributes.cio_id ?? identifiers?.cio_id;
      const { email } = attributes;
      const own = new Map(targets.map((topic) => [topic, readOf(one, topic, known)]));
      return id && email ? [{ id: bare(id), email, isUndeliverable: false, targets: own }] : [];
    });
  };

  const find = async (emails: readonly string[]): Promise<Contact[]> => {
    const ids: string[] = [];
    for (const email of emails) {
      const { json } = await ask({ method: 'GET', path: '/v1/customers', query: { email } });
      ids.push(...parsed(Found, json).results.map(({ cio_id: id }) => id));
    }
    return contactsOf(await readAll(ids));
  };

  /** Writes attributes. By the tool's own id and with `_update` no second profile is made. */
  const identify = (who: string, json: Record<string, unknown>) =>
    ask({
      at: track,
      method: 'PUT',
      path: `/api/v1/customers/${encodeURIComponent(who)}`,
      json,
    });

  return {
    list: async () =>
      (await readTopics()).map(({ identifier, name }) => ({ id: identifier, name })),
    find,
    page: async (cursor) => {
      const { json } = await ask({
        method: 'POST',
        path: '/v1/customers',
        query: cursor === '' ? { limit: String(PAGE) } : { limit: String(PAGE), start: cursor },
        json: { filter: { attribute: { field: 'email', operator: 'exists' } } },
      });
      const { identifiers, next } = parsed(Page, json);
      const customers = await readAll(identifiers.map(({ cio_id: id }) => id));
      return { contacts: await contactsOf(customers), next: next || null };
    },
    add: async ({ email }, changes) => {
      const { topics, isEmailOn } = await defaults();
      const unasked = [...topics].map((topic) => [preference(`topics.${topic}`), false] as const);
      const json = {
        email,
        ...Object.fromEntries(unasked),
        ...preferencesOf(changes),
        ...(isEmailOn ? {} : { [preference('channels.email')]: true }),
      };
      return addAndFind(
        () => identify(email, json),
        () => foundLater(() => find([email])),
      );
    },
    // Never `unsubscribed`, nor a channel that was closed: those are a no to everything.
    change: async (contact, changes) => {
      const known = await defaults();
      const [one] = await readAll([contact.id]);
      if (!one) return contact;
      const [before = contact] = await contactsOf([one]);
      const wanted = withoutNews(contact, before, changes);
      if (wanted.size === 0) return before;
      const needsChannel = [...wanted.values()].includes('on') && !hasEmailOn(one, known);
      await identify(`cio_${contact.id}`, {
        _update: true,
        ...preferencesOf(wanted),
        ...(needsChannel ? { [preference('channels.email')]: true } : {}),
      });
      const [after] = await settled(
        async () => contactsOf(await readAll([contact.id])),
        ([then]) => then !== undefined && isDone(then.targets, wanted),
      );
      return after ?? contact;
    },
    erase: async (id) => {
      if ((await readAll([id])).length === 0) return false;
      await ask({ at: track, method: 'DELETE', path: `/api/v1/customers/cio_${bare(id)}` });
      return true;
    },
  };
};

/** Customer.io: an item is a topic of its subscription centre. */
export const customerio: Connector = {
  name: 'Customer.io',
  settings: [
    {
      key: 'region',
      isSecret: false,
      pattern: /^(us|eu)$/,
      example: '',
      choices: ['eu', 'us'],
    },
    { key: 'site', isSecret: false, pattern: /^[^\s:]+$/, example: '' },
    { key: 'track', isSecret: true, pattern: /^\S+$/, example: '' },
    { key: 'key', isSecret: true, pattern: /^\S+$/, example: '' },
    { key: 'secret', isSecret: true, pattern: /^\S*$/, example: '' },
  ],
  reach: ({ region, key = '' }) => ({
    base: region === 'eu' ? 'https://api-eu.customer.io' : 'https://api.customer.io',
    headers: { Authorization: `Bearer ${key}` },
  }),
  removalIsNo: false,
  sharesAddresses: true,
  batch: PAGE,
  perSecond: 10,
  takes: 8,
  open,
  interpret,
};
