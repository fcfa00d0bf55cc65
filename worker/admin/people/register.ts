import type { z } from 'zod';
import type { FieldError } from '../../contract/problem.ts';
import type { NewPersonBody, RegisteringBody, Registration } from '../../contract/registering.ts';
import { decideOf, type Own } from '../../ledger/decide.ts';
import type { Choice } from '../../ledger/record.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { readWholeLists, yesTo } from '../../lists/whole.ts';
import { addPeople, knownIds } from '../../people/add.ts';
import { fillFields } from '../../people/fields.ts';
import { isSuppressed } from '../../people/suppression.ts';
import { audit, auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { normaliseEmail } from '../../platform/email.ts';
import { ENTER_EMAIL } from '../../platform/problems/plain.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
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
  ...(normaliseEmail(email) ? [] : [{ field: 'email', code: 'email', message: ENTER_EMAIL }]),
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

/** What a file says of one person besides: what they refused, and what differs from the others in it. */
export type Registrant = Registration & {
  refused?: { purposes: readonly string[]; subscriptions: readonly string[] };
  own?: Own & { legalBasis?: string };
  /** Whether their address refuses emails for good. */
  bounced?: boolean;
};

/** A yes counts only where nothing stands, and nobody says no to the same; a no also ends a yes. */
const choicesOf = (
  { purposes, subscriptions, refused, own }: Registrant,
  lists: WholeLists,
  fallback: string,
): Choice[] => {
  const legalBasis = own?.legalBasis ?? fallback;
  const yes = { legalBasis, rule: 'first' } as const;
  const no = { decision: 'refused', legalBasis, rule: 'bulk' } as const;
  return [
    ...purposes
      .filter((purpose) => !refused?.purposes.includes(purpose))
      .map((purpose): Choice => ({ purpose, decision: yesTo(lists, purpose), ...yes })),
    ...subscriptions
      .filter((subscription) => !refused?.subscriptions.includes(subscription))
      .map((subscription): Choice => ({ subscription, decision: 'given', ...yes })),
    ...(refused?.purposes ?? []).map((purpose): Choice => ({ purpose, ...no })),
    ...(refused?.subscriptions ?? []).map((subscription): Choice => ({ subscription, ...no })),
  ];
};

/** What is said of one person in particular comes after what is said of all. */
const ownOf = (own: Own | undefined, comment: string): Own => ({
  ...own,
  ...(own?.comment ? { comment: `${comment}\n${own.comment}` } : {}),
});

/** Nobody but the person, or a user with the right, changes the subscriptions of someone who is known. */
export const maySubscribeKnown = ({ rights }: Pick<Caller, 'rights'>): boolean =>
  rights.includes('subscriptions-write');

/** Someone who is registered: their id, old or new, and what is wanted of them. */
export type Registering = {
  id: string;
  isNew: boolean;
  email: string;
  locale: string;
  fields: readonly (readonly [name: string, value: string])[];
  choices: readonly Choice[];
  own?: Own | undefined;
  /** Whether their address refuses emails for good. */
  bounces: boolean;
};

/** Leaves out of a registration whatever it says of subscriptions. */
const withoutSubscriptions = (person: Registrant): Registrant => ({
  ...person,
  subscriptions: [],
  refused: { purposes: person.refused?.purposes ?? [], subscriptions: [] },
});

/**
 * Finds out who of some people is known already, and what registering them asks of the ledger; of those who
 * are known it leaves subscriptions out unless they may be changed.
 */
export const planRegistering = async (
  { db, lists }: { db: Database; lists: WholeLists },
  people: readonly Registrant[],
  { legalBasis, subscribesKnown }: { legalBasis: string; subscribesKnown: boolean },
): Promise<Registering[]> => {
  const named = people.flatMap((person) => {
    const email = normaliseEmail(person.email);
    return email ? [{ person, email }] : [];
  });
  const known = await knownIds(
    db,
    named.map(({ email }) => email),
  );
  return named.map(({ person, email }) => {
    const id = known.get(email);
    return {
      id: id ?? crypto.randomUUID(),
      isNew: id === undefined,
      email,
      locale: person.locale,
      fields: Object.entries(person.fields).flatMap(([name, value]): [string, string][] =>
        value ? [[name, value]] : [],
      ),
      choices: choicesOf(
        id === undefined || subscribesKnown ? person : withoutSubscriptions(person),
        lists,
        legalBasis,
      ),
      own: person.own,
      bounces: person.bounced ?? false,
    };
  });
};

/**
 * The statements that register people, for one batch. A yes of theirs here is ended by a no, and nothing else
 * that stands is overwritten. New ones are told, or wait to be told (GDPR art. 14).
 */
export const registerAll = async (
  { env, db, actor, now }: Pick<Caller, 'env' | 'db' | 'now'> & { actor: string },
  people: readonly Registering[],
  { source, comment }: Pick<RegisteringBody, 'source' | 'comment'>,
): Promise<D1PreparedStatement[]> => {
  const days = await readSetting(db, 'notice-days');
  const newcomers = people.filter(({ isNew }) => isNew);
  const fields = people.flatMap(({ email, fields: own }) =>
    own.map(([name, value]) => ({ email, name, value })),
  );
  const decisions = await decideOf(
    db,
    people.map(({ id, email, locale, choices, own }) => ({
      person: { id, email, locale },
      choices,
      own: ownOf(own, comment),
    })),
    {
      source,
      actor,
      authority: 'none',
      statement: null,
      page: null,
      comment,
      countedAs: 'import',
    },
    now,
  );
  const notifying = Map.groupBy(newcomers, ({ own }) => own?.source ?? source);
  return [
    await addPeople({ env, db, now }, newcomers),
    ...fillFields(db, fields, now),
    ...decisions,
    ...[...notifying].flatMap(([from, some]) =>
      writeNotices(
        db,
        some.map(({ id }) => ({ id: crypto.randomUUID(), person: id })),
        { source: from, now, dueAt: now + days * DAY },
      ),
    ),
  ];
};

const wasErased = () =>
  invalidField(
    'email',
    'suppressed',
    'This person had everything erased. They come back only by signing up themselves.',
  );

/** Holds once a registration has found or made its person. */
export const IS_REGISTERED = 'EXISTS (SELECT 1 FROM person WHERE id = ?7)';

/**
 * Registers one person by hand or by API. 422 for what is not in the lists, and for an address that was
 * erased: such a person comes back only by signing up themselves. 403 for subscriptions of someone who is known,
 * without the right to change them.
 */
export const registerPerson = async (
  caller: Caller,
  asked: z.infer<typeof NewPersonBody>,
): Promise<string> => {
  const { source, legalBasis, comment, decidedAt, ...person } = asked;
  const { env, db, now } = caller;
  if (decidedAt !== undefined && decidedAt > now)
    throw invalidField('decidedAt', 'future', 'Enter a date that is not in the future.');
  const lists = await readWholeLists(db);
  const body = { source, legalBasis, comment };
  const errors = [...occasionErrors(lists, body), ...registrationErrors(lists, person)];
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const email = normaliseEmail(person.email) ?? '';
  const [hash = null] = await addressHashes(env, [email]);
  if (hash && (await isSuppressed(db, hash))) throw wasErased();
  const subscribesKnown = maySubscribeKnown(caller);
  const plan = await planRegistering({ db, lists }, [{ ...person, own: { decidedAt } }], {
    legalBasis,
    subscribesKnown,
  });
  const [{ id, isNew } = { id: '', isNew: false }] = plan;
  if (!isNew && !subscribesKnown && person.subscriptions.length > 0) {
    await audit(caller, { act: 'denied', object: 'subscriptions-write' }).run();
    throw new ProblemError('forbidden', {
      detail: 'This person is known already. Changing what they get needs "subscriptions-write".',
    });
  }
  const written = await db.batch([
    ...(await registerAll(caller, plan, body)),
    auditWhere(
      caller,
      { act: 'people.register', object: id, after: { source, legalBasis } },
      IS_REGISTERED,
      id,
    ),
  ]);
  // Erased or registered by another in the meantime: what stands now decides.
  if (written.at(-1)?.meta.changes === 0) return registerPerson(caller, asked);
  return id;
};
