import type { FarSide } from './far-side.ts';
import { type Asked, allow, jsonBody, NotAllowed, type Served, serve } from './server.ts';

type Person = {
  id: string;
  email: string;
  isUnsubscribed: boolean;
  topics: Map<string, boolean>;
  channels: Map<string, boolean>;
};

export const settings = {
  region: 'eu',
  site: 'a-site',
  track: 'a-track-key',
  key: 'an-app-key',
  secret: 'a-signing-key',
};

const topics = [
  {
    id: 1,
    identifier: 'topic_1',
    name: 'Newsletter',
    description: '',
    subscribed_by_default: false,
  },
  {
    id: 2,
    identifier: 'topic_2',
    name: 'Invitations',
    description: '',
    subscribed_by_default: true,
  },
  { id: 3, identifier: 'topic_3', name: 'Offers', description: '', subscribed_by_default: true },
];

/** What a test may look at or set: the rest is as the tool's own. */
export type CustomerIo = {
  /** So many readings still show what was before the last write: the Track API works it off later. */
  lag: number;
  /** Whether emails are on for anyone who has not chosen. */
  isEmailDefault: boolean;
  topic: (email: string, topic: string) => boolean | undefined;
  closeChannel: (email: string) => void;
  /** A second profile with an address, which is no identifier there. */
  double: (email: string) => void;
};

/**
 * Stands in for Customer.io: the Track API writes and the App API reads, each with its own key. Topics have defaults,
 * an object of preferences replaces them all, `unsubscribed` and a closed channel are a no to everything, a write by
 * an id that is gone is dropped and answered as done, and several profiles may have one address.
 */
