import type { FarSide } from './far-side.ts';
import { type Asked, allow, NotAllowed, type Served, serve } from './server.ts';
import { chosenBy, patched } from './superoffice-requests.ts';
import { settings, signIn } from './superoffice-sign-in.ts';

type Consent = { basis: string; source: string; updated: number; comment: string };
type Person = {
  id: number;
  emails: string[];
  isBouncing: boolean;
  noMailing: boolean;
  refused: Set<number>;
  consents: Map<string, Consent>;
};

/** The user that we are there. */
export const OURSELVES = 316;

const purposes = [
  { ConsentPurposeId: 1, Key: 'STORE', Name: 'Sales and service', Deleted: false },
  { ConsentPurposeId: 2, Key: 'EMARKETING', Name: 'E-marketing', Deleted: false },
];
const shipmentTypes = [
  { Id: 1, Name: 'Newsletter' },
  { Id: 2, Name: 'Invitations' },
];

/** What a test may look at or do beside: the rest is as the tool's own. */
export type SuperOffice = {
  /** Tickets run out: what comes next is answered with 401. */
  expire: () => void;
  /** Where the tenant is, and whether a sign-in says so. */
  host: string;
  tellsHost: boolean;
  /** What is done to a person, with nobody's webhook, before the next request is answered. */
  before: (() => void) | null;
  idsOf: (email: string) => number[];
  /** A second person with an address. */
  double: (email: string) => void;
  consent: (email: string, key: string) => Consent | undefined;
  /** Someone is kept for marketing on a basis of a user's choice. */
  keep: (email: string, basis: string) => void;
};

/**
 * Stands in for a tenant of SuperOffice CRM Online: a system user signs in with a token that the app's key signs, and
 * gets a ticket that runs out; a person has a row for each purpose and is subscribed to every kind of mailing unless
 * they said no; a patch is done whole or, where a test in it fails, not at all; several people may have one address.
 */
