// The same events as webhooks get, for programs that ask.
import type { ChangesPage, ChangesQuery, FeedState } from '../../contract/events.ts';
import { eventsAfter, ofTypes } from '../../events/events.ts';
import { closeReader, openReader, readKept, readReader } from '../../events/readers.ts';
import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { withFields } from './fields.ts';

/** Reads whether the feed is on, and what of it is kept. */
export const readFeed = async (db: Database): Promise<FeedState> => {
  const [reader, kept] = await Promise.all([readReader(db, 'changes'), readKept(db)]);
  return { on: reader !== null, ...kept };
};

/** Whether the feed is on, as ?7 does not want it. */
export const IS_OTHERWISE = "(SELECT COUNT(*) FROM event_reader WHERE name = 'changes') <> ?7";

/** Switches the feed on or off. What happens while nobody follows is written nowhere. */
export const switchFeed = async (caller: Caller, on: boolean): Promise<FeedState> => {
  const { db } = caller;
  await db.batch([
    auditWhere(
      caller,
      { act: 'changes.switch', object: 'changes', after: { on } },
      IS_OTHERWISE,
      on ? 1 : 0,
    ),
    on ? openReader(db, 'changes', { holds: false }) : closeReader(db, 'changes'),
  ]);
  return readFeed(db);
};

/** Throws 409 while the feed is off, 410 where what follows is no longer kept, and 403 for details without the right. */
export const checkFeed = async (
  { db, rights }: Pick<Caller, 'db' | 'rights'>,
  { after, fields }: ChangesQuery,
): Promise<void> => {
  if (fields.length > 0 && !rights.includes('people-read'))
    throw new ProblemError('forbidden', { detail: 'Details of people need "people-read" too.' });
  const { on, complete } = await readFeed(db);
  if (!on)
    throw new ProblemError('conflict', {
      detail: 'The changes feed is off. Turn it on with PUT /v1/changes/feed, or in the console.',
    });
  if (after > 0 && after < complete)
    throw new ProblemError('gone', {
      detail: `What follows is no longer kept. Read all people again, then continue with after=${complete}.`,
    });
};

/** Reads a page of the feed. `next` is behind all that was looked at, also what was of no wanted type. */
export const readChanges = async (
  db: Database,
  { after, limit, types, fields }: ChangesQuery,
): Promise<ChangesPage> => {
  const events = await eventsAfter(db, after, limit);
  return {
    changes: await withFields(db, ofTypes(events, types), fields),
    next: events.at(-1)?.sequence ?? after,
    more: events.length === limit,
  };
};
