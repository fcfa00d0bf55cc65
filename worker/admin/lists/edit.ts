import { PurposeTexts, SubscriptionTypeTexts } from '../../contract/definition.ts';
import { isOwnNotice } from '../../contract/emails.ts';
import {
  type EntryBody,
  entryBodies,
  type ListName,
  NamedTexts,
  type Republished,
} from '../../contract/lists.ts';
import type { FieldError } from '../../contract/problem.ts';
import { Key, Locale } from '../../contract/words.ts';
import { republish } from '../../forms/republish.ts';
import { writePurposeTexts, writeSubscriptionTypeTexts } from '../../lists/store.ts';
import {
  readWholeLists,
  type WholeLists,
  writeEntry,
  writeLegalBasisTexts,
  writeSourceTexts,
} from '../../lists/whole.ts';
import { readOwnNotices } from '../../outbox/templates.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { type Database, isRefused } from '../../platform/database.ts';
import { type Edit, readEdit, type Saving, saveEdit } from '../../platform/edits.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';

const wrong = (field: string, message: string): ProblemError =>
  invalidField(field, 'unknown', message);

const checkNames = (lists: WholeLists, list: ListName, body: Record<string, unknown>): void => {
  const has = (other: ListName, key: unknown) => lists[other].some((entry) => entry.key === key);
  if (list === 'purposes' && !has('legal-bases', body.legalBasis))
    throw wrong('legalBasis', 'There is no such legal basis.');
  if (list === 'subscription-types' && !has('purposes', body.purpose))
    throw wrong('purpose', 'There is no such purpose.');
};

/** Throws 422 where a source would send a notice that nobody has written. */
const checkNotice = async (
  db: Database,
  { noticeTemplate }: EntryBody<'sources'>,
): Promise<void> => {
  if (noticeTemplate === null || !isOwnNotice(noticeTemplate)) return;
  if (!(await readOwnNotices(db)).includes(noticeTemplate))
    throw wrong('noticeTemplate', 'There is no such notice.');
};

/** What the database says of a subscription type that would take its subscribers to another purpose. */
const SUBSCRIBED = 'a subscription type is not moved while anyone is subscribed to it';

/**
 * Writes what a save consists of. Throws 412 where someone else has saved the entry since it was seen, and 422
 * where a subscription type would leave the purpose that was agreed to.
 */
const write = async (
  caller: Caller,
  saving: Saving,
  statements: D1PreparedStatement[],
): Promise<Edit> => {
  try {
    return await saveEdit(caller, saving, statements);
  } catch (error) {
    if (!isRefused(error, SUBSCRIBED)) throw error;
    throw wrong(
      'purpose',
      'People subscribe to it under its present purpose. Add a new subscription type for the other one.',
    );
  }
};

/** Name an entry, and its texts, among what is edited as a whole. */
export const entryEdit = (list: ListName, key: string): string => `${list}/${key}`;
export const textsEdit = (list: ListName, key: string): string => `${list}/${key}/texts`;

const nothingShown: Republished = { published: [], failed: [] };

/** Shows what was changed of a purpose or subscription type in the forms that name it; what has ended leaves them. */
const showInForms = async (
  caller: Caller,
  list: ListName,
  key: string,
  isEnded = false,
): Promise<Republished> => {
  if (list === 'purposes') return republish(caller, { purpose: key });
  if (list === 'subscription-types') return republish(caller, { subscription: key, isEnded });
  return nothingShown;
};

/**
 * Adds an entry to a list, or replaces all of it but its texts. What was used is deactivated and never
 * deleted: the ledger names it by its key for ever. `seen` is the version that its editor saw.
 */
export const saveEntry = async <Name extends ListName>(
  caller: Caller,
  list: Name,
  key: string,
  input: unknown,
  seen?: number,
): Promise<{ body: EntryBody<Name>; forms: Republished; edit: Edit }> => {
  const name = parse(Key, key);
  const body = parse(entryBodies[list], input) as EntryBody<Name>;
  const { db } = caller;
  const lists = await readWholeLists(db);
  checkNames(lists, list, body);
  if (list === 'sources') await checkNotice(db, parse(entryBodies.sources, body));
  const before = lists[list].find((entry) => entry.key === name);
  const edit = await write(caller, { object: entryEdit(list, name), seen }, [
    writeEntry[list](db, name, body),
    audit(caller, { act: `${list}.save`, object: `${list}/${name}`, before, after: body }),
  ]);
  const forms = before ? await showInForms(caller, list, name, !body.active) : nothingShown;
  return { body, forms, edit };
};

type TextWriter = {
  check: (input: unknown) => Record<string, string>;
  write: (db: Database, key: string, locale: string, input: unknown) => D1PreparedStatement;
};

const writers: Record<ListName, TextWriter> = {
  purposes: {
    check: (input) => parse(PurposeTexts, input),
    write: (db, key, locale, input) =>
      writePurposeTexts(db, key, locale, parse(PurposeTexts, input)),
  },
  'legal-bases': {
    check: (input) => parse(NamedTexts, input),
    write: (db, key, locale, input) =>
      writeLegalBasisTexts(db, key, locale, parse(NamedTexts, input)),
  },
  sources: {
    check: (input) => parse(NamedTexts, input),
    write: (db, key, locale, input) => writeSourceTexts(db, key, locale, parse(NamedTexts, input)),
  },
  'subscription-types': {
    check: (input) => parse(SubscriptionTypeTexts, input),
    write: (db, key, locale, input) =>
      writeSubscriptionTypeTexts(db, key, locale, parse(SubscriptionTypeTexts, input)),
  },
};

/** Whose error it is: `title` of the Danish texts is `da.title`. */
const inLocale = (locale: string, error: unknown): FieldError[] => {
  if (!(error instanceof ProblemError) || !error.facts.errors) throw error;
  return error.facts.errors.map((each) => ({ ...each, field: `${locale}.${each.field}` }));
};

/**
 * Replaces the texts of an entry in some locales, all or none. Forms that show them are published again, with
 * new statements; what was shown before is kept by the older ones. A form that cannot be stays as it was.
 */
export const saveTexts = async (
  caller: Caller,
  list: ListName,
  key: string,
  texts: Readonly<Record<string, unknown>>,
  seen?: number,
): Promise<{ forms: Republished; edit: Edit }> => {
  const { db } = caller;
  const object = textsEdit(list, key);
  const [stands, lists] = await Promise.all([readEdit(db, object), readWholeLists(db)]);
  const before = lists[list].find((entry) => entry.key === key);
  if (!before) throw new ProblemError('not-found', { detail: 'There is no such entry.' });
  const { check, write } = writers[list];
  const errors: FieldError[] = [];
  for (const [locale, input] of Object.entries(texts))
    try {
      parse(Locale, locale);
      check(input);
    } catch (error) {
      errors.push(...inLocale(locale, error));
    }
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const changed = Object.entries(texts).filter(
    ([locale, input]) => JSON.stringify(before.texts[locale]) !== JSON.stringify(check(input)),
  );
  // Also where nothing has changed, the forms are looked at: a save that broke off is made whole by another.
  if (changed.length === 0) return { forms: await showInForms(caller, list, key), edit: stands };
  const edit = await saveEdit(caller, { object, seen }, [
    ...changed.map(([locale, input]) => write(db, key, locale, input)),
    ...changed.map(([locale, input]) =>
      audit(caller, {
        act: `${list}.texts`,
        object: `${list}/${key}`,
        before: { locale, ...before.texts[locale] },
        after: { locale, ...check(input) },
      }),
    ),
  ]);
  return { forms: await showInForms(caller, list, key), edit };
};
