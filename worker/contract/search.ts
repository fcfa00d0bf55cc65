import { z } from 'zod';
import { Decision, Email, Id, Key, Locale, Time, Typed } from './words.ts';

const wanted = Key.or(z.literal('')).default('');

const day = z.iso.date().or(z.literal('')).default('');

/** Which people are wanted; every part narrows it, and an empty part says nothing. */
export const PeopleFilter = z.strictObject({
  /** Any part of an address or a name; of fewer than three letters, the beginning of an address. */
  text: Typed.toLowerCase().max(320).default(''),
  /** The beginning of an address. */
  email: Typed.toLowerCase().max(320).default(''),
  purpose: wanted,
  /** How the purpose stands; `never` is never asked. */
  decision: z.enum([...Decision.options, 'never', '']).default(''),
  /** `older`: it was decided on words of the purpose that have been changed since. */
  wording: z.enum(['older', '']).default(''),
  subscription: wanted,
  subscriptionDecision: Decision.or(z.literal('')).default(''),
  source: wanted,
  legalBasis: wanted,
  /** The id of a segment that was made from addresses: those who are in it. */
  listed: z.uuid().or(z.literal('')).default(''),
  /** `due`: whom the privacy notice is still owed (GDPR art. 14). */
  notice: z.enum(['due', '']).default(''),
  /** First and last day (of the operator's time zone) on which they became known. */
  since: day,
  until: day,
  /** First and last day of their last activity: a decision or a submission. */
  activeSince: day,
  activeUntil: day,
});

export type PeopleFilter = z.infer<typeof PeopleFilter>;

/** In place of what was typed to search for. */
const FORGOTTEN = '…';

const forgotten = (typed: string): string => (typed === '' ? '' : FORGOTTEN);

/** A filter as it may be kept: what was searched for is someone's name or address, or a part of it. */
export const withoutTyped = (filter: PeopleFilter): PeopleFilter => ({
  ...filter,
  text: forgotten(filter.text),
  email: forgotten(filter.email),
});

/** Says whether a filter was kept without what was typed, so that it finds nobody any more. */
export const isForgotten = ({ text, email }: PeopleFilter): boolean =>
  text === FORGOTTEN || email === FORGOTTEN;

/** A person in a list, with how their purposes stand. */
export const PersonLine = z
  .object({
    id: Id,
    email: Email,
    locale: Locale,
    createdAt: Time,
    standings: z.array(z.object({ purpose: Key, decision: Decision })),
  })
  .meta({ id: 'PersonLine' });
export type PersonLine = z.infer<typeof PersonLine>;

/** For how many people a purpose stands so. */
export const StatusCount = z
  .object({ purpose: Key, decision: Decision, count: z.number() })
  .meta({ id: 'StatusCount' });
export type StatusCount = z.infer<typeof StatusCount>;

/** A page of people; `next` goes on from there, null at the end. */
export const PeoplePage = z
  .object({ people: z.array(PersonLine), next: z.string().nullable() })
  .meta({ id: 'PeoplePage' });
export type PeoplePage = z.infer<typeof PeoplePage>;

/** A saved filter over people. Who is in it is looked up again each time, unless it was made from addresses. */
export const Segment = z.object({
  id: Id,
  name: z.string(),
  filter: PeopleFilter,
  createdAt: Time,
});
export type Segment = z.infer<typeof Segment>;

/** `GET /v1/segments` */
export const Segments = z.object({ segments: z.array(Segment) });

/** `POST /v1/segments` */
export const SegmentBody = z.strictObject({
  name: Typed.min(1, 'Give a name.').max(200),
  filter: PeopleFilter,
});

/** More addresses than these are no list to look through, but a file to import. */
const MOST_ADDRESSES = 200_000;

/** `POST /v1/segments` with addresses in place of a filter. */
export const ListedBody = z.strictObject({
  name: Typed.min(1, 'Give a name.').max(200),
  emails: z
    .array(z.string().max(320))
    .min(1, 'There is no address in it.')
    .max(MOST_ADDRESSES, `A list has at most ${MOST_ADDRESSES} addresses.`),
});

export type ListedBody = z.infer<typeof ListedBody>;

/** 201 of `POST /v1/segments` with addresses: how many of them we know, and which we do not. */
export const ListedSegment = Segment.extend({
  matched: z.number(),
  unknown: z.array(z.string()),
});
