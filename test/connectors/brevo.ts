import type { FarSide } from './far-side.ts';
import { type Asked, allow, jsonBody, NotAllowed, type Served, serve } from './server.ts';

type Person = {
  id: number;
  email: string;
  isBlacklisted: boolean;
  lists: Set<number>;
  unsubscribed: Set<number>;
};

export const settings = { key: 'xkeysib-1', secret: 'a-token' };

/** What a test does at Brevo besides. */
type Brevo = {
  /** Someone who works there deletes a list: nobody is in it any more. */
  deleteList: (target: string) => void;
};

/**
 * Stands in for Brevo's API v3: a blacklisted contact gets nothing of any list, a contact is there once, a removal
 * from a list leaves no trace, nothing says since when, and a body with an unknown or missing field is refused.
 */
export const brevoServer = (_clock: () => number): Served & FarSide & Brevo => {
  const lists = [
    { id: 4, name: 'Newsletter' },
    { id: 5, name: 'Invitations' },
  ];
  const all = new Map<number, Person>();
  let next = 0;

  const byEmail = (email: string) => [...all.values()].find((one) => one.email === email);
  const byWho = (who: string) => (/^\d+$/.test(who) ? all.get(Number(who)) : byEmail(who));

  const make = (email: string): Person => {
    next += 1;
    const person: Person = {
      id: next,
      email,
      isBlacklisted: false,
      lists: new Set(),
      unsubscribed: new Set(),
    };
    all.set(next, person);
    return person;
  };

  const shown = ({ id, email, isBlacklisted, lists: own, unsubscribed }: Person) => ({
    id,
    email,
    emailBlacklisted: isBlacklisted,
    smsBlacklisted: false,
    createdAt: '2026-01-01T00:00:00.000+01:00',
    modifiedAt: '2026-01-01T00:00:00.000+01:00',
    listIds: [...own],
    listUnsubscribed: unsubscribed.size > 0 ? [...unsubscribed] : null,
    attributes: {},
  });

  const refuse = (status: number, code: string): Response =>
    Response.json({ code, message: code }, { status });

  const known = (value: unknown): number[] => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new NotAllowed('lists are an array');
    for (const id of value)
      allow(
        lists.some((list) => list.id === id),
        `no list ${id}`,
      );
    return value.map(Number);
  };

  const create = (asked: Asked): Response => {
    const body = jsonBody(asked, [
      'email',
      'ext_id',
      'attributes',
      'emailBlacklisted',
      'smsBlacklisted',
      'listIds',
      'updateEnabled',
      'smtpBlacklistSender',
    ]);
    const email = String(body.email).toLowerCase();
    allow(body.updateEnabled !== true, 'updateEnabled overwrites a contact that is there');
    if (byEmail(email)) return refuse(400, 'duplicate_parameter');
    const person = make(email);
    for (const id of known(body.listIds)) person.lists.add(id);
    return Response.json({ id: person.id }, { status: 201 });
  };

  const update = (asked: Asked, person: Person): Response => {
    const body = jsonBody(asked, [
      'attributes',
      'ext_id',
      'emailBlacklisted',
      'smsBlacklisted',
      'listIds',
      'unlinkListIds',
      'smtpBlacklistSender',
    ]);
    allow(body.emailBlacklisted === undefined, 'the blacklist is not ours');
    for (const id of known(body.listIds)) {
      person.lists.add(id);
      person.unsubscribed.delete(id);
    }
    for (const id of known(body.unlinkListIds)) person.lists.delete(id);
    return new Response(null, { status: 204 });
  };

  const page = ({ url }: Asked): Response => {
    const limit = Number(url.searchParams.get('limit') ?? 50);
    const offset = Number(url.searchParams.get('offset') ?? 0);
    allow(limit <= 1000, 'limit is at most 1000');
    const people = [...all.values()].slice(offset, offset + limit).map(shown);
    return Response.json({ contacts: people, count: all.size });
  };

  const served = serve((asked) => {
    if (asked.headers.get('api-key') !== 'xkeysib-1') return refuse(401, 'unauthorized');
    const [, version, root, who = ''] = asked.path.split('/').map(decodeURIComponent);
    allow(version === 'v3' && root === 'contacts', asked.path);
    if (who === 'lists') {
      allow(Number(asked.url.searchParams.get('limit')) <= 50, 'limit is at most 50');
      const offset = Number(asked.url.searchParams.get('offset') ?? 0);
      return Response.json({ lists: lists.slice(offset), count: lists.length });
    }
    const person = byWho(who);
    if (who !== '' && !person) return refuse(404, 'document_not_found');
    switch (asked.method) {
      case 'GET':
        return person ? Response.json(shown(person)) : page(asked);
      case 'POST':
        return create(asked);
      case 'PUT':
        if (person) return update(asked, person);
        break;
      case 'DELETE':
        if (person) all.delete(person.id);
        return new Response(null, { status: 204 });
    }
    throw new NotAllowed(`${asked.method} ${asked.path}`);
  });

  return Object.assign(served, {
    targets: ['4', '5'],
    state: (email: string, target: string) => {
      const person = byEmail(email);
      if (!person) return 'absent' as const;
      if (person.isBlacklisted || person.unsubscribed.has(Number(target))) return 'off' as const;
      return person.lists.has(Number(target)) ? ('on' as const) : ('absent' as const);
    },
    choose: (email: string, target: string, says: 'yes' | 'no') => {
      const person = byEmail(email) ?? make(email);
      const list = Number(target);
      if (says === 'yes') {
        person.lists.add(list);
        person.unsubscribed.delete(list);
      } else {
        person.lists.delete(list);
        person.unsubscribed.add(list);
      }
    },
    block: (email: string) => {
      (byEmail(email) ?? make(email)).isBlacklisted = true;
    },
    bounce: null,
    deleteList: (target: string) => {
      lists.splice(
        lists.findIndex(({ id }) => String(id) === target),
        1,
      );
      for (const person of all.values()) person.lists.delete(Number(target));
    },
    has: (email: string) => byEmail(email) !== undefined,
    readings: [],
  });
};
