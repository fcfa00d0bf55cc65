import { closeBreach, markAuthority, saveBreach } from '../../worker/admin/breach/cases.ts';
import { rectify } from '../../worker/admin/people/rectify.ts';
import { refuse } from '../../worker/admin/requests/answer.ts';
import { keepRetention } from '../../worker/admin/retention/keep.ts';
import { sweepOutbox } from '../../worker/emails/send.ts';
import { findPerson } from '../../worker/people/store.ts';
import type { Caller } from '../../worker/platform/caller.ts';
import { DAY, HOUR, MINUTE } from '../../worker/platform/time.ts';
import { casesIn } from '../../worker/requests/board.ts';
import { foldCounts } from '../../worker/statistics/fold.ts';
import { purgeUnconfirmed } from '../../worker/visitor/confirm/confirm.ts';
import { carryOutErasures } from '../../worker/visitor/requests/requests.ts';
import { chances } from './chance.ts';
import { type Known, peopleOf } from './names.ts';
import { hire, importFile, notify, owner, record, register } from './staff.ts';
import { type Role, type Stage, visitor } from './stage.ts';
import { ask, confirmIt, fillIn, leave, prefer } from './visitors.ts';

/** For how long the company has been there. */
const DAYS = 90;
/** Before that there was a first list, of which nobody was heard again: longer ago than consents are kept. */
export const FIRST_LIST_DAYS = 800;

/** Something that is done on a day of the story, by whom. */
type Step = { day: number; hour: number; role: Role; act: (caller: Caller) => Promise<unknown> };

/** What visitors do: most sign up, some leave, a few ask for something. */
const visits = (people: readonly Known[], site: string): Step[] => {
  const chance = chances(2);
  return people.flatMap((known, at): Step[] => {
    const day = Math.floor((at / people.length) * DAYS);
    const hour = 8 + Math.floor(chance() * 12);
    const step = (later: number, act: Step['act']): Step => ({
      day: day + later,
      hour,
      role: visitor,
      act,
    });
    const kind = chance();
    if (kind < 0.15)
      return [
        step(
          0,
          fillIn(known, {
            form: 'contact',
            page: `${site}/contact.html`,
            fields: {
              name: known.name,
              message: 'Do you deliver cider to Odense before Christmas?',
            },
            purposes: { 'e-marketing': chance() < 0.4 },
            subscriptions: ['newsletter'],
          }),
        ),
      ];
    if (kind < 0.35) {
      let receipt = '';
      return [
        step(0, async (caller) => {
          receipt = await fillIn(known, {
            form: 'feast-news',
            page: `${site}/event.html`,
            purposes: { 'e-marketing': true },
            subscriptions: ['invitations'],
          })(caller);
        }),
        ...(chance() < 0.75 ? [step(0.1, (caller) => confirmIt(receipt)(caller))] : []),
      ];
    }
    const signedUp = step(
      0,
      fillIn(known, {
        form: 'newsletter',
        page: `${site}/`,
        purposes: { 'e-marketing': chance() < 0.93 },
        subscriptions: chance() < 0.5 ? ['newsletter'] : ['newsletter', 'invitations'],
      }),
    );
    const then = chance();
    if (then < 0.1) return [signedUp, step(9, leave(known))];
    if (then < 0.16)
      return [
        signedUp,
        step(14, prefer(known, [{ purpose: 'e-marketing', on: false, seen: null }])),
      ];
    if (then < 0.22)
      return [
        signedUp,
        step(5, prefer(known, [{ subscription: 'product-news', on: true, seen: null }])),
      ];
    return [signedUp];
  });
};

/** What is asked for by law, and what became of it. */
const requests = (people: readonly Known[], officer: Role): Step[] => {
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
const office = (people: readonly Known[], agent: Role, officer: Role): Step[] => {
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
const breaches = (officer: Role): Step[] => {
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

/** What the schedule does in a night: emails, counts, erasures that are due, and what nobody confirmed. */
const night = async (caller: Caller): Promise<void> => {
  await sweepOutbox(caller);
  await carryOutErasures(caller);
  await purgeUnconfirmed(caller.db, caller.now);
  await keepRetention(caller);
  await foldCounts(caller.db);
};

/**
 * Lets the demo's company live through its last 90 days by the Worker's own acts, each at its time: sign-ups,
 * withdrawals, requests, a breach, imports. Every record is sealed and counted as any other is.
 */
export const liveThrough = async (
  stage: Stage,
  { now, site, count = 200 }: { now: number; site: string; count?: number },
): Promise<void> => {
  const start = now - DAYS * DAY;
  const people = peopleOf(count);
  const visitors = people.slice(0, Math.floor(count * 0.7));
  const others = people.slice(visitors.length);
  const agent = await stage.at(start, owner, (caller) => hire(caller, 'Mads Kjær', 'agent'));
  const officer = await stage.at(start, owner, (caller) =>
    hire(caller, 'Freja Lund', 'privacy-officer'),
  );
  await stage.at(start, owner, (caller) => hire(caller, 'Ruby Hughes', 'marketer'));
  await stage.at(start, owner, (caller) => hire(caller, 'Jack Bennett', 'auditor'));
  const steps = [
    ...visits(visitors, site),
    ...requests(visitors, officer),
    ...office(others, agent, officer),
    ...breaches(officer),
  ]
    .map(({ day, hour, ...step }) => ({ ...step, time: start + day * DAY + hour * HOUR }))
    .filter(({ time }) => time < now)
    .toSorted((one, other) => one.time - other.time);
  await stage.at(
    now - FIRST_LIST_DAYS * DAY,
    owner,
    importFile('members-2024.csv', others.slice(16, 22)),
  );
  let midnight = start + DAY;
  for (const { time, role, act } of steps) {
    for (; midnight <= time; midnight += DAY)
      await stage.at(midnight, { actor: 'system', rights: [] }, night);
    await stage.at(time, role, act);
  }
  await stage.at(now - MINUTE, { actor: 'system', rights: [] }, night);
};