export const customerioServer = (_clock: () => number): Served & FarSide & CustomerIo => {
  const all = new Map<string, Person>();
  let next = 0;
  let waiting: (() => void)[] = [];

  const byEmail = (email: string) => [...all.values()].filter((one) => one.email === email);

  const make = (email: string): Person => {
    next += 1;
    const id = `a${next}`;
    const person = { id, email, isUnsubscribed: false, topics: new Map(), channels: new Map() };
    all.set(id, person);
    return person;
  };

  const preferencesOf = ({ topics: own, channels }: Person) => ({
    ...(own.size > 0 ? { topics: Object.fromEntries(own) } : {}),
    ...(channels.size > 0 ? { channels: Object.fromEntries(channels) } : {}),
  });

  /** Attributes are texts, whatever was set. */
  const shown = (person: Person) => ({
    customer: {
      id: '',
      identifiers: { cio_id: person.id, email: person.email, id: null },
      attributes: {
        cio_id: person.id,
        email: person.email,
        ...(person.topics.size + person.channels.size > 0
          ? { cio_subscription_preferences: JSON.stringify(preferencesOf(person)) }
          : {}),
      },
      timestamps: {},
      unsubscribed: person.isUnsubscribed,
      devices: [],
    },
  });

  const write = (asked: Asked, who: string): Response => {
    const body: unknown = JSON.parse(asked.body);
    const names = Object.keys(Object(body));
    allow(!names.includes('cio_subscription_preferences'), 'an object replaces all preferences');
    allow(!names.includes('unsubscribed'), 'a no to everything is not ours');
    const path = /^cio_subscription_preferences\.(topics\.topic_\d+|channels\.email)$/;
    jsonBody(asked, ['email', '_update', ...names.filter((name) => path.test(name))]);
    const isKnownId = who.startsWith('cio_');
    const found = isKnownId ? all.get(who.slice('cio_'.length)) : byEmail(who)[0];
    const isUpdate = Reflect.get(Object(body), '_update') === true;
    const person = found ?? (isKnownId || isUpdate ? null : make(who));
    for (const [name, value] of Object.entries(Object(body))) {
      const [, kind, key = ''] = /\.(topics|channels)\.(\w+)$/.exec(name) ?? [];
      if (!kind || !person) continue;
      allow(typeof value === 'boolean', `${name} is a boolean`);
      allow(kind === 'topics' || person.channels.get(key) !== false, 'a closed channel is a no');
      waiting.push(() =>
        person[kind === 'topics' ? 'topics' : 'channels'].set(key, value === true),
      );
    }
    work();
    return Response.json({});
  };

  const work = (): void => {
    if (served.lag > 0) return;
    for (const each of waiting) each();
    waiting = [];
  };

  const reading = (): void => {
    served.lag = Math.max(0, served.lag - 1);
  };

  const page = (asked: Asked): Response => {
    const limit = Number(asked.url.searchParams.get('limit') ?? 50);
    const start = Number(asked.url.searchParams.get('start') ?? 0);
    allow(limit <= 1000, 'limit is at most 1000');
    jsonBody(asked, ['filter']);
    const people = [...all.values()].slice(start, start + limit);
    return Response.json({
      identifiers: people.map(({ id, email }) => ({ cio_id: id, id: null, email })),
      ids: [],
      next: start + limit < all.size ? String(start + limit) : '',
    });
  };

  const answerApp = (asked: Asked): Response => {
    if (asked.headers.get('Authorization') !== 'Bearer an-app-key')
      return Response.json({ meta: { error: 'unauthorized' } }, { status: 401 });
    switch (`${asked.method} ${asked.path}`) {
      case 'GET /v1/subscription_topics':
        return Response.json({ topics });
      case 'GET /v1/subscription_channels':
        return Response.json({
          channels: [
            { id: 1, type: 'email', name: 'Email', subscribed_by_default: served.isEmailDefault },
          ],
        });
      case 'GET /v1/customers': {
        const results = byEmail(asked.url.searchParams.get('email')?.toLowerCase() ?? '');
        return Response.json({
          results: results.map(({ id, email }) => ({ cio_id: id, id: null, email })),
        });
      }
      case 'POST /v1/customers':
        return page(asked);
      case 'POST /v1/customers/attributes': {
        allow(asked.url.searchParams.get('id_type') === 'cio_id', 'ids are their own by default');
        const ids = [jsonBody(asked, ['ids']).ids].flat().map(String);
        allow(ids.length >= 1 && ids.length <= 100, 'one to a hundred ids');
        const customers = ids.flatMap((id) => all.get(id) ?? []).map(shown);
        reading();
        work();
        return Response.json({ customers });
      }
      default:
        throw new NotAllowed(`${asked.method} ${asked.path}`);
    }
  };

  const answerTrack = (asked: Asked): Response => {
    if (asked.headers.get('Authorization') !== `Basic ${btoa('a-site:a-track-key')}`)
      return Response.json({ meta: { error: 'unauthorized' } }, { status: 401 });
    const [, who = ''] = /^\/api\/v1\/customers\/([^/]+)$/.exec(asked.path) ?? [];
    if (who !== '' && asked.method === 'PUT') return write(asked, decodeURIComponent(who));
    if (who.startsWith('cio_') && asked.method === 'DELETE') {
      all.delete(who.slice('cio_'.length));
      return Response.json({});
    }
    throw new NotAllowed(`${asked.method} ${asked.path}`);
  };

  const stateOf = (person: Person, topic: string) => {
    const isEmailOn = person.channels.get('email') ?? served.isEmailDefault;
    if (person.isUnsubscribed || person.channels.get('email') === false) return 'off' as const;
    const choice = person.topics.get(topic);
    const standard = topics.find(({ identifier }) => identifier === topic)?.subscribed_by_default;
    if (choice === false) return 'off' as const;
    return isEmailOn && (choice ?? standard) ? ('on' as const) : ('absent' as const);
  };

  const served: Served & FarSide & CustomerIo = Object.assign(
    serve((asked) => {
      if (asked.url.host === 'api-eu.customer.io') return answerApp(asked);
      if (asked.url.host === 'track-eu.customer.io') return answerTrack(asked);
      throw new NotAllowed(asked.url.host);
    }),
    {
      lag: 0,
      isEmailDefault: true,
      topic: (email: string, topic: string) => byEmail(email)[0]?.topics.get(topic),
      closeChannel: (email: string) => {
        byEmail(email)[0]?.channels.set('email', false);
      },
      double: (email: string) => {
        make(email);
      },
      targets: ['topic_1', 'topic_2'],
      state: (email: string, topic: string) => {
        const states = byEmail(email).map((person) => stateOf(person, topic));
        return states.find((state) => state === 'on') ?? states[0] ?? ('absent' as const);
      },
      choose: (email: string, topic: string, says: 'yes' | 'no') => {
        (byEmail(email)[0] ?? make(email)).topics.set(topic, says === 'yes');
      },
      block: (email: string) => {
        (byEmail(email)[0] ?? make(email)).isUnsubscribed = true;
      },
      bounce: null,
      has: (email: string) => byEmail(email).length > 0,
      readings: ['POST /v1/customers', 'POST /v1/customers/attributes'],
    },
  );
  return served;
};