export const superofficeServer = (clock: () => number): Served & FarSide & SuperOffice => {
  const all = new Map<number, Person>();
  let next = 100;
  let ticket = 0;

  const byEmail = (email: string) =>
    [...all.values()].filter(({ emails }) => emails[0]?.toLowerCase() === email);

  const make = (email: string): Person => {
    next += 1;
    const person: Person = {
      id: next,
      emails: [email],
      isBouncing: false,
      noMailing: false,
      refused: new Set(),
      consents: new Map(),
    };
    all.set(next, person);
    return person;
  };

  const shipmentsOf = (refused: ReadonlySet<number>) =>
    shipmentTypes.map(({ Id, Name }) => ({ Id, Name, Selected: !refused.has(Id) }));

  const shown = ({ id, emails, isBouncing, noMailing, refused, consents }: Person) => ({
    PersonId: id,
    Firstname: '',
    Lastname: emails[0],
    Emails: emails.map((Value) => ({ Value, StrippedValue: Value, Description: Value })),
    NoMailing: noMailing,
    ShipmentTypes: shipmentsOf(refused),
    Consents: [...consents].map(([key, { basis, source, updated, comment }]) => ({
      ConsentPurposeKey: key,
      LegalBaseKey: basis,
      ConsentSourceKey: source,
      Comment: comment,
      Updated: new Date(updated).toISOString(),
    })),
    BounceEmails: isBouncing ? emails : [],
  });

  const search = ({ url }: Asked): Response => {
    const of = (name: string): string => url.searchParams.get(name) ?? '';
    const names = of('$select').split(',');
    allow(
      names.every((name) => ['personId', 'email/emailAddress'].includes(name)),
      'no column',
    );
    const people = [...all.values()].filter(chosenBy(of('$filter'))).slice(0, Number(of('$top')));
    return Response.json({
      'odata.metadata': '',
      'odata.nextLink': null,
      value: people.map(({ id, emails }) => ({
        PrimaryKey: String(id),
        EntityName: 'person',
        personId: String(id),
        ...(names.length > 1 ? { 'email/emailAddress': emails[0] ?? '' } : {}),
      })),
    });
  };

  const create = (asked: Asked): Response => {
    const body: unknown = JSON.parse(asked.body);
    const [email] = [Reflect.get(Object(body), 'Emails')].flat();
    const person = make(String(Reflect.get(Object(email), 'Value')));
    for (const shipment of [Reflect.get(Object(body), 'ShipmentTypes')].flat())
      if (Reflect.get(Object(shipment), 'Selected') === false)
        person.refused.add(Number(Reflect.get(Object(shipment), 'Id')));
    return Response.json(shown(person));
  };

  const setConsent = ({ url, body }: Asked, person: Person, key: string): Response => {
    allow(body === '', 'a consent has no body');
    const of = (name: string): string => url.searchParams.get(name) ?? '';
    allow(['61A', 'WITHDRAWN'].includes(of('legalBase')), `no basis ${of('legalBase')}`);
    allow(['USER', 'WEBFORM', 'API'].includes(of('source')), `no source ${of('source')}`);
    allow(
      purposes.some((purpose) => purpose.Key === key),
      `no purpose ${key}`,
    );
    const own = { basis: of('legalBase'), source: of('source'), comment: of('comment') };
    person.consents.set(key, { ...own, updated: clock() });
    return new Response(null, { status: 204 });
  };

  const patch = (asked: Asked, person: Person): Response => {
    const types = patched(shipmentsOf(person.refused), JSON.parse(asked.body));
    if (!types) return Response.json({ Message: 'conflict' }, { status: 409 });
    person.refused = new Set(types.filter(({ Selected }) => !Selected).map(({ Id }) => Id));
    return Response.json(shown(person));
  };

  const answerPerson = (asked: Asked, path: string): Response => {
    const [, id, , key] = /^\/v1\/Person\/(\d+)(\/Consent\/(\w+))?$/.exec(path) ?? [];
    const person = all.get(Number(id));
    if (!person) return Response.json({ Message: 'Not found' }, { status: 404 });
    if (asked.method === 'PUT' && key) return setConsent(asked, person, key);
    if (asked.method === 'GET' && !key) return Response.json(shown(person));
    if (asked.method === 'PATCH' && !key) return patch(asked, person);
    if (asked.method === 'DELETE' && !key) {
      all.delete(person.id);
      return new Response(null, { status: 204 });
    }
    throw new NotAllowed(`${asked.method} ${path}: a PUT of a person writes all of them`);
  };

  const answerTenant = (asked: Asked): Response => {
    const isIn =
      asked.headers.get('Authorization') === `SOTicket 7T:${ticket}` &&
      asked.headers.get('SO-AppToken') === settings.app;
    if (!isIn) return Response.json({ Message: 'Access denied' }, { status: 401 });
    served.before?.();
    served.before = null;
    const path = asked.path.replace('/Cust12345/api', '');
    switch (`${asked.method} ${path}`) {
      case 'GET /v1/User/currentPrincipal':
        return Response.json({ AssociateId: OURSELVES, Associate: 'SYSTEM' });
      case 'GET /v1/List/ConsentPurpose/Items':
        return Response.json(purposes);
      case 'GET /v1/Person/default':
        return Response.json({ PersonId: 0, Emails: [], ShipmentTypes: shipmentsOf(new Set()) });
      case 'GET /v1/Person':
        return search(asked);
      case 'POST /v1/Person':
        return create(asked);
      default:
        return answerPerson(asked, path);
    }
  };

  /** Everyone signs in at the environment, and asks there where a tenant is. */
  const answerLogin = (asked: Asked): Response | Promise<Response> => {
    const api = `https://${served.host}/Cust12345/api`;
    if (asked.path === '/api/state/Cust12345')
      return Response.json({ ContextIdentifier: 'Cust12345', IsRunning: true, Api: api });
    allow(asked.path === '/Login/api/PartnerSystemUser/Authenticate', asked.path);
    return signIn(asked, served.tellsHost ? api : null, () => {
      ticket += 1;
      return ticket;
    });
  };

  const stateOf = (person: Person, target: string) => {
    const [kind, key = ''] = target.split(':');
    if (person.noMailing) return 'off' as const;
    if (kind === 'shipment') return person.refused.has(Number(key)) ? 'off' : 'on';
    const basis = person.consents.get(key)?.basis;
    if (basis === undefined) return 'absent' as const;
    return basis === 'WITHDRAWN' ? ('off' as const) : ('on' as const);
  };

  const served: Served & FarSide & SuperOffice = Object.assign(
    serve((asked) => {
      if (asked.url.host === 'sod.superoffice.com') return answerLogin(asked);
      if (asked.url.host !== served.host) return new Response(null, { status: 421 });
      return answerTenant(asked);
    }),
    {
      expire: () => {
        ticket += 1;
      },
      host: 'sod2.superoffice.com',
      tellsHost: true,
      before: null,
      idsOf: (email: string) => byEmail(email).map(({ id }) => id),
      double: (email: string) => {
        make(email);
      },
      consent: (email: string, key: string) => byEmail(email)[0]?.consents.get(key),
      keep: (email: string, basis: string) => {
        const own = { basis, source: 'USER', updated: clock(), comment: '' };
        (byEmail(email)[0] ?? make(email)).consents.set('EMARKETING', own);
      },
      targets: ['consent:EMARKETING', 'shipment:2'],
      state: (email: string, target: string) => {
        const states = byEmail(email).map((person) => stateOf(person, target));
        return states.find((state) => state === 'on') ?? states[0] ?? ('absent' as const);
      },
      choose: (email: string, target: string, says: 'yes' | 'no') => {
        const person = byEmail(email)[0] ?? make(email);
        const [kind, key = ''] = target.split(':');
        if (kind === 'shipment') {
          if (says === 'yes') person.refused.delete(Number(key));
          else person.refused.add(Number(key));
          return;
        }
        const basis = says === 'yes' ? '61A' : 'WITHDRAWN';
        person.consents.set(key, { basis, source: 'USER', updated: clock(), comment: '' });
      },
      block: (email: string) => {
        (byEmail(email)[0] ?? make(email)).noMailing = true;
      },
      bounce: (email: string) => {
        for (const person of byEmail(email)) person.isBouncing = true;
      },
      has: (email: string) => byEmail(email).length > 0,
      readings: ['POST /Login/api/PartnerSystemUser/Authenticate'],
    },
  );
  return served;
};
