// What the office of the company does: requests about data, calls and lists, and breaches.
import { closeBreach, markAuthority, saveBreach } from '../../worker/admin/breach/cases.ts';
import { rectify } from '../../worker/admin/people/rectify.ts';
import { refuse } from '../../worker/admin/requests/answer.ts';
import { findPerson } from '../../worker/people/store.ts';
import type { Caller } from '../../worker/platform/caller.ts';
import { HOUR } from '../../worker/platform/time.ts';
import { casesIn } from '../../worker/requests/board.ts';
import type { Known } from './names.ts';
import { importFile, notify, record, register } from './staff.ts';
import { type Role, visitor } from './stage.ts';
import { DAYS, type Step } from './step.ts';
import { ask } from './visitors.ts';

/** What is asked for by law, and what became of it. */
export const requests = (people: readonly Known[], officer: Role): Step[] => {
  const [one, two, three, four, five, six] = people;
  if (!one || !two || !three || !four || !five || !six) return [];
  const last = async (caller: Caller): Promise<number> =>
    (await casesIn(caller.db, { state: 'open' })).at(-1)?.number ?? 0;
  const correctName = async (caller: Caller): Promise<void> => {
    const person = await findPerson(caller.db, one.email);
    if (person)
      await rectify(
        caller,
        person,
        { fields: { name: 'Anna Holm' }, reason: 'She wrote that her name has changed.' },
        { request: await last(caller) },
      );
  };
  return [
    {
      day: 30,
      hour: 9,
      role: visitor,
      act: ask(one, 'rectification', 'My last name is Holm now.'),
    },
    { day: 33, hour: 10, role: officer, act: correctName },
    {
      day: 41,
      hour: 9,
      role: visitor,
      act: ask(two, 'access', 'Please also your notes of our calls.'),
    },
    {
      day: 44,
      hour: 10,
      role: officer,
      act: async (caller) =>
        refuse(caller, await last(caller), {
          reason: 'We answered the same request last week, and nothing has changed since.',
        }),
    },
    { day: 50, hour: 20, role: visitor, act: ask(three, 'erasure') },
    {
      day: DAYS - 28,
      hour: 11,
      role: visitor,
      act: ask(four, 'access', 'And who you shared it with.'),
    },
    { day: DAYS - 6, hour: 11, role: visitor, act: ask(five, 'objection') },
    { day: DAYS - 2, hour: 19, role: visitor, act: ask(six, 'erasure') },
    { day: DAYS - 1, hour: 12, role: visitor, act: ask(one, 'restriction') },
  ];
};

/** What staff write down of calls, meetings and older lists. */
export const office = (people: readonly Known[], agent: Role, officer: Role): Step[] => {
  const met = people.slice(0, 8);
  const bought = people.slice(8, 13);
  const called = people.slice(13, 16);
  return [
    { day: 2, hour: 14, role: officer, act: importFile('newsletter-2025.csv', people.slice(22)) },
    { day: 4, hour: 9, role: officer, act: notify(people.slice(16)) },
    ...met.map((known, at) => ({
      day: 12 + at * 9,
      hour: 15,
      role: agent,
      act: register(known, {
        source: at % 2 ? 'phone' : 'business-card',
        comment: at % 2 ? 'Called to ask about opening hours.' : 'Gave us a card at the fair.',
        purposes: ['sales-and-service'],
      }),
    })),
    ...bought.map((known, at) => ({
      day: DAYS - 29 + at,
      hour: 11,
      role: agent,
      act: register(known, {
        source: 'e-mail',
        comment: 'A partner passed on the enquiry.',
        purposes: ['sales-and-service'],
      }),
    })),
    ...called.flatMap((known, at) => [
      {
        day: 20 + at * 11,
        hour: 13,
        role: agent,
        act: register(known, {
          source: 'meeting',
          comment: 'Met at the harvest market.',
          purposes: ['sales-and-service'],
        }),
      },
      {
        day: 40 + at * 11,
        hour: 16,
        role: officer,
        act: record(known, {
          purpose: 'sales-and-service',
          decision: 'objected',
          source: 'phone',
          comment: 'Called and does not want to be contacted.',
        }),
      },
    ]),
  ];
};

/** A mistake that was found 20 hours ago, of which the authority is not notified yet, and an older one. */
export const breaches = (officer: Role): Step[] => {
  const facts = {
    consequences: 'Someone may write to you and pretend to be us.',
    measures:
      'We have asked the recipients to delete the email, and now send to each address alone.',
    contact: 'Freja Lund, privacy@orchard.example',
  };
  return [
    {
      day: 55,
      hour: 9,
      role: officer,
      act: async (caller) => {
        const id = await saveBreach(caller, {
          title: 'Lost USB stick with the guest list',
          discoveredAt: caller.now - 2 * HOUR,
          facts: {
            ...facts,
            nature: 'A stick with 40 names and addresses was lost. It was encrypted.',
          },
        });
        await markAuthority(caller, id, { reference: '2026-41-0183' });
        await closeBreach(caller, id);
      },
    },
    {
      day: DAYS - 1,
      hour: 14,
      role: officer,
      act: (caller) =>
        saveBreach(caller, {
          title: 'Invitation sent with all addresses visible',
          discoveredAt: caller.now - HOUR,
          facts: {
            ...facts,
            nature: 'An invitation showed the addresses of all 64 recipients to each of them.',
          },
          details: {
            kinds: ['confidentiality'],
            peopleCategories: 'Subscribers to invitations',
            people: 64,
            peopleKnown: 'exactly',
            dataCategories: 'Email addresses',
            records: 64,
            recordsKnown: 'at-least',
            risk: 'risk',
          },
        }),
    },
  ];
};
