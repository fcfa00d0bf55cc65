// How SuperOffice says what a person is sent: by a consent to a purpose, and by a subscription to a kind of mailing.
import { z } from 'zod';
import type { Contact } from '../kit/connector.ts';
import { timeOf } from '../kit/reading.ts';
import type { Read } from '../kit/rule.ts';

export const Person = z.object({
  PersonId: z.number(),
  Emails: z.array(z.object({ Value: z.string().nullish() })).nullish(),
  NoMailing: z.boolean().nullish(),
  ShipmentTypes: z.array(z.object({ Id: z.number(), Selected: z.boolean() })).nullish(),
  Consents: z
    .array(
      z.object({
        ConsentPurposeKey: z.string().nullish(),
        LegalBaseKey: z.string().nullish(),
        Updated: z.string().nullish(),
      }),
    )
    .nullish(),
  BounceEmails: z.array(z.string()).nullish(),
});
export type Person = z.infer<typeof Person>;

/** The purpose of marketing by email, which comes with SuperOffice. */
const MARKETING = 'EMARKETING';

/** The basis of a consent that was withdrawn. */
export const WITHDRAWN = 'WITHDRAWN';

/** A target: a purpose by its key, or a subscription by its number. */
export type Target = { kind: 'consent'; key: string } | { kind: 'shipment'; id: number };

export const consentTarget = (key: string): string => `consent:${key}`;
export const shipmentTarget = (id: number): string => `shipment:${id}`;

export const targetOf = (name: string): Target => {
  const [kind, rest = ''] = name.split(/:(.*)/s);
  return kind === 'consent' ? { kind, key: rest } : { kind: 'shipment', id: Number(rest) };
};

export const addressesOf = ({ Emails }: Person): string[] =>
  Emails?.flatMap(({ Value }) => Value || []) ?? [];

const absent: Read = { state: 'absent', at: null, isBlocked: false };
const blocked: Read = { state: 'off', at: null, isBlocked: true };

/** A purpose on another basis than consent is nobody's yes, but the tool may send on it. */
const consentRead = ({ Consents, NoMailing }: Person, key: string, basis: string): Read => {
  if (NoMailing && key.toUpperCase() === MARKETING) return blocked;
  const consent = Consents?.find(({ ConsentPurposeKey }) => ConsentPurposeKey === key);
  if (!consent?.LegalBaseKey) return absent;
  const { LegalBaseKey, Updated } = consent;
  const at = timeOf(Updated);
  if (LegalBaseKey.toUpperCase() === WITHDRAWN) return { state: 'off', at, isBlocked: false };
  return {
    state: LegalBaseKey.toUpperCase() === basis.toUpperCase() ? 'on' : 'unasked',
    at,
    isBlocked: false,
  };
};

/** A subscription is on until someone turns it off, and does not say since when. */
const shipmentRead = ({ ShipmentTypes, NoMailing }: Person, id: number): Read => {
  if (NoMailing) return blocked;
  const shipment = ShipmentTypes?.find(({ Id }) => Id === id);
  if (!shipment) return absent;
  return { state: shipment.Selected ? 'unasked' : 'off', at: null, isBlocked: false };
};

/** How a person stands for some targets. They are the contact of their first address: that is the one mailed to. */
export const contactOf = (
  person: Person,
  targets: readonly string[],
  basis: string,
): Contact | null => {
  const [email] = addressesOf(person);
  if (!email) return null;
  const bounced = person.BounceEmails?.map((address) => address.toLowerCase()) ?? [];
  return {
    id: String(person.PersonId),
    email,
    isUndeliverable: bounced.includes(email.toLowerCase()),
    targets: new Map(
      targets.map((name) => {
        const target = targetOf(name);
        const read =
          target.kind === 'consent'
            ? consentRead(person, target.key, basis)
            : shipmentRead(person, target.id);
        return [name, read];
      }),
    ),
  };
};
