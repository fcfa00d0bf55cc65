import type { z } from 'zod';
import type { FieldError } from '../../contract/problem.ts';
import type { NewPersonBody, RegisteringBody, Registration } from '../../contract/registering.ts';
import { type Choice, decideOf } from '../../ledger/decide.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { addPeople, knownIds } from '../../people/add.ts';
import { fillFields } from '../../people/fields.ts';
import { isSuppressed } from '../../people/suppression.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';
import { DAY } from '../../platform/time.ts';
import { readSetting } from '../../settings/store.ts';
import { writeNotices } from '../notices/write.ts';

const unknown = (field: string, name: string): FieldError => ({
  field,
  code: 'unknown',
  message: `There is no "${name}" that is active.`,
});

const isActive = (lists: WholeLists, list: keyof WholeLists, key: string): boolean =>
  lists[list].some((entry) => entry.key === key && entry.active);

/** What of an occasion is not in the lists. */
export const occasionErrors = (
  lists: WholeLists,
  { source, legalBasis }: RegisteringBody,
): FieldError[] => [
  ...(isActive(lists, 'sources', source) ? [] : [unknown('source', source)]),
  ...(isActive(lists, 'legal-bases', legalBasis) ? [] : [unknown('legalBasis', legalBasis)]),
];

/** What of a registration is not in the lists, or no address. */
export const registrationErrors = (
  lists: WholeLists,
  { email, purposes, subscriptions }: Registration,
): FieldError[] => [
  ...(normaliseEmail(email)
    ? []
    : [{ field: 'email', code: 'email', message: 'Give an e-mail address.' }]),
  ...purposes
    .filter((key) => !isActive(lists, 'purposes', key))
    .map((key) => unknown('purposes', key)),
  ...subscriptions.flatMap((key) => {
    const type = lists['subscription-types'].find((each) => each.key === key && each.active);
    if (!type) return [unknown('subscriptions', key)];
    return purposes.includes(type.purpose)
      ? []
      : [
          {
            field: 'subscriptions',
            code: 'without-purpose',
            message: `"${key}" stands under "${type.purpose}", which is not chosen.`,
          },
        ];
  }),
];

const choicesOf = ({ purposes, subscriptions }: Registration, legalBasis: string): Choice[] => [
  ...purposes.map((purpose): Choice => ({ purpose, decision: 'given', legalBasis, rule: 'first' })),
  ...subscriptions.map(
    (subscription): Choice => ({ subscription, decision: 'given', legalBasis, rule: 'first' }),
  ),
];

/** What registering wrote: how many people were new, and the ids by address. */
export type Registered = {
  statements: D1PreparedStatement[];
  ids: ReadonlyMap<string, string>;
  added: number;
};

/**
 * The statements that register people, for one batch. Someone who is known keeps all that stands: what
 * they decided themselves is never overwritten. New ones are told, or wait to be told (GDPR art. 14).
 */
export const registerAll = async (
  { db, actor, now }: { db: Database; actor: string; now: number },
  people: readonly Registration[],
  { source, legalBasis, comment }: RegisteringBody,
): Promise<Registered> => {
  const named = people.flatMap((person) => {
    const email = normaliseEmail(person.email);
    return email ? [{ ...person, email }] : [];
  });
  const known = await knownIds(
    db,
    named.map(({ email }) => email),
  );
  const days = await readSetting(db, 'notice-days');
  const ids = new Map(named.map(({ email }) => [email, known.get(email) ?? crypto.randomUUID()]));
  const fresh = [...ids].filter(([email]) => !known.has(email));
  const newcomers = named
    .filter(({ email }) => !known.has(email))
    .map(({ email, locale }) => ({ id: ids.get(email) ?? '', email, locale }));
  const fields = named.flatMap(({ email, fields: own }) =>
    Object.entries(own).flatMap(([name, value]) => (value ? [{ email, name, value }] : [])),
  );
  const decisions = await decideOf(
    db,
    named.map((person) => ({
      person: { id: ids.get(person.email) ?? '', email: person.email, locale: person.locale },
      choices: choicesOf(person, legalBasis),
    })),
    { source, actor, authority: 'none', statement: null, page: null, comment },
    now,
  );
  const notifying = fresh.map(([, person]) => ({ id: crypto.randomUUID(), person }));
  return {
    ids,
    added: fresh.length,
    statements: [
      addPeople(db, newcomers, now),
      fillFields(db, fields, now),
      ...decisions,
      ...writeNotices(db, notifying, { source, now, dueAt: now + days * DAY }),
    ],
  };
};

/**
 * Registers one person by hand or by API. 422 for what is not in the lists, and for an address that was
 * erased: such a person comes back only by signing up themselves.
 */
export const registerPerson = async (
  caller: Caller,
  { source, legalBasis, comment, ...person }: z.infer<typeof NewPersonBody>,
): Promise<string> => {
  const { env, db } = caller;
  const lists = await readWholeLists(db);
  const body = { source, legalBasis, comment };
  const errors = [...occasionErrors(lists, body), ...registrationErrors(lists, person)];
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const email = normaliseEmail(person.email) ?? '';
  const [hash = null] = await addressHashes(env, [email]);
  if (hash && (await isSuppressed(db, hash)))
    throw new ProblemError('invalid-fields', {
      errors: [
        {
          field: 'email',
          code: 'suppressed',
          message:
            'This person had everything erased. They come back only by signing up themselves.',
        },
      ],
    });
  const { ids, statements } = await registerAll(caller, [person], body);
  const id = ids.get(email) ?? '';
  await db.batch([
    ...statements,
    audit(caller, { act: 'people.register', object: id, after: { source, legalBasis } }),
  ]);
  return id;
};
