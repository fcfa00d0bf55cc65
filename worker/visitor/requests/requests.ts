import type { Person } from '../../contract/people.ts';
import type { PersonRequest, RequestBody, RequestKind } from '../../contract/requests.ts';
import { tidy } from '../../contract/tidy.ts';
import { underFor } from '../../ledger/under.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { endConsents, openToObjection } from '../../people/ending.ts';
import { erasePeople } from '../../people/erase.ts';
import { readPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { forEach } from '../../platform/each.ts';
import { DAY } from '../../platform/time.ts';
import { monthsAfter } from '../../platform/zone.ts';
import { writeCapped } from '../../requests/caps.ts';
import { sourceOf } from '../../requests/channels.ts';
import {
  cancelWaiting,
  dueErasures,
  type Erasure,
  endRequest,
  lastEmail,
  stillWaits,
  writeLastEmail,
} from '../../requests/erasures.ts';
import {
  readRequestById,
  requestsOf,
  writeEmail,
  writeMessage,
  writeRequest,
} from '../../requests/store.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { readSetting } from '../../settings/store.ts';

const SLICE = 50;
/** An email that will not go out does not hold up an erasure for longer than this. */
const PATIENCE_MS = 3 * DAY;

/** What ends at once, while the rest of a request takes its time. */
const stops: Partial<Record<RequestKind, 'restricted' | 'objected' | 'withdrawn'>> = {
  restriction: 'restricted',
  objection: 'objected',
  erasure: 'withdrawn',
};

/** What is done in the moment it is asked for: with a message, some is for the privacy officer. */
const atOnce: Partial<Record<RequestKind, 'always' | 'unless-asked'>> = {
  restriction: 'always',
  objection: 'always',
  access: 'unless-asked',
  portability: 'unless-asked',
};

/** A person who asks for access gets the link to their data at once, whatever else they wrote. */
const templateFor = (kind: RequestKind): 'data-ready' | 'request-received' =>
  kind === 'access' ? 'data-ready' : 'request-received';

/**
 * Takes a request. Restriction and objection take effect at once. Access and portability are answered at
 * once by a download, and access by an email with a link to it too; with a message they stay open for the
 * privacy officer, as a rectification does. An erasure begins its grace period with every email ended. Asked
 * twice, the first one counts.
 */
export const askFor = async (
  caller: Caller,
  person: Person,
  { kind, message }: RequestBody,
): Promise<PersonRequest | undefined> => {
  const { db, now, later, post } = caller;
  const [days, zone] = await Promise.all([readSetting(db, 'erasure-days'), knownZone(db)]);
  const id = crypto.randomUUID();
  const email = crypto.randomUUID();
  const decision = stops[kind];
  const text = tidy(message ?? '');
  const lists = kind === 'objection' ? await readWholeLists(db) : undefined;
  const standings = lists ? openToObjection(person.standings, lists) : person.standings;
  const isAtOnce = atOnce[kind] === 'always' || (atOnce[kind] === 'unless-asked' && !text);
  await writeCapped(caller, person.id, 'requests', [
    writeRequest(db, {
      id,
      person: person.id,
      kind,
      state: isAtOnce ? 'done' : kind === 'erasure' ? 'waiting' : 'open',
      askedAt: now,
      dueAt: monthsAfter(zone, now, 1),
      actsAt: kind === 'erasure' ? now + days * DAY : null,
    }),
    ...(decision
      ? await endConsents(
          db,
          [{ ...person, standings }],
          { decision, source: 'preference-centre', actor: 'person' },
          now,
          lists && underFor(lists['subscription-types'], person.standings),
        )
      : []),
    ...(text ? [writeMessage(db, id, text)] : []),
    writeEmail(db, { id: email, template: templateFor(kind), request: id }, now),
  ]);
  const written = await readRequestById(db, id);
  if (!written)
    return (await requestsOf(db, person.id)).find(
      (request) => request.kind === kind && request.endedAt === null,
    );
  later(() => post(email));
  return written;
};

/** Cancels a person's erasure while it waits. Only anyone who asked for it may. */
export const cancelRequest = (
  { db, now }: Caller,
  person: string,
  number: number,
): Promise<boolean> => cancelWaiting(db, person, number, now);

/** What carrying out erasures takes of the schedule. */
type Erasing = Pick<Caller, 'env' | 'db' | 'now' | 'post'>;

/** Sends the last email; false while it may still go out. */
const isNotified = async (
  { db, now, post }: Erasing,
  person: string,
  { number, actsAt }: PersonRequest,
): Promise<boolean> => {
  const isOverdue = now - (actsAt ?? 0) >= PATIENCE_MS;
  const last = await lastEmail(db, person, number);
  if (last !== null) return last !== 'waiting' || isOverdue;
  const id = crypto.randomUUID();
  if (!(await writeLastEmail(db, number, id, now))) return false;
  await post(id);
  return (await lastEmail(db, person, number)) !== 'waiting' || isOverdue;
};

/** Sends the last email first; then, or when it will not go out, erases everything. */
const carryOut = async (erasing: Erasing, request: Erasure): Promise<void> => {
  const { db, now } = erasing;
  const person = request.person === null ? null : await readPerson(db, request.person);
  if (person && !(await isNotified(erasing, person.id, request))) return;
  if (!person) await endRequest(db, request.number, now).run();
  else
    await db.batch(
      await erasePeople(erasing, [person], {
        source: sourceOf(request.channel),
        actor: request.takenBy,
        reason: 'request',
        condition: stillWaits(request.number),
      }),
    );
};

/** Carries out the erasures whose grace period is over, in slices; one that fails holds up no other. */
export const carryOutErasures = async (erasing: Erasing): Promise<void> => {
  const due = await dueErasures(erasing.db, erasing.now, SLICE, PATIENCE_MS);
  await forEach(
    'erasure',
    due,
    ({ number }) => number,
    (request) => carryOut(erasing, request),
  );
};
