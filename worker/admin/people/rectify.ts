import type { Person } from '../../contract/people.ts';
import type { CorrectionBody } from '../../contract/requests.ts';
import { changeAddress } from '../../people/add.ts';
import {
  changeLocale,
  type Details,
  holdDetails,
  isChanged,
  writeField,
} from '../../people/fields.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { isUnique } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { ENTER_EMAIL } from '../../platform/problems/plain.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { finishOrFail, isNotOpen, notOpen } from '../../requests/answers.ts';
import { writeNote } from '../../requests/case.ts';
import { takenBy, writeDone } from '../../requests/done.ts';
import { readRequestById, writeEmail } from '../../requests/store.ts';

const wrong = (field: string, message: string): ProblemError =>
  invalidField(field, 'invalid', message);

/** Nobody is named: sign-ups and imports change details too. */
const overtaken = (): ProblemError =>
  new ProblemError('overtaken', { detail: 'Read the details again, and compare.' });

const TAKEN = 'Another person has this address.';

/** What a correction changes, as far as it is not so already. */
const changesOf = (person: Person, { email, locale, fields }: CorrectionBody) => {
  const address = email === undefined ? person.email : normaliseEmail(email);
  if (address === null) throw wrong('email', ENTER_EMAIL);
  return {
    address: address === person.email ? null : address,
    locale: locale === undefined || locale === person.locale ? null : locale,
    fields: Object.entries(fields).filter(([name, value]) => value !== (person.fields[name] ?? '')),
  };
};

/** The request that a correction answers, if any, and what was seen of the details that it changes, if that is known. */
type About = { request?: number; seen?: Details };

/**
 * Corrects what is kept of a person (GDPR art. 16), with the actor's name and reason, as the request that it
 * answers, or as one of its own; the person is told at their address, and at the old one where that changes.
 * Throws 409 where the request is not an open one, 412 where someone else has changed one of the details since they
 * were seen, and 422 where another person has the address.
 */
export const rectify = async (
  caller: Caller,
  person: Person,
  body: CorrectionBody,
  { request, seen = {} }: About = {},
): Promise<number> => {
  const { db, actor, now, later, post } = caller;
  const { address, locale, fields } = changesOf(person, body);
  if (address === null && locale === null && fields.length === 0)
    throw wrong('', 'Change at least one detail.');
  const id = crypto.randomUUID();
  const named = request ?? id;
  const emails = [...(address ? [person.email] : []), address ?? person.email].map((to) => ({
    id: crypto.randomUUID(),
    template: 'request-done' as const,
    request: named,
    to,
  }));
  const changed = [
    ...(address ? ['email'] : []),
    ...(locale ? ['locale'] : []),
    ...fields.map(([name]) => name),
  ];
  const act = {
    act: 'people.correct',
    object: person.id,
    after: { changed, request: request ?? null },
  };
  const asked =
    request === undefined
      ? await writeDone(caller, { id, person: person.id, kind: 'rectification' }, takenBy(actor))
      : finishOrFail(db, request, now);
  try {
    await db.batch([
      asked,
      holdDetails(db, person.id, seen),
      audit(caller, act),
      ...fields.map((each) => writeField(db, person.id, each, now)),
      ...(locale ? [changeLocale(db, person.id, locale)] : []),
      ...emails.map((email) => writeEmail(db, email, now)),
      writeNote(db, named, { actor, text: `${changed.join(', ')}: ${body.reason}` }, now),
      ...(address ? changeAddress(db, person.id, address, now) : []),
    ]);
  } catch (error) {
    if (isUnique(error, 'person.email')) throw wrong('email', TAKEN);
    if (isChanged(error)) throw overtaken();
    throw isNotOpen(error) ? notOpen() : error;
  }
  for (const email of emails) later(() => post(email.id));
  return request ?? (await readRequestById(db, id))?.number ?? 0;
};
