import type { IntakeBody } from '../../contract/requests.ts';
import { findPerson } from '../../people/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { ENTER_EMAIL } from '../../platform/problems/plain.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { monthsAfter } from '../../platform/zone.ts';
import { writeCapped } from '../../requests/caps.ts';
import { writeContact, writeNote, writeUnfound } from '../../requests/case.ts';
import { auditRequest, readRequestById, writeEmail, writeRequest } from '../../requests/store.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { requireAssignee } from './assign.ts';

const wrong = (field: string, message: string): ProblemError =>
  invalidField(field, 'invalid', message);

/** What a user wrote of who asked, once it is known to be usable. */
const askerOf = ({ email, contact, askedAt }: IntakeBody, now: number) => {
  const address = email === '' ? null : normaliseEmail(email);
  if (email !== '' && address === null) throw wrong('email', ENTER_EMAIL);
  if (address === null && contact === '')
    throw wrong('contact', 'Enter an email address, or who asked and how to reach them.');
  if (askedAt !== undefined && askedAt > now)
    throw wrong('askedAt', 'Enter a time that is not in the future.');
  return { address, askedAt: askedAt ?? now };
};

/**
 * Takes a request that came to staff: open, due a month after it came, and acknowledged by email where its person
 * is found. Where nobody is found, who asked is kept with it. Throws `conflict` where the person has one of the
 * kind under way.
 */
export const takeRequest = async (
  caller: Caller,
  body: IntakeBody,
): Promise<{ number: number; isFound: boolean }> => {
  const { db, actor, now, later, post } = caller;
  const { address, askedAt } = askerOf(body, now);
  const { kind, channel, identity, assignee, note } = body;
  await requireAssignee(db, assignee);
  const [zone, person] = await Promise.all([
    knownZone(db),
    address === null ? null : findPerson(db, address),
  ]);
  const [id, email] = [crypto.randomUUID(), crypto.randomUUID()];
  const asked = { id, kind, askedAt, dueAt: monthsAfter(zone, askedAt, 1) };
  const intake = { channel, identity, takenBy: actor, assignee };
  const write = person
    ? writeRequest(db, { ...asked, person: person.id, state: 'open', actsAt: null }, intake)
    : writeUnfound(db, asked, intake);
  const contact = [address, body.contact].filter(Boolean).join(', ');
  await writeCapped(caller, person?.id ?? '', 'requests', [
    write,
    ...(person ? [] : [writeContact(db, id, contact)]),
    ...(note ? [writeNote(db, id, { actor, text: note }, now)] : []),
    ...(person && body.acknowledge
      ? [writeEmail(db, { id: email, template: 'request-received', request: id }, now)]
      : []),
    auditRequest(caller, id, {
      act: 'request.take',
      after: { kind, channel, identity, isFound: person !== null },
    }),
  ]);
  const written = await readRequestById(db, id);
  if (!written)
    throw new ProblemError('conflict', {
      detail: 'This person has a request of this kind under way.',
    });
  if (person && body.acknowledge) later(() => post(email));
  return { number: written.number, isFound: person !== null };
};
