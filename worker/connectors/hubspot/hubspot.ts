import { z } from 'zod';
import { sha256 } from '../../platform/hash.ts';
import { addAndFind } from '../kit/adding.ts';
import type { Ask } from '../kit/ask.ts';
import { withoutNews } from '../kit/changes.ts';
import type { Changes, Connector, Contact, Tool } from '../kit/connector.ts';
import { parsed } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';
import { addressesOf, isUnreachable, PEOPLE, type Person, readPage, readPeople } from './people.ts';
import { isKnown, openStatuses, readOf, STATUSES, type Statuses } from './statuses.ts';

const Types = z.object({
  results: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      name: z.string(),
      isActive: z.boolean(),
      isInternal: z.boolean(),
    }),
  ),
});

const Written = z.object({
  results: z.array(z.object({ setStatusSuccessReason: z.string().nullish() })),
});

/** So many contacts are read at once: without the batches of an Enterprise account each takes two requests. */
const PAGE = 10;

/** So often a minute HubSpot is asked: an account has 250,000 requests a day, for all that is connected with it. */
const MOST_ASKED = 100;

/** Names a contact of ours: HubSpot's, if there is one, and the address that it is about. */
const idOf = async (person: Person | undefined, email: string): Promise<string> =>
  `${person?.id ?? ''}/${(await sha256(email)).slice(0, 16)}`;

/** What HubSpot keeps beside a status; it takes no time of consent, so that this names it. */
const reasonOf = (to: 'on' | 'off', since: number): string =>
  to === 'on'
    ? `The person consented on ${new Date(since).toISOString()}; the evidence is in Samtykke.`
    : 'Samtykke has no consent of the person to this.';

const open = (
  ask: Ask,
  targets: readonly string[],
  { privacy }: Readonly<Record<string, string>>,
): Tool => {
  const readStatuses = openStatuses(ask);

  const contactOf = async (
    email: string,
    person: Person | undefined,
    statuses: Statuses,
  ): Promise<Contact[]> => {
    if (!person && !isKnown(statuses)) return [];
    // Without its privacy setting HubSpot sends to every contact that has not said no.
    const unspecified = person && privacy === 'off' ? 'unasked' : 'absent';
    const own = targets.map((target): [string, Read] => [
      target,
      readOf(statuses, target, unspecified),
    ]);
    const isUndeliverable = person !== undefined && isUnreachable(person, email);
    return [{ id: await idOf(person, email), email, isUndeliverable, targets: new Map(own) }];
  };

  const find = async (emails: readonly string[]): Promise<Contact[]> => {
    if (emails.length === 0) return [];
    const people = await readPeople(ask, emails);
    const statuses = await readStatuses(emails);
    const found = emails.map((email) =>
      contactOf(email, people.get(email), statuses.get(email) ?? { own: [], wide: [] }),
    );
    return (await Promise.all(found)).flat();
  };

  /** Writes one status; says whether that lifted an opt-out. */
  const write = async (email: string, target: string, to: 'on' | 'off', since: number) => {
    const { json } = await ask({
      method: 'POST',
      path: `${STATUSES}/${encodeURIComponent(email)}`,
      json: {
        channel: 'EMAIL',
        statusState: to === 'on' ? 'SUBSCRIBED' : 'UNSUBSCRIBED',
        subscriptionId: Number(target),
        legalBasis: 'CONSENT_WITH_NOTICE',
        legalBasisExplanation: reasonOf(to, since),
      },
    });
    return parsed(Written, json).results.some(
      ({ setStatusSuccessReason: reason }) => reason === 'RESUBSCRIBE_OCCURRED',
    );
  };

  /** Writes some statuses; puts back an opt-out that was said since they were read, and names those. */
  const writeAll = async (before: Contact, changes: Changes, since: number): Promise<string[]> => {
    const lifted: string[] = [];
    for (const [target, to] of changes) {
      const wasLifted = await write(before.email, target, to, since);
      if (!wasLifted || before.targets.get(target)?.state === 'off') continue;
      await write(before.email, target, 'off', since);
      lifted.push(target);
    }
    return lifted;
  };

  /** What is written to someone who has just been added: what else would be sent to them is turned off. */
  const firstOf = (added: Contact, changes: Changes): Changes => {
    const unasked = [...added.targets].filter(([, { state }]) => state === 'unasked');
    const offs = unasked.map(([target]) => [target, 'off'] as const);
    return withoutNews({ ...added, targets: new Map() }, added, new Map([...offs, ...changes]));
  };

  return {
    list: async () => {
      const path = '/communication-preferences/2026-03/definitions';
      const { results } = parsed(Types, (await ask({ method: 'GET', path })).json);
      return results
        .filter(({ isActive, isInternal }) => isActive && !isInternal)
        .map(({ id, name }) => ({ id, name }));
    },
    find,
    page: async (cursor) => {
      const { people, next } = await readPage(ask, cursor, PAGE);
      const contacts = people.flatMap((person) =>
        addressesOf(person).map(async (email) => ({
          id: await idOf(person, email),
          email,
          isUndeliverable: isUnreachable(person, email),
          targets: new Map(),
        })),
      );
      return { contacts: await Promise.all(contacts), next };
    },
    add: async ({ email, since }, changes) => {
      const [added] = await addAndFind(
        () => ask({ method: 'POST', path: PEOPLE, json: { properties: { email } } }),
        () => find([email]),
      );
      if (!added) return [];
      const lifted = await writeAll(added, firstOf(added, changes), since);
      return (await find([email])).map((contact) => ({ ...contact, lifted }));
    },
    change: async (contact, changes, since) => {
      const [before] = await find([contact.email]);
      if (!before) return { ...contact, targets: new Map() };
      const lifted = await writeAll(before, withoutNews(contact, before, changes), since);
      const [after = before] = await find([contact.email]);
      return { ...after, lifted };
    },
    // By its id alone: an address that nobody has any more would be barred for good.
    erase: async (id) => {
      const [person] = id.split('/');
      if (!person) return false;
      const asked = { method: 'GET', path: `${PEOPLE}/${person}`, expects: [404] } as const;
      if ((await ask(asked)).status === 404) return false;
      await ask({ method: 'POST', path: `${PEOPLE}/gdpr-delete`, json: { objectId: person } });
      return true;
    },
  };
};

/** HubSpot: an item is a subscription type. It tells nothing of them, so it is read. */
export const hubspot: Connector = {
  name: 'HubSpot',
  settings: [
    { key: 'token', isSecret: true, pattern: /^\S+$/, example: '' },
    {
      key: 'privacy',
      isSecret: false,
      pattern: /^(on|off)$/,
      example: '',
      choices: ['on', 'off'],
    },
  ],
  reach: ({ token = '' }) => ({
    base: 'https://api.hubapi.com',
    headers: { Authorization: `Bearer ${token}` },
  }),
  removalIsNo: false,
  sharesAddresses: false,
  pagesAddresses: true,
  batch: PAGE,
  most: MOST_ASKED,
  open,
  interpret: null,
};
