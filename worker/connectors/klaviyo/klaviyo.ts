import { z } from 'zod';
import { inParts } from '../../platform/bound.ts';
import { addAndFind } from '../kit/adding.ts';
import type { Ask } from '../kit/ask.ts';
import { isDone, withoutNews } from '../kit/changes.ts';
import type { Changes, Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed } from '../kit/reading.ts';
import { foundLater, settled } from '../kit/settled.ts';
import { interpret } from './events.ts';
import { anyOf, isUnreachable, type Memberships, Profile, readOf } from './profiles.ts';

const Links = z.object({ next: z.string().nullish() }).nullish();
const Profiles = z.object({ data: z.array(Profile), links: Links });
const Lists = z.object({
  data: z.array(z.object({ id: z.string(), attributes: z.object({ name: z.string().nullish() }) })),
  links: Links,
});

const REVISION = '2026-07-15';

/** So many profiles are read at once: their addresses stand in the URL of the next question. */
const PAGE = 50;

const SUBSCRIPTIONS = { 'additional-fields[profile]': 'subscriptions', 'page[size]': String(PAGE) };

/** Where the next page begins, in the link to it. */
const cursorIn = (next: string | null | undefined): string | null =>
  next ? new URL(next).searchParams.get('page[cursor]') : null;

const withCursor = (query: Record<string, string>, cursor: string): Record<string, string> =>
  cursor === '' ? query : { ...query, 'page[cursor]': cursor };

const emailOf = ({ attributes: { email } }: Profile): string[] => (email ? [email] : []);

