import type { FarSide } from './far-side.ts';
import { type Asked, allow, jsonBody, NotAllowed, type Served, serve } from './server.ts';

type Status = 'confirmed' | 'unconfirmed' | 'unsubscribed';
type Subscriber = {
  id: number;
  email: string;
  name: string;
  status: 'enabled' | 'disabled' | 'blocklisted';
  updatedAt: number;
  lists: Map<number, { status: Status; at: number }>;
};
type List = { id: number; name: string; optin: 'single' | 'double' };

export const settings = { url: 'https://lists.test', user: 'samtykke', token: 'a-token' };

/** Of a condition, the addresses that it names: nothing else of SQL is understood here, and nothing else is asked. */
const addressesIn = (query: string): string[] => {
  const match = /^subscribers\.email IN \(('(?:[^']|'')*'(?:, '(?:[^']|'')*')*)\)$/.exec(query);
  if (!match?.[1]) throw new NotAllowed(`no condition: ${query}`);
  return [...match[1].matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) =>
    text.replaceAll("''", "'"),
  );
};

const idIn = (path: string): number => Number(path.split('/')[3]);

/**
 * Stands in for a listmonk server as its documentation has it (docs/apis at 21 Jul 2026): `PUT /api/subscribers/{id}`
 * replaces everything and loses the lists that it does not name, an address is there once, and a list that someone
 * unsubscribed from is added again for anyone who asks.
 */
export const listmonkServer = (clock: () => number): Served & FarSide => {
  const lists: List[] = [
    { id: 1, name: 'Newsletter', optin: 'single' },
    { id: 2, name: 'Invitations', optin: 'double' },
  ];
  const all = new Map<number, Subscriber>();
  let ids = 0;

  const shown = ({ updatedAt, lists: own, ...subscriber }: Subscriber) => ({
    ...subscriber,
    uuid: crypto.randomUUID(),
    attribs: {},
    created_at: new Date(0).toISOString(),
    updated_at: new Date(updatedAt).toISOString(),
    lists: [...own].map(([id, { status, at }]) => ({
      id,
      uuid: crypto.randomUUID(),
      name: lists.find((list) => list.id === id)?.name,
      subscription_status: status,
      subscription_updated_at: new Date(at).toISOString(),
    })),
  });
  const byEmail = (email: string) => [...all.values()].find((one) => one.email === email);

  const make = (email: string): Subscriber => {
    ids += 1;
    const subscriber: Subscriber = {
      id: ids,
      email,
      name: '',
      status: 'enabled',
      updatedAt: clock(),
      lists: new Map(),
    };
    all.set(ids, subscriber);
    return subscriber;
  };

  const search = ({ url }: Asked): Response => {
    const query = url.searchParams.get('query');
    const perPage = Number(url.searchParams.get('per_page') ?? 20);
    const page = Number(url.searchParams.get('page') ?? 1);
    const order = url.searchParams.get('order_by');
    allow(
      order === null || ['name', 'status', 'created_at', 'updated_at'].includes(order),
      `no order ${order}`,
    );
    const wanted = url.searchParams.getAll('list_id').map(Number);
    const emails = query === null ? null : addressesIn(query);
    const found = [...all.values()]
      .filter(({ email }) => emails === null || emails.includes(email))
      .filter((one) => wanted.length === 0 || wanted.some((id) => one.lists.has(id)));
    const results = found.slice((page - 1) * perPage, page * perPage).map(shown);
    return Response.json({
      data: { results, query: query ?? '', total: found.length, per_page: perPage, page },
    });
  };

  const add = (asked: Asked): Response => {
    const body = jsonBody(asked, [
      'email',
      'name',
      'status',
      'lists',
      'attribs',
      'preconfirm_subscriptions',
    ]);
    const email = String(body.email).toLowerCase();
    if (byEmail(email))
      return Response.json({ message: 'E-mail already exists.' }, { status: 409 });
    const subscriber = make(email);
    const status: Status = body.preconfirm_subscriptions === true ? 'confirmed' : 'unconfirmed';
    for (const id of [body.lists].flat()) {
      allow(
        lists.some((list) => list.id === id),
        `no list ${id}`,
      );
      subscriber.lists.set(Number(id), { status, at: clock() });
    }
    return Response.json({ data: shown(subscriber) });
  };

  const manageLists = (asked: Asked): Response => {
    const body = jsonBody(asked, ['ids', 'action', 'target_list_ids', 'status', 'query']);
    for (const id of [body.ids].flat()) {
      const subscriber = all.get(Number(id));
      for (const list of [body.target_list_ids].flat().map(Number)) {
        allow(
          lists.some((one) => one.id === list),
          `no list ${list}`,
        );
        if (!subscriber) continue;
        const own = subscriber.lists.get(list);
        switch (body.action) {
          case 'add': {
            const status = String(body.status ?? '') as Status | '';
            subscriber.lists.set(list, {
              status: status === '' ? (own?.status ?? 'unconfirmed') : status,
              at: clock(),
            });
            break;
          }
          case 'unsubscribe':
            if (own) subscriber.lists.set(list, { status: 'unsubscribed', at: clock() });
            break;
          default:
            throw new NotAllowed(`${body.action} forgets that they unsubscribed`);
        }
      }
    }
    return Response.json({ data: true });
  };

  const served = serve((asked) => {
    if (asked.headers.get('Authorization') !== 'token samtykke:a-token')
      return Response.json({ message: 'invalid session' }, { status: 403 });
    const one = all.get(idIn(asked.path));
    switch (`${asked.method} ${asked.path.replace(/\d+$/, '{id}')}`) {
      case 'GET /api/lists':
        return Response.json({ data: { results: lists, total: lists.length } });
      case 'GET /api/subscribers':
        return search(asked);
      case 'POST /api/subscribers':
        return add(asked);
      case 'PUT /api/subscribers/lists':
        return manageLists(asked);
      case 'GET /api/subscribers/{id}':
        return one
          ? Response.json({ data: shown(one) })
          : Response.json({ message: 'Subscriber not found.' }, { status: 404 });
      case 'PUT /api/subscribers/{id}':
        throw new NotAllowed('a PUT of a subscriber loses the lists that it does not name');
      case 'DELETE /api/subscribers/{id}':
        return all.delete(idIn(asked.path))
          ? Response.json({ data: true })
          : Response.json({ message: 'Subscriber not found.' }, { status: 404 });
      default:
        throw new NotAllowed(`${asked.method} ${asked.path}`);
    }
  });

  return Object.assign(served, {
    targets: ['1', '2'],
    state: (email: string, target: string) => {
      const subscriber = byEmail(email);
      if (!subscriber) return 'absent' as const;
      if (subscriber.status === 'blocklisted') return 'off' as const;
      const own = subscriber.lists.get(Number(target))?.status;
      if (own === undefined) return 'absent' as const;
      if (own === 'unsubscribed') return 'off' as const;
      return own === 'unconfirmed' && target === '2' ? ('pending' as const) : ('on' as const);
    },
    choose: (email: string, target: string, says: 'yes' | 'no') => {
      const subscriber = byEmail(email) ?? make(email);
      subscriber.lists.set(Number(target), {
        status: says === 'yes' ? 'confirmed' : 'unsubscribed',
        at: clock(),
      });
    },
    block: (email: string) => {
      const subscriber = byEmail(email) ?? make(email);
      subscriber.status = 'blocklisted';
      subscriber.updatedAt = clock();
    },
    bounce: null,
    has: (email: string) => byEmail(email) !== undefined,
    readings: [],
  });
};
