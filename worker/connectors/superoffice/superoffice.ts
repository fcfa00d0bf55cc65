import { z } from 'zod';
import { normaliseEmail } from '../../platform/email.ts';
import { addAndFind } from '../kit/adding.ts';
import { type Ask, ToolError } from '../kit/ask.ts';
import { withoutNews } from '../kit/changes.ts';
import type { Changes, Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed } from '../kit/reading.ts';
import { interpret } from './events.ts';
import { consentTarget, contactOf, Person, shipmentTarget, targetOf, WITHDRAWN } from './person.ts';
import { enter, loginOf } from './session.ts';

const Rows = z.object({ value: z.array(z.looseObject({ personId: z.coerce.number() })) });
const EmailRow = z.object({ 'email/emailAddress': z.string().nullish() });
const Default = z.looseObject({
  ShipmentTypes: z.array(z.looseObject({ Id: z.number(), Name: z.string() })).nullish(),
});
const Purposes = z.array(
  z.object({ Key: z.string(), Name: z.string(), Deleted: z.boolean().nullish() }),
);

const PAGE = 50;
const BATCH = 8;

/** So many people may have one of the addresses that are looked for at once. */
const MOST_FOUND = 500;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What is written into the comment of a consent, beside who changed it and when, which SuperOffice notes itself. */
const commentOf = (to: 'on' | 'off', since: number): string =>
  to === 'on' ? `Samtykke: given ${new Date(since).toISOString()}` : 'Samtykke: withdrawn';

const open = (
  ask: Ask,
  targets: readonly string[],
  { basis, source }: Readonly<Record<string, string>>,
): Tool => {
  const consentBasis = basis || '61A';

  const readPerson = async (id: string): Promise<Person | null> => {
    const path = `/v1/Person/${id}`;
    const { status, json } = await ask({ method: 'GET', path, expects: [404] });
    return status === 404 ? null : parsed(Person, json);
  };

  const search = async (query: Record<string, string>) => {
    const { json } = await ask({ method: 'GET', path: '/v1/Person', query });
    return parsed(Rows, json).value;
  };

  /** Everyone who has one of some addresses, be it not their first. */
  const peopleWith = async (emails: readonly string[]): Promise<Person[]> => {
    const rows = await search({
      $select: 'personId',
      $filter: emails.map((email) => `email/emailAddress eq ${quoted(email)}`).join(' or '),
      $top: String(MOST_FOUND),
    });
    const people: Person[] = [];
    for (const id of new Set(rows.map(({ personId }) => personId))) {
      const person = await readPerson(String(id));
      if (person) people.push(person);
    }
    return people;
  };

  const find = async (emails: readonly string[]): Promise<Contact[]> => {
    const wanted = new Set(emails);
    return (await peopleWith(emails))
      .flatMap((person) => contactOf(person, targets, consentBasis) ?? [])
      .filter(({ email }) => wanted.has(normaliseEmail(email) ?? ''));
  };

  const readDefault = async () =>
    parsed(Default, (await ask({ method: 'GET', path: '/v1/Person/default' })).json);

  const setConsent = (id: string, key: string, to: 'on' | 'off', since: number) =>
    ask({
      method: 'PUT',
      path: `/v1/Person/${id}/Consent/${encodeURIComponent(key)}`,
      query: {
        source: source || 'API',
        legalBase: to === 'on' ? consentBasis : WITHDRAWN,
        comment: commentOf(to, since),
      },
    });

  const setShipments = async (person: Person, wanted: ReadonlyMap<number, boolean>) => {
    const json = patchOf(person, wanted);
    const path = `/v1/Person/${person.PersonId}`;
    if (json.length > 0) await ask({ method: 'PATCH', path, json, expects: [409] });
  };

  return {
    list: async () => {
      const { json } = await ask({ method: 'GET', path: '/v1/List/ConsentPurpose/Items' });
      const purposes = parsed(Purposes, json).filter(({ Deleted }) => !Deleted);
      const { ShipmentTypes } = await readDefault();
      return [
        ...purposes.map(({ Key, Name }) => ({ id: consentTarget(Key), name: Name })),
        ...(ShipmentTypes ?? []).map(({ Id, Name }) => ({ id: shipmentTarget(Id), name: Name })),
      ];
    },
    find,
    // Who has which address; how they stand is read by that, for several may have one.
    page: async (cursor) => {
      const rows = await search({
        $select: 'personId,email/emailAddress',
        $filter: `personId gt ${Number(cursor || 0)}`,
        $orderBy: 'personId asc',
        $top: String(PAGE),
      });
      const contacts = rows.flatMap((row): Contact[] => {
        const { 'email/emailAddress': email } = parsed(EmailRow, row);
        const id = String(row.personId);
        return email ? [{ id, email, isUndeliverable: false, targets: new Map() }] : [];
      });
      const last = rows.at(-1)?.personId;
      return { contacts, next: rows.length < PAGE || last === undefined ? null : String(last) };
    },
    add: async ({ email }, changes) => {
      // Someone who has it as another address is none that it is mailed to, and is not doubled.
      if ((await peopleWith([email])).length > 0) throw new ToolError('refused', 409);
      const whole = await readDefault();
      const json = {
        ...whole,
        Lastname: email,
        Emails: [{ Value: email, Description: email }],
        ShipmentTypes: (whole.ShipmentTypes ?? []).map((shipment) => ({
          ...shipment,
          Selected: changes.get(shipmentTarget(shipment.Id)) === 'on',
        })),
      };
      return addAndFind(
        () => ask({ method: 'POST', path: '/v1/Person', json }),
        () => find([email]),
      );
    },
    change: async (contact, changes, since) => {
      const person = await readPerson(contact.id);
      const current = person && contactOf(person, targets, consentBasis);
      if (!person || !current) return contact;
      const wanted = withoutNews(contact, current, changes);
      if (wanted.size === 0) return current;
      const { consents, shipments } = partedOf(wanted);
      for (const [key, to] of consents) await setConsent(contact.id, key, to, since);
      await setShipments(person, shipments);
      const after = await readPerson(contact.id);
      return (after && contactOf(after, targets, consentBasis)) ?? contact;
    },
    erase: async (id) => {
      if ((await readPerson(id)) === null) return false;
      await ask({ method: 'DELETE', path: `/v1/Person/${id}`, expects: [404] });
      return true;
    },
  };
};

