// Contacts of HubSpot's CRM, which have addresses; what an address is sent stands apart from them.
import { z } from 'zod';
import type { Ask } from '../kit/ask.ts';
import { parsed } from '../kit/reading.ts';

const PROPERTIES = [
  'email',
  'hs_additional_emails',
  'hs_email_hard_bounce_reason_enum',
  'hs_email_bad_address',
  'hs_email_quarantined',
] as const;

const Text = z.string().nullish();

const Person = z.object({ id: z.string(), properties: z.record(z.enum(PROPERTIES), Text) });
export type Person = z.infer<typeof Person>;

const Found = z.object({ results: z.array(Person) });
const Page = Found.extend({
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});

export const PEOPLE = '/crm/objects/2026-03/contacts';

/** The addresses of a contact, its own first. */
export const addressesOf = ({ properties }: Person): string[] =>
  [properties.email, ...(properties.hs_additional_emails ?? '').split(';')].flatMap((email) => {
    const address = email?.trim().toLowerCase();
    return address ? [address] : [];
  });

/** Says whether HubSpot sends nothing to an address of a contact because it cannot be reached. */
export const isUnreachable = (person: Person, email: string): boolean => {
  const { properties } = person;
  if (addressesOf(person)[0] !== email) return false;
  return (
    Boolean(properties.hs_email_hard_bounce_reason_enum) ||
    properties.hs_email_bad_address === 'true' ||
    properties.hs_email_quarantined === 'true'
  );
};

/** Reads the contacts that have some addresses, by address. Those that nobody has are left out, with status 207. */
export const readPeople = async (
  ask: Ask,
  emails: readonly string[],
): Promise<ReadonlyMap<string, Person>> => {
  const { status, json } = await ask({
    method: 'POST',
    path: `${PEOPLE}/batch/read`,
    json: { idProperty: 'email', properties: PROPERTIES, inputs: emails.map((id) => ({ id })) },
    expects: [404],
  });
  if (status === 404) return new Map();
  return new Map(
    parsed(Found, json).results.flatMap((person) =>
      addressesOf(person).map((email) => [email, person] as const),
    ),
  );
};

/** Reads a page of all contacts; `next` is null at the end. */
export const readPage = async (
  ask: Ask,
  cursor: string,
  limit: number,
): Promise<{ people: Person[]; next: string | null }> => {
  const query = { limit: String(limit), properties: PROPERTIES.join(','), archived: 'false' };
  const { json } = await ask({
    method: 'GET',
    path: PEOPLE,
    query: cursor === '' ? query : { ...query, after: cursor },
  });
  const { results, paging } = parsed(Page, json);
  return { people: results, next: paging?.next?.after ?? null };
};
