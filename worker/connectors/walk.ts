// Compares everybody, there and here, a slice at a time: dry before a connection starts, then again and again.
import { z } from 'zod';
import { isDifference, type Report } from '../contract/connections.ts';
import type { Database } from '../platform/database.ts';
import { normaliseEmail } from '../platform/email.ts';
import { parseRows } from '../platform/rows.ts';
import type { Contact } from './kit/connector.ts';
import { readOurs } from './ours.ts';
import type { Plan } from './plan.ts';
import { endRunning, type Running, setRunning } from './store.ts';
import {
  erasedAmong,
  readBoth,
  type Syncing,
  synchronise,
  withContacts,
  withFormer,
} from './sync.ts';

/** So many people of each kind are named in a report. */
const SAMPLES = 10;

const nobody: Report['changes'] = { 'on-there': 0, 'off-there': 0, 'yes-here': 0, 'no-here': 0 };

/** Begins to compare everybody. */
export const begin = (kind: Report['kind'], now: number): Running => ({
  side: 'there',
  cursor: '',
  report: {
    kind,
    startedAt: now,
    endedAt: null,
    there: 0,
    known: 0,
    changes: nobody,
    differences: {},
    samples: [],
  },
});

/** Adds to a report what was found of some people. Only those known here are named. */
export const addTo = (report: Report, plans: readonly Plan[], there: number): Report => {
  const changes = { ...report.changes };
  const differences = { ...report.differences };
  const samples = [...report.samples];
  for (const { person, counts } of plans)
    for (const { item, what } of counts) {
      if (isDifference(what)) differences[what] = (differences[what] ?? 0) + 1;
      else changes[what] += 1;
      const alike = samples.filter((sample) => sample.what === what);
      if (person && alike.length < SAMPLES) samples.push({ person: person.id, item, what });
    }
  // Whom the tool was not seen to have, it has by now where we have added them.
  const known =
    there === 0 ? 0 : plans.filter(({ person, contacts }) => person && contacts.length > 0).length;
  return {
    ...report,
    there: report.there + there,
    known: report.known + known,
    changes,
    differences,
    samples,
  };
};

/** How many changes a report holds that a limit is set to: a no that goes out is never held up. */
export const heldChanges = ({ changes }: Report): number =>
  changes['on-there'] + changes['yes-here'] + changes['no-here'];

/** Notes of what some people come to how far a comparison has got, and whether that is beyond the limit. */
const stepOf = (
  { kept: { limit } }: Syncing['opened'],
  so: (plans: readonly Plan[]) => Report,
  last: (report: Report) => D1PreparedStatement,
) => ({
  last: (plans: readonly Plan[]) => [last(so(plans))],
  isBeyond: (plans: readonly Plan[]) => heldChanges(so(plans)) > limit,
});

/** By the primary key. */
export const PEOPLE_AFTER = `
SELECT p.number, p.email, COALESCE(c.seen_at, 0) AS seenAt
FROM person p
LEFT JOIN connected c ON c.person = p.number AND c.connection = +?3
WHERE p.number > ?1
ORDER BY p.number
LIMIT ?2`;

const Person = z.object({ number: z.number(), email: z.string(), seenAt: z.number() });

const peopleAfter = async (db: Database, connection: number, after: number, limit: number) =>
  parseRows(Person, (await db.prepare(PEOPLE_AFTER).bind(after, limit, connection).all()).results);

/** Of the addresses on a page, those that concern us. */
const concerned = async (
  { caller, opened: { kept } }: Syncing,
  emails: readonly string[],
): Promise<readonly string[]> => {
  if (kept.takesIn !== null) return emails;
  const people = await readOurs(caller.db, kept, { emails });
  const known = new Set(people.map(({ email }) => email));
  const strangers = emails.filter((email) => !known.has(email));
  return [...known, ...(await erasedAmong(caller, strangers))];
};

/** Reads people on both sides, of a page of those whom the tool has. */
const readPage = async (syncing: Syncing, contacts: readonly Contact[]) => {
  const { caller, opened } = syncing;
  const emails = [...new Set(contacts.flatMap(({ email }) => normaliseEmail(email) ?? []))];
  if (opened.connector.pagesAddresses) return readBoth(syncing, await concerned(syncing, emails));
  // Where two contacts may have one address, all of them are looked for: the page may have one alone. Who stands on it
  // may not be found by their address, as where a tool heeds capital letters.
  if (opened.connector.sharesAddresses)
    return withContacts(await readBoth(syncing, emails), contacts);
  const people = await readOurs(caller.db, opened.kept, { emails });
  return withFormer(syncing, { people, found: contacts });
};

/** Compares a page of those whom the tool has. */
const walkThere = async (syncing: Syncing, { cursor, report }: Running): Promise<void> => {
  const { caller, opened } = syncing;
  const { contacts, next } = await opened.tool.page(cursor);
  const step = stepOf(
    opened,
    (plans) => addTo(report, plans, contacts.length),
    (so) =>
      setRunning(caller.db, opened.kept.number, {
        side: next === null ? 'here' : 'there',
        cursor: next ?? '0',
        report: so,
      }),
  );
  await synchronise(syncing, await readPage(syncing, contacts), step);
};

/** Compares some of those who are here and whom the tool was not seen to have. */
const walkHere = async (syncing: Syncing, { cursor, report }: Running): Promise<void> => {
  const { caller, opened } = syncing;
  const { number } = opened.kept;
  const next = await peopleAfter(caller.db, number, Number(cursor), opened.connector.batch);
  const unseen = next.filter(({ seenAt }) => seenAt < report.startedAt);
  const last = next.at(-1)?.number;
  const step = stepOf(
    opened,
    (plans) => addTo(report, plans, 0),
    (so) =>
      last === undefined
        ? endRunning(caller.db, number, { ...so, endedAt: caller.now })
        : setRunning(caller.db, number, { side: 'here', cursor: String(last), report: so }),
  );
  if (unseen.length === 0) {
    await caller.db.batch(step.last([]));
    return;
  }
  const both = await readBoth(
    syncing,
    unseen.map(({ email }) => email),
  );
  await synchronise(syncing, both, step);
};

/** Compares one slice of everybody; the last one ends the report. */
export const walk = (syncing: Syncing, running: Running): Promise<void> =>
  running.side === 'there' ? walkThere(syncing, running) : walkHere(syncing, running);