/** How subscriptions are turned on or off, each only where it still stands as it was read: else none is. */
const patchOf = ({ ShipmentTypes }: Person, wanted: ReadonlyMap<number, boolean>) =>
  [...wanted].flatMap(([shipment, to]) => {
    const at = ShipmentTypes?.findIndex(({ Id }) => Id === shipment) ?? -1;
    if (at < 0) throw new ToolError('refused', 404);
    if (ShipmentTypes?.[at]?.Selected === to) return [];
    const path = `/ShipmentTypes/${at}`;
    return [
      { op: 'test', path: `${path}/Id`, value: shipment },
      { op: 'test', path: `${path}/Selected`, value: !to },
      { op: 'replace', path: `${path}/Selected`, value: to },
    ];
  });

/** Parts changes of consents from those of subscriptions. */
const partedOf = (changes: Changes) => {
  const consents: [string, 'on' | 'off'][] = [];
  const shipments = new Map<number, boolean>();
  for (const [name, to] of changes) {
    const target = targetOf(name);
    if (target.kind === 'consent') consents.push([target.key, to]);
    else shipments.set(target.id, to === 'on');
  }
  return { consents, shipments };
};

/** SuperOffice: an item is a purpose that is consented to, or a kind of mailing that is subscribed to. */
export const superoffice: Connector = {
  name: 'SuperOffice',
  settings: [
    { key: 'environment', isSecret: false, pattern: /^[a-z]+\d{0,2}$/, example: 'online' },
    { key: 'tenant', isSecret: false, pattern: /^\w+$/, example: 'Cust12345' },
    { key: 'app', isSecret: true, pattern: /^\S+$/, example: '' },
    { key: 'token', isSecret: true, pattern: /^\S.*$/, example: '' },
    { key: 'rsa', isSecret: true, pattern: /PRIVATE KEY|RSAKeyValue/, example: '' },
    { key: 'secret', isSecret: true, pattern: /^\S*$/, example: '' },
    { key: 'basis', isSecret: false, pattern: /^\S*$/, example: '61A' },
    { key: 'source', isSecret: false, pattern: /^\S*$/, example: 'API' },
  ],
  reach: (settings) => ({ base: loginOf(settings), headers: {} }),
  enter,
  removalIsNo: false,
  sharesAddresses: true,
  pagesAddresses: true,
  batch: BATCH,
  takes: 10,
  open,
  interpret,
};
