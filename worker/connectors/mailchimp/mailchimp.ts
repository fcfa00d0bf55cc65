import { z } from 'zod';
import { hex } from '../../platform/hash.ts';
import type { Ask } from '../kit/ask.ts';
import type { Changes, Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed, timeOf } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';
import { interpret } from './events.ts';

const Member = z.object({
  contact_id: z.string(),
  email_address: z.string(),
  status: z.enum(['subscribed', 'unsubscribed', 'cleaned', 'pending', 'transactional', 'archived']),
  last_changed: z.string(),
});
type Member = z.infer<typeof Member>;

const Page = z.object({ members: z.array(Member), total_items: z.number() });
const Lists = z.object({ lists: z.array(z.object({ id: z.string(), name: z.string() })) });

const PAGE = 500;

/** A member is known by the MD5 of their address. Each audience has members of its own. */
const hashOf = async (email: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('MD5', new TextEncoder().encode(email))));

/** Cleaned is no no: the address bounced. Someone archived is out of the audience, and said nothing. */
const readOf = ({ status, last_changed }: Member): Read => {
  const at = timeOf(last_changed);
  switch (status) {
    case 'subscribed':
      return { state: 'on', at, isBlocked: false };
    case 'unsubscribed':
      return { state: 'off', at, isBlocked: false };
    case 'pending':
      return { state: 'pending', at, isBlocked: false };
    default:
      return { state: 'absent', at: null, isBlocked: false };
  }
};

const contactOf = (list: string, member: Member): Contact => ({
  id: `${list}/${member.contact_id}`,
  email: member.email_address,
  isUndeliverable: member.status === 'cleaned',
  targets: new Map([[list, readOf(member)]]),
});

/** The audience and the member that a contact's id names. */
const partsOf = (id: string): { list: string; member: string } => {
  const [list = '', member = ''] = id.split('/');
  return { list, member };
};

const pathOf = (id: string): string => {
  const { list, member } = partsOf(id);
  return `/lists/${list}/members/${member}`;
};

/** The audience that a page is of, and where in it it begins. */
const placeIn = (cursor: string, targets: readonly string[]) => {
  const [at = '0', offset = '0'] = cursor.split(' ');
  return { at: Number(at), offset: Number(offset), list: targets[Number(at)] };
};

const open = (ask: Ask, targets: readonly string[]): Tool => {
  const findIn = async (list: string, email: string): Promise<Contact[]> => {
    const path = `/lists/${list}/members/${await hashOf(email)}`;
    const { status, json } = await ask({ method: 'GET', path, expects: [404] });
    return status === 404 ? [] : [contactOf(list, parsed(Member, json))];
  };

  /** A status overwrites whatever stands there: it is sent alone, after that was read, and to a new member as such. */
  const addTo = async (list: string, email: string, since: number): Promise<Contact> => {
    const { json } = await ask({
      method: 'PUT',
      path: `/lists/${list}/members/${await hashOf(email)}`,
      json: {
        email_address: email,
        status_if_new: 'subscribed',
        timestamp_opt: new Date(since).toISOString(),
      },
    });
    return contactOf(list, parsed(Member, json));
  };

  return {
    list: async () => {
      const { json } = await ask({ method: 'GET', path: '/lists', query: { count: '1000' } });
      return parsed(Lists, json).lists;
    },
    find: async (emails) => {
      const found: Contact[] = [];
      for (const email of emails)
        for (const list of targets) found.push(...(await findIn(list, email)));
      return found;
    },
    page: async (cursor) => {
      const { at, offset, list } = placeIn(cursor, targets);
      if (list === undefined) return { contacts: [], next: null };
      const query = { count: String(PAGE), offset: String(offset) };
      const { json } = await ask({ method: 'GET', path: `/lists/${list}/members`, query });
      const { members, total_items: total } = parsed(Page, json);
      const isLast = offset + PAGE >= total;
      const next = isLast ? `${at + 1} 0` : `${at} ${offset + PAGE}`;
      return {
        contacts: members.map((member) => contactOf(list, member)),
        next: isLast && at + 1 >= targets.length ? null : next,
      };
    },
    add: async ({ email, since }, changes: Changes) => {
      const added: Contact[] = [];
      for (const [list, to] of changes)
        if (to === 'on') added.push(await addTo(list, email, since));
      return added;
    },
    change: async (contact, changes) => {
      const { list } = partsOf(contact.id);
      const to = changes.get(list);
      if (!to) return contact;
      // Someone archived, or of transactional emails only, is taken as new.
      const status = to === 'on' ? 'subscribed' : 'unsubscribed';
      const { json } = await ask({
        method: 'PATCH',
        path: `/lists/${list}/members/${await hashOf(contact.email.toLowerCase())}`,
        json: { status },
      });
      return contactOf(list, parsed(Member, json));
    },
    erase: async (id) => {
      const path = `${pathOf(id)}/actions/delete-permanent`;
      return (await ask({ method: 'POST', path, expects: [404] })).status !== 404;
    },
  };
};

/** The data centre that a key belongs to is named at its end. */
const centreOf = (key: string): string => /-([a-z]+\d+)$/.exec(key)?.[1] ?? 'us1';

/** Mailchimp: an item is an audience, of which someone is a subscriber or not. */
export const mailchimp: Connector = {
  name: 'Mailchimp',
  settings: [
    { key: 'key', isSecret: true, pattern: /^\S+-[a-z]+\d+$/, example: '' },
    { key: 'secret', isSecret: true, pattern: /^\S*$/, example: '' },
  ],
  reach: ({ key = '' }) => ({
    base: `https://${centreOf(key)}.api.mailchimp.com/3.0`,
    headers: { Authorization: `Basic ${btoa(`samtykke:${key}`)}` },
  }),
  removalIsNo: false,
  sharesAddresses: false,
  batch: 20,
  open,
  interpret,
};
