import type { z } from 'zod';
import type { BreachOrders, DeleteOrders, Job, UpdateOrders } from '../../contract/jobs.ts';
import { PeopleFilter } from '../../contract/search.ts';
import { decideOf } from '../../ledger/decide.ts';
import type { Choice } from '../../ledger/record.ts';
import type { Facts } from '../../outbox/facts.ts';
import { queueEmails, queueTranslated } from '../../outbox/queue.ts';
import { erasePeople } from '../../people/erase.ts';
import { searchPeople } from '../../people/search.ts';
import { readStandings } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { notifiedAmong, writeNotified } from '../breach/cases.ts';
import { noticesOf } from '../breach/notices.ts';
import { noticedAmong } from '../notices/notified.ts';
import { writeEachNotice } from '../notices/write.ts';
import { holdFitting, holdUnnotified } from './hold.ts';
import { countOutcomes } from './outcomes.ts';
import { keepPeople } from './people.ts';
import type { SliceDone } from './store.ts';

/** So many people are in a slice: a batch of a few hundred kilobytes and some tens of milliseconds. */
const SLICE = 400;

const peopleOf = (db: Database, { filter, cursor }: Job) =>
  searchPeople(db, PeopleFilter.parse(filter), cursor, SLICE);

/**
 * What a bulk update wants of each: a decision, or only another legal basis of what holds, be it a consent or
 * that the person was told.
 */
export const choicesOf = ({
  purpose,
  decision,
  legalBasis,
}: z.infer<typeof UpdateOrders>): Choice[] =>
  decision
    ? [{ purpose, decision, legalBasis, rule: 'bulk' }]
    : [
        { purpose, decision: 'given', legalBasis, rule: 'basis' },
        { purpose, decision: 'informed', legalBasis, rule: 'basis' },
      ];

/** Sets how a purpose stands, where nobody said no to it. Ending it ends what came under it. */
export const updateSlice = async (
  db: Database,
  job: Job,
  orders: z.infer<typeof UpdateOrders>,
  now: number,
): Promise<SliceDone> => {
  const { people, next } = await peopleOf(db, job);
  const choices = choicesOf(orders);
  const { source, comment } = orders;
  const occasion = {
    source,
    actor: job.actor,
    authority: 'none' as const,
    statement: null,
    page: null,
    comment,
    countedAs: 'import' as const,
  };
  const all = people.map((person) => ({ person, choices }));
  const wanted = people.map(({ id }) => ({ person: id, choices, fields: [] }));
  const kept = people.map(({ id }) => ({ id, isNew: false }));
  return {
    next,
    seen: people.length,
    changed: null,
    statements: [
      ...countOutcomes(db, job.id, wanted),
      ...(all.length > 0 ? await decideOf(db, all, occasion, now) : []),
      ...keepPeople(db, job.id, kept, now),
    ],
  };
};

/** Erases each who fits the filter in the moment in which they are erased. */
export const deleteSlice = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  job: Job,
  { reason, comment }: z.infer<typeof DeleteOrders>,
  now: number,
): Promise<SliceDone> => {
  const { people, next } = await peopleOf(db, job);
  const ids = people.map(({ id }) => id);
  const standings = await readStandings(db, ids);
  const leaving = people.map(({ id, email, locale }) => ({
    id,
    email,
    locale,
    standings: standings.get(id) ?? [],
  }));
  const cause = { source: 'manual', actor: job.actor, comment, reason };
  return {
    next,
    seen: people.length,
    changed: people.length,
    statements:
      people.length === 0
        ? []
        : [
            await holdFitting(db, job, ids),
            ...(await erasePeople({ env, db, now }, leaving, cause)),
          ],
  };
};

/** Writes one email to each. */
export const emailSlice = async (
  db: Database,
  job: Job,
  template: 'purpose-changed',
  facts: Facts<'purpose-changed'>,
  now: number,
): Promise<SliceDone> => {
  const { people, next } = await peopleOf(db, job);
  const emails = people.map(({ id }) => ({ person: id, id: crypto.randomUUID() }));
  return {
    next,
    seen: people.length,
    changed: people.length,
    statements: [queueEmails(db, template, emails, { ...facts, job: job.id }, now)],
  };
};

/** Notifies each of a breach who was not notified before, and records who was. */
export const breachSlice = async (
  db: Database,
  job: Job,
  { breach, facts, translations }: z.infer<typeof BreachOrders>,
  now: number,
): Promise<SliceDone> => {
  const { people, next } = await peopleOf(db, job);
  const ids = people.map(({ id }) => id);
  const notified = await notifiedAmong(db, breach, ids);
  const fresh = ids.filter((id) => !notified.has(id));
  const emails = fresh.map((person) => ({ person, id: crypto.randomUUID() }));
  return {
    next,
    seen: ids.length,
    changed: fresh.length,
    statements: [
      queueTranslated(db, 'breach-notice', emails, noticesOf(facts, translations, job.id), now),
      ...writeNotified(db, breach, fresh, now),
    ],
  };
};

/** Sends the privacy notice to those who have not had it. */
export const noticeSlice = async (db: Database, job: Job, now: number): Promise<SliceDone> => {
  const { people, next } = await peopleOf(db, job);
  const ids = people.map(({ id }) => id);
  const noticed = await noticedAmong(db, ids);
  const fresh = ids.filter((id) => !noticed.has(id));
  const emails = fresh.map((person) => ({ person, id: crypto.randomUUID() }));
  return {
    next,
    seen: ids.length,
    changed: emails.length,
    statements: [holdUnnotified(db, job, fresh), ...writeEachNotice(db, emails, now)],
  };
};
