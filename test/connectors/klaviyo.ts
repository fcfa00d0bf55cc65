import type { FarSide } from './far-side.ts';
import { klaviyoAccount, lists, type Profile } from './klaviyo-account.ts';
import { type Asked, allow, jsonBody, NotAllowed, type Served, serve } from './server.ts';

export const settings = { key: 'pk_1', secret: 'a-secret-of-sixteen' };

const JSON_API = 'application/vnd.api+json';

/** What a test may look at or set: the rest is as the tool's own. */
export type Klaviyo = {
  /** So many readings still show what was before the last job: it is answered at once and done later. */
  lag: number;
  /** Whether who leaves a list is in it no longer, and nothing else says so. */
  isSilent: boolean;
  /** Puts someone into a list without their consent. */
  put: (email: string, list: string) => void;
  suppressions: (email: string) => string[];
  consent: (email: string) => string | undefined;
  idOf: (email: string) => string;
};

const refuse = (status: number, code: string, detail: string): Response =>
  Response.json(
    { errors: [{ id: crypto.randomUUID(), status, code, title: code, detail }] },
    {
      status,
      headers: { 'Content-Type': JSON_API },
    },
  );

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((inner, name) => Reflect.get(Object(inner), name), value);

/**
 * Stands in for Klaviyo's API at 2026-07-15: JSON:API with a revision, jobs that are answered before they are done, a
 * subscription that clears every suppression but a bounce and takes a time of consent only with `historical_import`,
 * and an unsubscribe job that ends everything for anyone who is not in the list it names.
 */
