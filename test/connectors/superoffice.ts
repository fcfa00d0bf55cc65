import type { FarSide } from './far-side.ts';
import { type Asked, allow, NotAllowed, type Served, serve } from './server.ts';
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
  /** What is done to a person, with nobody's webhook, before the next request is answered. */
  before: (() => void) | null;
  idsOf: (email: string) => number[];
  /** A second person with an address. */
  double: (email: string) => void;
  consent: (email: string, key: string) => Consent | undefined;
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

  /** Of a condition, the addresses or the number that it names: nothing else is understood here, nor asked. */
  const chosenBy = (filter: string): ((person: Person) => boolean) => {
    const [, after] = /^personId gt (\d+)$/.exec(filter) ?? [];
    if (after !== undefined) return ({ id }) => id > Number(after);
    const one = "email/emailAddress eq '(?:[^']|'')*'";
    allow(new RegExp(`^${one}(?: or ${one})*$`).test(filter), `no filter: ${filter}`);
    const wanted = [...filter.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) =>
      text.replaceAll("''", "'").toLowerCase(),
    );
    return ({ emails }) => emails.some((email) => wanted.includes(email.toLowerCase()));
  };

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
    const operations: unknown = JSON.parse(asked.body);
    if (!Array.isArray(operations)) throw new NotAllowed('a patch is a list of operations');
    const types = shipmentsOf(person.refused);
    for (const operation of operations) {
      const { op, path, value } = Object(operation);
      const [, at, name = ''] = /^\/ShipmentTypes\/(\d+)\/(Id|Selected)$/.exec(path) ?? [];
      const type = types[Number(at)];
      if (!type) throw new NotAllowed(`${op} ${path}`);
      if (op === 'test' && Reflect.get(type, name) !== value)
        return Response.json({ Message: 'conflict' }, { status: 409 });
      if (op === 'replace') Reflect.set(type, name, value);
    }
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
      if (asked.path.startsWith('/Login/')) {
        allow(asked.url.host === 'sod.superoffice.com', 'everyone signs in at the environment');
        return signIn(asked, () => {
          ticket += 1;
          return ticket;
        });
      }
      allow(asked.url.host === 'sod2.superoffice.com', 'a tenant is where its sign-in says');
      return answerTenant(asked);
    }),
    {
      expire: () => {
        ticket += 1;
      },
      before: null,
      idsOf: (email: string) => byEmail(email).map(({ id }) => id),
      double: (email: string) => {
        make(email);
      },
      consent: (email: string, key: string) => byEmail(email)[0]?.consents.get(key),
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
