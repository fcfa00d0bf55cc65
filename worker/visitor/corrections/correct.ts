import { v4 } from 'uuid';
import type { Person } from '../../contract/people.ts';
import type { CorrectionsBody } from '../../contract/preferences.ts';
import type { FieldError } from '../../contract/problem.ts';
import { sendNow } from '../../emails/send.ts';
import { fieldError } from '../../forms/answer-rules.ts';
import { formTextsIn } from '../../locales/form.ts';
import type { LaterWork } from '../../platform/caller.ts';
import { normaliseEmail } from '../../platform/email.ts';
import type { Env } from '../../platform/env.ts';
import { monthsAfter } from '../../platform/time.ts';
import { writeLetter, writeMessage, writeRequest } from '../requests/store.ts';
import { askForAddress } from './address.ts';
import { correctableFields } from './fields.ts';
import { writeField } from './store.ts';

/** What came of correcting: whether a new address waits to be confirmed, or what is wrong. */
export type Corrected =
  | { ok: true; corrected: string[]; confirming: boolean }
  | { ok: false; errors: FieldError[] };

/**
 * Corrects what is kept of a person, as they wish (GDPR art. 16): fields at once, as a request that is
 * done, with a letter that says so; the address once both mailboxes have agreed.
 */
export const correct = async (
  env: Env,
  person: Person,
  { fields, email, locale }: CorrectionsBody,
  { host, later }: { host: string; later: LaterWork },
): Promise<Corrected> => {
  const texts = formTextsIn(locale);
  const known = await correctableFields(env.DB, person);
  const errors: FieldError[] = [];
  const changed: [name: string, value: string][] = [];
  for (const [name, written] of Object.entries(fields)) {
    const field = known.find(({ key }) => key === name);
    const value = written.trim();
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
    const now = Date.now();
    const [request, letter] = [v4(), v4()];
    const labels = changed.map(([name]) => known.find(({ key }) => key === name)?.label ?? name);
    await env.DB.batch([
      ...changed.map((each) => writeField(env.DB, person.id, each, now)),
      writeRequest(env.DB, {
        ...{ id: request, person: person.id, kind: 'rectification', state: 'done' },
        ...{ askedAt: now, dueAt: monthsAfter(now, 1), actsAt: null },
      }),
      writeMessage(env.DB, request, labels.join(', ')),
      writeLetter(env.DB, { id: letter, template: 'request-done', request, host }, now),
    ]);
    later(sendNow({ env, db: env.DB }, letter));
  }
  if (address !== person.email) await askForAddress(env, person.id, address, { host, later });
  return {
    ok: true,
    corrected: changed.map(([name]) => name),
    confirming: address !== person.email,
  };
};
