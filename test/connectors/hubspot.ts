import type { FarSide } from './far-side.ts';
import { hubspotAccount, types } from './hubspot-account.ts';
import { type Asked, allow, jsonBody, NotAllowed, type Served, serve } from './server.ts';

export const settings = { token: 'pat-eu1-1', privacy: 'on' };

const bases = [
  'CONSENT_WITH_NOTICE',
  'LEGITIMATE_INTEREST_CLIENT',
  'LEGITIMATE_INTEREST_OTHER',
  'LEGITIMATE_INTEREST_PQL',
  'NON_GDPR',
  'PERFORMANCE_OF_CONTRACT',
  'PROCESS_AND_STORE',
];

/** What a test may look at or set: the rest is as the tool's own. */
export type HubSpot = {
  /** Whether the account may read many addresses at once: Marketing Hub Enterprise alone may. */
  hasBatches: boolean;
  /** Whether its privacy setting is on; without it HubSpot sends to every contact that has not said no. */
  isPrivate: boolean;
  /** Happens once, right before the next status is written. */
  meanwhile: (() => void) | null;
  /** Why HubSpot said that it wrote each status. */
  reasons: string[];
  status: (email: string, type: string) => string;
  /** Another address of the contact who has one. */
  addAddress: (email: string, other: string) => void;
  /** Deletes a contact; what was said of its address stays. */
  remove: (email: string) => void;
};

const refuse = (status: number, category: string): Response =>
  Response.json(
    { status: 'error', message: category, category, correlationId: crypto.randomUUID() },
    { status },
  );

const answered = (results: unknown[], status = 200): Response => {
  const at = new Date(0).toISOString();
  return Response.json(
    { status: 'COMPLETE', results, startedAt: at, completedAt: at },
    { status, headers: { 'X-HubSpot-RateLimit-Remaining': '99' } },
  );
};

/**
 * Stands in for HubSpot's dated API 2026-03: statuses are of addresses, whether or not a contact has them; a yes lifts
 * an opt-out and only its answer says so; a legal basis is demanded where the account's privacy setting is on; many
 * addresses at once are for Enterprise accounts, a hundred at most; an address that is erased as one is barred.
 */