export const klaviyoServer = (clock: () => number): Served & FarSide & Klaviyo => {
  const account = klaviyoAccount(clock);
  const { all, now, byEmail, make, isRefusing, subscribe, shown } = account;
  let jobs: (() => void)[] = [];

  const work = (): void => {
    if (served.lag > 0) return;
    const waiting = jobs;
    jobs = [];
    for (const job of waiting) job();
  };

  const accept = (job: () => void): Response => {
    jobs.push(job);
    work();
    return new Response(null, { status: 202 });
  };

  /** The profiles that a filter names; nothing else of filters is understood here. */
  const filtered = (profiles: Profile[], url: URL): Profile[] => {
    const filter = url.searchParams.get('filter');
    if (filter === null) return profiles;
    const [, field, values = '[]'] = /^any\((email|id),(\[.*\])\)$/.exec(filter) ?? [];
    if (field === undefined) throw new NotAllowed(`no filter ${filter}`);
    const wanted: unknown = JSON.parse(values);
    if (!Array.isArray(wanted)) throw new NotAllowed(`no filter ${filter}`);
    allow(wanted.length >= 1 && wanted.length <= 100, 'one to a hundred values');
    return profiles.filter((one) => wanted.includes(field === 'id' ? one.id : one.email));
  };

  const page = (profiles: Profile[], url: URL, list = ''): Response => {
    const size = Number(url.searchParams.get('page[size]') ?? 20);
    const from = Number(atob(url.searchParams.get('page[cursor]') ?? btoa('0')));
    allow(size >= 1 && size <= 100, 'a page is of at most 100');
    const some = filtered(profiles, url);
    const link = new URL(url);
    link.searchParams.set('page[cursor]', btoa(String(from + size)));
    const answer = Response.json(
      {
        data: some.slice(from, from + size).map((one) => shown(one, url, list)),
        links: { self: url.href, next: from + size < some.length ? link.href : null },
      },
      { headers: { 'Content-Type': JSON_API } },
    );
    served.lag = Math.max(0, served.lag - 1);
    work();
    return answer;
  };

  const bodyOf = (asked: Asked, type: string): unknown => {
    const { data } = jsonBody(asked, ['data'], JSON_API);
    allow(at(data, 'type') === type, `type is ${type}`);
    return data;
  };

  const isList = (id: unknown): boolean => lists.some((list) => list.id === id);

  const createJob = (asked: Asked): Response => {
    const data = bodyOf(asked, 'profile-subscription-bulk-create-job');
    const list = String(at(data, 'relationships', 'list', 'data', 'id'));
    if (!isList(list)) return refuse(404, 'not_found', `no list ${list}`);
    allow(at(data, 'attributes', 'historical_import') === true, 'the person is asked again');
    const profiles = at(data, 'attributes', 'profiles', 'data');
    if (!Array.isArray(profiles)) throw new NotAllowed('profiles are an array');
    allow(profiles.length >= 1 && profiles.length <= 1000, 'one to a thousand profiles');
    const wanted = profiles.map((profile: unknown) => {
      const marketing = at(profile, 'attributes', 'subscriptions', 'email', 'marketing');
      allow(at(profile, 'type') === 'profile', 'type is profile');
      allow(at(marketing, 'consent') === 'SUBSCRIBED', 'consent is SUBSCRIBED');
      const email = String(at(profile, 'attributes', 'email'));
      const known = byEmail(email);
      allow(!known || !isRefusing(known), 'a subscription clears suppressions: read them first');
      return { email, consentedAt: String(at(marketing, 'consented_at')) };
    });
    if (wanted.some(({ consentedAt }) => !(Date.parse(consentedAt) <= clock())))
      return refuse(400, 'invalid', 'consented_at must be in the past');
    return accept(() => {
      for (const { email, consentedAt } of wanted) subscribe(email, list, consentedAt);
    });
  };

  const create = (asked: Asked, url: URL): Response => {
    const email = String(at(bodyOf(asked, 'profile'), 'attributes', 'email'));
    const known = byEmail(email);
    if (known) return refuse(409, 'duplicate_profile', known.id);
    return Response.json({ data: shown(make(email), url) }, { status: 201 });
  };

  const leave = (asked: Asked, list: string): Response => {
    const { data } = jsonBody(asked, ['data'], JSON_API);
    for (const each of [data].flat()) {
      allow(at(each, 'type') === 'profile', 'type is profile');
      all.get(String(at(each, 'id')))?.lists.delete(list);
    }
    return new Response(null, { status: 204 });
  };

  const erase = (asked: Asked): Response => {
    const data = bodyOf(asked, 'data-privacy-deletion-job');
    const profile = at(data, 'attributes', 'profile', 'data');
    allow(at(profile, 'type') === 'profile', 'type is profile');
    allow(at(profile, 'attributes') === undefined, 'one of id, email and phone number');
    return accept(() => all.delete(String(at(profile, 'id'))));
  };

  const readLists = (url: URL): Response =>
    Response.json(
      {
        data: lists.map(({ id, name }) => ({ type: 'list', id, attributes: { name } })),
        links: { self: url.href, next: null },
      },
      { headers: { 'Content-Type': JSON_API } },
    );

  const answer = (asked: Asked): Response => {
    const { headers, method, path, url } = asked;
    if (headers.get('Authorization') !== 'Klaviyo-API-Key pk_1')
      return refuse(401, 'not_authenticated', 'Missing or invalid private key.');
    allow(/^\d{4}-\d{2}-\d{2}$/.test(headers.get('revision') ?? ''), 'a revision is demanded');
    allow(headers.get('Accept') === JSON_API, 'answers are JSON:API');
    const [, list = ''] = /^\/api\/lists\/([^/]+)\//.exec(path) ?? [];
    if (list !== '' && !isList(list)) return refuse(404, 'not_found', `no list ${list}`);
    const [, id = ''] = /^\/api\/profiles\/([^/]+)$/.exec(path) ?? [];
    const profile = all.get(id);
    switch (`${method} ${path.replace(list || id || ' ', '{id}')}`) {
      case 'GET /api/lists':
        return readLists(url);
      case 'GET /api/profiles':
        return page([...all.values()], url);
      case 'POST /api/profiles':
        return create(asked, url);
      case 'GET /api/profiles/{id}':
        return profile
          ? Response.json({ data: shown(profile, url) })
          : refuse(404, 'not_found', `no profile ${id}`);
      case 'GET /api/lists/{id}/profiles':
        return page(
          [...all.values()].filter((one) => one.lists.has(list)),
          url,
          list,
        );
      case 'DELETE /api/lists/{id}/relationships/profiles':
        return leave(asked, list);
      case 'POST /api/profile-subscription-bulk-create-jobs':
        return createJob(asked);
      case 'POST /api/profile-subscription-bulk-delete-jobs':
        throw new NotAllowed('who is not in the list by then is unsubscribed from everything');
      case 'POST /api/data-privacy-deletion-jobs':
        return erase(asked);
      default:
        throw new NotAllowed(`${method} ${path}`);
    }
  };

  const served: Served & FarSide & Klaviyo = Object.assign(serve(answer), {
    lag: 0,
    isSilent: false,
    put: (email: string, list: string) => {
      (byEmail(email) ?? make(email)).lists.set(list, now());
    },
    suppressions: (email: string) =>
      [...(byEmail(email)?.suppressions ?? [])].map(({ reason }) => reason),
    consent: (email: string) => byEmail(email)?.consent,
    idOf: (email: string) => byEmail(email)?.id ?? '',
    targets: lists.map(({ id }) => id),
    state: (email: string, list: string) => {
      const profile = byEmail(email);
      if (!profile) return 'absent' as const;
      const isOff = profile.listSuppressions.some(({ list_id }) => list_id === list);
      if (isRefusing(profile) || isOff) return 'off' as const;
      return profile.lists.has(list) ? ('on' as const) : ('absent' as const);
    },
    choose: (email: string, list: string, says: 'yes' | 'no') => {
      const profile = byEmail(email) ?? make(email);
      if (says === 'yes') subscribe(email, list, now());
      else {
        profile.lists.delete(list);
        if (served.isSilent) return;
        const suppression = { list_id: list, reason: 'UNSUBSCRIBE', timestamp: now() };
        profile.listSuppressions = [
          ...profile.listSuppressions.filter(({ list_id }) => list_id !== list),
          suppression,
        ];
      }
    },
    block: (email: string) => {
      const profile = byEmail(email) ?? make(email);
      profile.consent = 'UNSUBSCRIBED';
      profile.consentedAt = now();
      profile.suppressions.push({ reason: 'UNSUBSCRIBE', timestamp: now() });
    },
    bounce: (email: string) => {
      byEmail(email)?.suppressions.push({ reason: 'HARD_BOUNCE', timestamp: now() });
    },
    has: (email: string) => byEmail(email) !== undefined,
    readings: [],
    forgetsWhoLeft: true,
  });
  return served;
};
