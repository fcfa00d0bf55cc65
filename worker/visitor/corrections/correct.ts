import type { Person } from '../../contract/people.ts';
import type { CorrectionsBody } from '../../contract/preferences.ts';
import type { FieldError } from '../../contract/problem.ts';
import { tidied } from '../../contract/tidied.ts';
import { fieldError } from '../../forms/answer-rules.ts';
import { formTextsIn } from '../../locales/form.ts';
import { writeField } from '../../people/fields.ts';
import { fieldsOf } from '../../personal-data/fields.ts';
import { formsOf } from '../../personal-data/store.ts';
import type { Caller } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { writeCapped } from '../../requests/caps.ts';
import { writeDone } from '../../requests/done.ts';
import { writeEmail, writeMessage } from '../../requests/store.ts';
import { askForAddress } from './address.ts';

/** What came of correcting: whether a new address waits to be confirmed, or what is wrong. */
export type Corrected =
  | { ok: true; corrected: string[]; confirming: boolean }
  | { ok: false; errors: FieldError[] };

/**
 * Corrects what is kept of a person, as they wish (GDPR art. 16): fields at once, as a request that is
 * done, with an email that says so; the address once both mailboxes have agreed.
 */
export const correct = async (
  caller: Caller,
  person: Person,
  { fields, email, locale }: CorrectionsBody,
): Promise<Corrected> => {
  const { db, now, later, post } = caller;
  const forms = await formsOf(db, person.id);
  const texts = formTextsIn(locale);
  const known = fieldsOf(person, forms);
  const errors: FieldError[] = [];
  const changed: [name: string, value: string][] = [];
  for (const [name, written] of Object.entries(fields)) {
    const field = known.find(({ key }) => key === name);
    const value = tidied(field?.kind ?? 'text', written);
    const refused = field
      ? fieldError(field, value, texts)
      : { code: 'unknown', message: `Nothing is kept under "${name}".` };
    if (refused) errors.push({ field: `fields.${name}`, ...refused });
    else if (value !== field?.value) changed.push([name, value]);
  }
  const address = email === undefined ? person.email : normaliseEmail(email);
  if (address === null) errors.push({ field: 'fields.email', code: 'email', message: texts.email });
  if (errors.length > 0 || address === null) return { ok: false, errors };

  if (changed.length > 0) {
    const [request, message] = [crypto.randomUUID(), crypto.randomUUID()];
    const labels = changed.map(([name]) => known.find(({ key }) => key === name)?.label ?? name);
    await writeCapped(caller, person.id, 'corrections', [
      ...changed.map((each) => writeField(db, person.id, each, now)),
      await writeDone(caller, { id: request, person: person.id, kind: 'rectification' }),
      writeMessage(db, request, labels.join(', ')),
      writeEmail(db, { id: message, template: 'request-done', request }, now),
    ]);
    later(() => post(message));
  }
  if (address !== person.email) await askForAddress(caller, person.id, address);
  return {
    ok: true,
    corrected: changed.map(([name]) => name),
    confirming: address !== person.email,
  };
};