export const hubspotServer = (clock: () => number): Served & FarSide & HubSpot => {
  const account = hubspotAccount(clock);
  const { people, left, byEmail, make, statusOf, say, shown, statusesOf, wideOf } = account;

  const inputsOf = (asked: Asked, fields: readonly string[]): unknown[] => {
    const { inputs } = jsonBody(asked, fields);
    if (!Array.isArray(inputs)) throw new NotAllowed('inputs are an array');
    allow(inputs.length >= 1 && inputs.length <= 100, 'one to a hundred inputs');
    return inputs;
  };

  const readPeople = (asked: Asked): Response => {
    const inputs = inputsOf(asked, ['idProperty', 'properties', 'inputs']);
    allow(JSON.parse(asked.body).idProperty === 'email', 'ids are their own by default');
    const found = inputs.map((input) => byEmail(String(Reflect.get(Object(input), 'id'))));
    const unique = [...new Set(found)].flatMap((person) => (person ? [shown(person)] : []));
    return answered(unique, found.includes(undefined) ? 207 : 200);
  };

  const page = ({ url }: Asked): Response => {
    const limit = Number(url.searchParams.get('limit') ?? 10);
    const after = Number(url.searchParams.get('after') ?? 0);
    allow(limit <= 100, 'limit is at most 100');
    const some = [...people.values()].filter(({ id }) => Number(id) > after);
    const last = some[limit - 1];
    return Response.json({
      results: some.slice(0, limit).map(shown),
      ...(last && some.length > limit ? { paging: { next: { after: last.id, link: '' } } } : {}),
    });
  };

  const create = (asked: Asked): Response => {
    const { properties } = jsonBody(asked, ['properties', 'associations']);
    const email = String(Reflect.get(Object(properties), 'email'));
    if (byEmail(email)) return refuse(409, 'CONFLICT');
    return Response.json(shown(make(email)), { status: 201 });
  };

  const erase = (asked: Asked): Response => {
    const body = jsonBody(asked, ['objectId', 'idProperty']);
    allow(body.idProperty === undefined, 'an address that is erased as one is barred for good');
    people.delete(String(body.objectId));
    return new Response(null, { status: 204 });
  };

  const write = (asked: Asked, email: string): Response => {
    served.meanwhile?.();
    served.meanwhile = null;
    const body = jsonBody(asked, [
      'channel',
      'statusState',
      'subscriptionId',
      'legalBasis',
      'legalBasisExplanation',
    ]);
    allow(body.channel === 'EMAIL', 'channel is required');
    allow(typeof body.subscriptionId === 'number', 'a subscription is a number');
    allow(body.statusState === 'SUBSCRIBED' || body.statusState === 'UNSUBSCRIBED', 'statusState');
    allow(
      types.some(({ id }) => id === body.subscriptionId),
      `no type ${body.subscriptionId}`,
    );
    allow(body.legalBasis === undefined || bases.includes(String(body.legalBasis)), 'legalBasis');
    const isGrounded = body.legalBasis !== undefined && body.legalBasisExplanation !== undefined;
    if (served.isPrivate && !isGrounded) return refuse(400, 'VALIDATION_ERROR');
    const type = String(body.subscriptionId);
    const before = statusOf(email, type);
    const isOn = body.statusState === 'SUBSCRIBED';
    allow(!isOn || !left.has(email), 'a no to everything is not ours to lift');
    const reason =
      before === body.statusState
        ? 'NO_STATUS_CHANGE'
        : isOn && before === 'UNSUBSCRIBED'
          ? 'RESUBSCRIBE_OCCURRED'
          : 'REQUESTED_CHANGE_OCCURRED';
    served.reasons.push(reason);
    if (before !== body.statusState) say(email, type, isOn ? 'SUBSCRIBED' : 'UNSUBSCRIBED');
    return answered(
      statusesOf(email)
        .filter(({ subscriptionId }) => subscriptionId === body.subscriptionId)
        .map((status) => ({ ...status, setStatusSuccessReason: reason })),
    );
  };

  const batch = (asked: Asked, what: string): Response => {
    if (!served.hasBatches) return refuse(403, 'MISSING_SCOPES');
    const emails = inputsOf(asked, ['inputs']).map(String);
    return answered(
      emails.map((email) =>
        what === 'read'
          ? { subscriberIdString: email, statuses: statusesOf(email) }
          : { subscriberIdString: email, wideStatuses: wideOf(email) },
      ),
    );
  };

  const answerStatuses = (asked: Asked, who: string, what: string): Response => {
    const { method, url } = asked;
    if (method === 'GET' || who === 'batch')
      allow(url.searchParams.get('channel') === 'EMAIL', 'channel is required');
    if (method === 'POST' && who === 'batch') return batch(asked, what);
    if (method === 'POST' && what === '') return write(asked, who);
    if (method === 'GET' && what === '') return answered(statusesOf(who));
    if (method === 'GET' && what === 'unsubscribe-all') return answered(wideOf(who));
    throw new NotAllowed(`${method} ${asked.path}`);
  };

  const answerPeople = (asked: Asked, id: string): Response => {
    switch (`${asked.method} ${/^\d+$/.test(id) ? '{id}' : id}`) {
      case 'GET ':
        return page(asked);
      case 'POST ':
        return create(asked);
      case 'POST batch/read':
        return readPeople(asked);
      case 'POST gdpr-delete':
        return erase(asked);
      case 'GET {id}': {
        const person = people.get(id);
        return person ? Response.json(shown(person)) : refuse(404, 'OBJECT_NOT_FOUND');
      }
      default:
        throw new NotAllowed(`${asked.method} ${asked.path}`);
    }
  };

  const answer = (asked: Asked): Response => {
    if (asked.headers.get('Authorization') !== 'Bearer pat-eu1-1')
      return refuse(401, 'INVALID_AUTHENTICATION');
    const people = /^\/crm\/objects\/2026-03\/contacts(?:\/(.+))?$/.exec(asked.path);
    if (people) return answerPeople(asked, people[1] ?? '');
    const [, root, version, part, who = '', ...what] = asked.path.split('/');
    allow(root === 'communication-preferences' && version === '2026-03', asked.path);
    if (part === 'definitions' && asked.method === 'GET') return answered(types);
    allow(part === 'statuses' && who !== '', asked.path);
    return answerStatuses(asked, decodeURIComponent(who), what.join('/'));
  };

  const served: Served & FarSide & HubSpot = Object.assign(serve(answer), {
    hasBatches: false,
    isPrivate: true,
    meanwhile: null,
    reasons: [],
    status: statusOf,
    addAddress: (email: string, other: string) => {
      byEmail(email)?.others.push(other);
    },
    remove: (email: string) => {
      people.delete(byEmail(email)?.id ?? '');
    },
    targets: ['11', '12'],
    state: (email: string, type: string) => {
      const status = statusOf(email, type);
      if (left.has(email) || status === 'UNSUBSCRIBED') return 'off' as const;
      const isSent = !served.isPrivate && byEmail(email) !== undefined;
      return status === 'SUBSCRIBED' || isSent ? ('on' as const) : ('absent' as const);
    },
    choose: (email: string, type: string, says: 'yes' | 'no') => {
      if (!byEmail(email)) make(email);
      say(email, type, says === 'yes' ? 'SUBSCRIBED' : 'UNSUBSCRIBED');
    },
    block: (email: string) => {
      left.set(email, clock());
    },
    bounce: (email: string) => {
      const person = byEmail(email);
      if (person) person.hasBounced = true;
    },
    has: (email: string) => byEmail(email) !== undefined,
    readings: [
      'POST /crm/objects/2026-03/contacts/batch/read',
      'POST /communication-preferences/2026-03/statuses/batch/read',
      'POST /communication-preferences/2026-03/statuses/batch/unsubscribe-all/read',
    ],
  });
  return served;
};
