import { z } from 'zod';
import type { Ask } from '../kit/ask.ts';
import { idsOf } from '../kit/changes.ts';
import type { Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';
import { interpret } from './events.ts';

const Person = z.object({
  id: z.number(),
  email: z.string().nullish(),
  emailBlacklisted: z.boolean(),
  listIds: z.array(z.number()),
  listUnsubscribed: z.array(z.number()).nullish(),
});
type Person = z.infer<typeof Person>;

const Page = z.object({ contacts: z.array(Person), count: z.number() });
const Lists = z.object({
  lists: z.array(z.object({ id: z.number(), name: z.string() })).optional(),
  count: z.number(),
});

const PAGE = 1000;
const LISTS_PAGE = 50;

/** How a list of a contact stands. Who is blacklisted gets no campaign of any list. It does not say since when. */
const readOf = (
  { emailBlacklisted, listIds, listUnsubscribed }: Person,
  list: string,
  wasRemoved: boolean,
): Read => {
  if (emailBlacklisted) return { state: 'off', at: null, isBlocked: true };
  const id = Number(list);
  if (listUnsubscribed?.includes(id)) return { state: 'off', at: null, isBlocked: false };
  if (listIds.includes(id)) return { state: 'on', at: null, isBlocked: false };
  return { state: wasRemoved ? 'off' : 'absent', at: null, isBlocked: false };
};

const open = (ask: Ask, targets: readonly string[]): Tool => {
  const contactOf = (person: Person, off: readonly number[] = []): Contact[] =>
    person.email
      ? [
          {
            id: String(person.id),
            email: person.email,
            isUndeliverable: false,
            targets: new Map(
              targets.map((list) => [list, readOf(person, list, off.includes(Number(list)))]),
            ),
          },
        ]
      : [];

  const findOne = async (who: string, off: readonly number[] = []): Promise<Contact[]> => {
    const path = `/contacts/${encodeURIComponent(who)}`;
    const { status, json } = await ask({ method: 'GET', path, expects: [404] });
    return status === 404 ? [] : contactOf(parsed(Person, json), off);
  };

  return {
    list: async () => {
      const all: { id: string; name: string }[] = [];
      for (let more = true; more; ) {
        const query = { limit: String(LISTS_PAGE), offset: String(all.length) };
        const { json } = await ask({ method: 'GET', path: '/contacts/lists', query });
        const { lists = [], count } = parsed(Lists, json);
        all.push(...lists.map(({ id, name }) => ({ id: String(id), name })));
        more = lists.length > 0 && all.length < count;
      }
      return all;
    },
    find: async (emails) => {
      const found: Contact[] = [];
      for (const email of emails) found.push(...(await findOne(email)));
      return found;
    },
    page: async (cursor) => {
      const offset = Number(cursor || 0);
      const query = { limit: String(PAGE), offset: String(offset), sort: 'asc' };
      const { json } = await ask({ method: 'GET', path: '/contacts', query });
      const { contacts, count } = parsed(Page, json);
      return {
        contacts: contacts.flatMap((person) => contactOf(person)),
        next: offset + PAGE < count ? String(offset + PAGE) : null,
      };
    },
    // Never with updateEnabled: who has come meanwhile is not overwritten.
    add: async ({ email }, changes) => {
      const json = { email, listIds: idsOf(changes, 'on'), updateEnabled: false };
      await ask({ method: 'POST', path: '/contacts', json });
      return findOne(email);
    },
    // Never emailBlacklisted: that is a no to everything, and no yes of ours to one thing lifts it.
    change: async (contact, changes) => {
      const [on, off] = [idsOf(changes, 'on'), idsOf(changes, 'off')];
      const json = {
        ...(on.length > 0 ? { listIds: on } : {}),
        ...(off.length > 0 ? { unlinkListIds: off } : {}),
      };
      await ask({ method: 'PUT', path: `/contacts/${contact.id}`, json });
      const [after] = await findOne(contact.id, off);
      return after ?? contact;
    },
    erase: async (id) =>
      (await ask({ method: 'DELETE', path: `/contacts/${id}`, expects: [404] })).status !== 404,
  };
};

/** Brevo: an item is a list. */
export const brevo: Connector = {
  name: 'Brevo',
  settings: [
    { key: 'key', isSecret: true, pattern: /^\S+$/, example: '' },
    { key: 'secret', isSecret: true, pattern: /^\S*$/, example: '' },
  ],
  reach: ({ key = '' }) => ({ base: 'https://api.brevo.com/v3', headers: { 'api-key': key } }),
  removalIsNo: true,
  sharesAddresses: false,
  batch: 20,
  perSecond: 10,
  takes: 2,
  open,
  interpret,
};