const open = (ask: Ask, targets: readonly string[]): Tool => {
  const readProfiles = async (path: string, query: Record<string, string>) => {
    const { json } = await ask({ method: 'GET', path, query });
    return parsed(Profiles, json);
  };

  /** Reads which of the lists that are mapped some addresses are in, by the profile's id. */
  const readMemberships = async (
    emails: readonly string[],
  ): Promise<ReadonlyMap<string, Memberships>> => {
    const lists = new Map<string, Map<string, string | null>>();
    for (const list of targets) {
      const query = {
        filter: anyOf('email', emails),
        'fields[profile]': 'email,joined_group_at',
        'page[size]': '100',
      };
      const { data } = await readProfiles(`/api/lists/${list}/profiles`, query);
      for (const { id, attributes } of data) {
        const own = lists.get(id) ?? new Map();
        lists.set(id, own.set(list, attributes.joined_group_at ?? null));
      }
    }
    return lists;
  };

  const contactsOf = async (profiles: readonly Profile[]): Promise<Contact[]> => {
    const emails = profiles.flatMap(emailOf);
    if (emails.length === 0) return [];
    const lists = await readMemberships(emails);
    return profiles.flatMap((profile) =>
      emailOf(profile).map((email) => ({
        id: profile.id,
        email,
        isUndeliverable: isUnreachable(profile),
        targets: new Map(
          targets.map((list) => [list, readOf(profile, list, lists.get(profile.id) ?? new Map())]),
        ),
      })),
    );
  };

  const find = async (emails: readonly string[]): Promise<Contact[]> => {
    const found: Contact[] = [];
    for (const part of inParts(emails, PAGE)) {
      const filter = anyOf('email', part);
      const { data } = await readProfiles('/api/profiles', { ...SUBSCRIPTIONS, filter });
      found.push(...(await contactsOf(data)));
    }
    return found;
  };

  /** Subscribes an address to one list. It clears every suppression but a bounce: never before that was read. */
  const subscribe = (email: string, list: string, since: number) =>
    ask({
      method: 'POST',
      path: '/api/profile-subscription-bulk-create-jobs',
      json: {
        data: {
          type: 'profile-subscription-bulk-create-job',
          attributes: {
            custom_source: 'Samtykke',
            // Consent was given here: Klaviyo sends no email of its own to confirm it.
            historical_import: true,
            profiles: {
              data: [
                {
                  type: 'profile',
                  attributes: {
                    email,
                    subscriptions: {
                      email: {
                        marketing: {
                          consent: 'SUBSCRIBED',
                          consented_at: new Date(since).toISOString(),
                        },
                      },
                    },
                  },
                },
              ],
            },
          },
          relationships: { list: { data: { type: 'list', id: list } } },
        },
      },
    });

  /**
   * Takes a profile out of one list, at once. Unsubscribing is a job instead, which ends everything for anyone who is
   * no longer in the list when it runs.
   */
  const leave = (id: string, list: string) =>
    ask({
      method: 'DELETE',
      path: `/api/lists/${list}/relationships/profiles`,
      json: { data: [{ type: 'profile', id }] },
    });

  const subscribeAll = async (email: string, changes: Changes, since: number): Promise<void> => {
    for (const [list, to] of changes) if (to === 'on') await subscribe(email, list, since);
  };

  return {
    list: async () => {
      const all: { id: string; name: string }[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query = withCursor({ 'fields[list]': 'name' }, cursor);
        const { json } = await ask({ method: 'GET', path: '/api/lists', query });
        const { data, links } = parsed(Lists, json);
        all.push(...data.map(({ id, attributes: { name } }) => ({ id, name: name ?? id })));
        cursor = cursorIn(links?.next);
      }
      return all;
    },
    find,
    page: async (cursor) => {
      const [at = '0', from = ''] = cursor.split(' ');
      const list = targets[Number(at)];
      if (list === undefined) return { contacts: [], next: null };
      const path = `/api/lists/${list}/profiles`;
      const { data, links } = await readProfiles(path, withCursor(SUBSCRIPTIONS, from));
      const next = cursorIn(links?.next);
      const isLast = next === null && Number(at) + 1 >= targets.length;
      // Anyone who is in an earlier list was on a page of that one.
      const earlier = targets.slice(0, Number(at));
      const contacts = (await contactsOf(data)).filter(({ targets: own }) =>
        earlier.every((each) => !['on', 'unasked'].includes(own.get(each)?.state ?? '')),
      );
      const goesOn = next === null ? `${Number(at) + 1} ` : `${at} ${next}`;
      return { contacts, next: isLast ? null : goesOn };
    },
    // A profile is made at once, and has said nothing: that it is subscribed later is a change of it.
    add: ({ email }) =>
      addAndFind(
        () =>
          ask({
            method: 'POST',
            path: '/api/profiles',
            json: { data: { type: 'profile', attributes: { email } } },
          }),
        () => foundLater(() => find([email])),
      ),
    change: async (contact, changes, since) => {
      const read = async (): Promise<Contact | undefined> =>
        (await find([contact.email])).find(({ id }) => id === contact.id);
      const before = await read();
      if (!before) return { ...contact, targets: new Map() };
      const wanted = withoutNews(contact, before, changes);
      for (const [list, to] of wanted) if (to === 'off') await leave(before.id, list);
      await subscribeAll(before.email, wanted, since);
      const after = await settled(read, (one) => one !== undefined && isDone(one.targets, wanted));
      return after ?? before;
    },
    erase: async (id) => {
      const asked = { method: 'GET', path: `/api/profiles/${id}`, expects: [404] } as const;
      if ((await ask(asked)).status === 404) return false;
      await ask({
        method: 'POST',
        path: '/api/data-privacy-deletion-jobs',
        json: {
          data: {
            type: 'data-privacy-deletion-job',
            attributes: { profile: { data: { type: 'profile', id } } },
          },
        },
      });
      return true;
    },
  };
};

/** Klaviyo: an item is a list. Only some of its customers can have it report changes; the others are read. */
export const klaviyo: Connector = {
  name: 'Klaviyo',
  settings: [
    { key: 'key', isSecret: true, pattern: /^\S+$/, example: '' },
    { key: 'secret', isSecret: true, pattern: /^\S*$/, example: '' },
  ],
  reach: ({ key = '' }) => ({
    base: 'https://a.klaviyo.com',
    headers: { Authorization: `Klaviyo-API-Key ${key}`, revision: REVISION },
    type: 'application/vnd.api+json',
  }),
  removalIsNo: true,
  sharesAddresses: false,
  batch: 20,
  open,
  interpret,
};
