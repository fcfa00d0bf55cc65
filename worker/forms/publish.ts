import type { FormDefinition } from '../contract/definition.ts';
import type { FieldError } from '../contract/problem.ts';
import { Part } from '../contract/words.ts';
import { keepStatements, makeStatement } from '../ledger/statement.ts';
import { type Lists, readLists } from '../lists/store.ts';
import { audit } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import { type Database, isRefused } from '../platform/database.ts';
import {
  type Edit,
  holdEdit,
  isOvertaken,
  MOST_TRIES,
  overtakenBy,
  readEdit,
  writeEdit,
} from '../platform/edits.ts';
import type { Env } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { hasLinkKeys } from '../platform/signing/keys.ts';
import { readSetting } from '../settings/store.ts';
import { forget } from './cache.ts';
import { errorsIn } from './check.ts';
import { compile, MissingList } from './compile.ts';
import { imageErrors } from './images.ts';
import {
  type FormVersion,
  formEdit,
  type ReadForm,
  readForm,
  writeForm,
  writeVersion,
} from './store.ts';

/** A form that was published: the version that now stands, and whether it was made just now. */
export type PublishedForm = { version: number; isNew: boolean };

/** What came of publishing; `overtaken` where the form was saved or published by someone else meanwhile. */
export type Published =
  | ({ state: 'published' } & PublishedForm)
  | { state: 'wrong'; errors: FieldError[] }
  | { state: 'overtaken' };

const compileAll = (key: string, version: number, definition: FormDefinition, lists: Lists) =>
  Promise.all(
    definition.locales.flatMap((locale) =>
      Part.options.map(async (part) => ({
        locale,
        part,
        statement: await makeStatement(compile(key, version, definition, lists, locale, part)),
      })),
    ),
  );

/** What of a definition makes a version besides what its statements say: where answers go, and its style. */
const looks = ({ sections, style = {} }: FormDefinition): string =>
  JSON.stringify([sections, Object.entries(style).toSorted()]);

/** What publishing looks up besides the form: the same for every form that is published in one go. */
export type Grounds = { lists: Lists; hosts: readonly string[] };

export const readGrounds = async (db: Database): Promise<Grounds> => {
  const [lists, hosts] = await Promise.all([readLists(db), readSetting(db, 'redirect-hosts')]);
  return { lists, hosts };
};

/** A form as it is to be, and how it is published. */
export type Publishing = {
  key: string;
  definition: FormDefinition;
  /** Writes nothing where nothing makes a version. */
  onlyIfNew?: boolean;
  /** What is written in the same batch. */
  also?: readonly D1PreparedStatement[];
};

/** Says what of the lists a form lacks; throws any other error on. */
const missingList = (error: unknown): FieldError => {
  if (!(error instanceof MissingList)) throw error;
  return { field: 'sections', code: 'missing-list', message: error.message };
};

/** A form as it stands, and how often it was saved; null where there is none. */
export type Before = { form: ReadForm | null; edit: Edit };

/** Reads a form to publish over. */
export const readBefore = async (db: Database, key: string): Promise<Before> => {
  const [edit, form] = await Promise.all([readEdit(db, formEdit(key)), readForm(db, key)]);
  return { form, edit };
};

/** What the database says where two publish at once. */
const TAKEN = 'a form version is never changed';

/** Says why a batch wrote nothing; throws what is wrong with neither the form nor its time. */
const whyNot = (error: unknown): Published =>
  isOvertaken(error) || isRefused(error, TAKEN)
    ? { state: 'overtaken' }
    : { state: 'wrong', errors: [missingList(error)] };

/** Whether a version already shows what a definition would. */
const shows = async (
  key: string,
  current: FormVersion,
  definition: FormDefinition,
  lists: Lists,
): Promise<boolean> =>
  looks(current.definition) === looks(definition) &&
  current.shown.size === definition.locales.length * Part.options.length &&
  (await compileAll(key, current.version, definition, lists)).every(
    ({ locale, part, statement }) =>
      current.shown.get(`${locale}/${part}`)?.statement === statement.sha256,
  );

/**
 * Publishes a form over what it was before, unless someone else has saved it since. With `onlyIfNew`, who edits
 * the form is not told: what they edit stays as it was.
 */
export const publishOver = async (
  caller: Caller,
  { key, definition, onlyIfNew = false, also = [] }: Publishing,
  before: Before,
  { lists, hosts }: Grounds,
): Promise<Published> => {
  const { db, now } = caller;
  const errors = errorsIn(definition, hosts);
  if (errors.length > 0) return { state: 'wrong', errors };

  const { form } = before;
  const saving = { object: formEdit(key), seen: before.edit.version };
  try {
    const same = form !== null && (await shows(key, form.current, definition, lists));
    if (same && onlyIfNew)
      return { state: 'published', version: form.current.version, isNew: false };
    const version = same ? form.current.version : (form?.current.version ?? 0) + 1;
    const shown = same ? [] : await compileAll(key, version, definition, lists);
    await db.batch([
      onlyIfNew ? holdEdit(db, saving.object, saving.seen) : writeEdit(caller, saving),
      ...keepStatements(
        db,
        shown.map(({ statement }) => statement),
        now,
      ),
      writeForm(db, key, version, definition, now),
      ...(same ? [] : writeVersion(db, key, version, definition, shown, now)),
      audit(caller, {
        act: 'form.publish',
        object: `${key}@${version}`,
        before: form && { version: form.current.version, ...form.latest },
        after: { version, ...definition },
      }),
      ...also,
    ]);
    forget(key);
    return { state: 'published', version, isNew: !same };
  } catch (error) {
    return whyNot(error);
  }
};

/** Finds the fields that ask for a file, where there is nowhere to keep one. */
const fileErrors = (sections: FormDefinition['sections']): FieldError[] =>
  sections.flatMap(({ fields }, s) =>
    fields.flatMap(({ kind }, f) =>
      kind === 'file'
        ? [
            {
              field: `sections.${s}.fields.${f}.kind`,
              code: 'no-bucket',
              message: 'To receive files, bind an R2 bucket as FILES first (see the README).',
            },
          ]
        : [],
    ),
  );

/** Throws 422 where a form asks for a confirmation that nothing could sign, or for files that nothing could keep. */
const checkKeys = (env: Env, { confirm, sections }: FormDefinition): void => {
  const errors = env.FILES ? [] : fileErrors(sections);
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  if (confirm && !hasLinkKeys(env))
    throw new ProblemError('invalid-fields', {
      errors: [{ field: 'confirm', code: 'no-keys', message: 'Set the secret LINK_KEYS first.' }],
    });
};

/** Finds what a form names of the lists that is not there. */
const listErrors = async (
  key: string,
  definition: FormDefinition,
  lists: Lists,
): Promise<FieldError[]> => {
  try {
    await compileAll(key, 1, definition, lists);
    return [];
  } catch (error) {
    return [missingList(error)];
  }
};

/** Throws 422 with why a form could not be published; writes nothing. */
export const checkPublishing = async (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  { key, definition }: Pick<Publishing, 'key' | 'definition'>,
): Promise<void> => {
  checkKeys(env, definition);
  const { lists, hosts } = await readGrounds(db);
  const errors = errorsIn(definition, hosts);
  if (errors.length === 0)
    errors.push(
      ...(await listErrors(key, definition, lists)),
      ...(await imageErrors(db, definition)),
    );
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
};

/**
 * Publishes a form; throws 422 with why it could not be, and 412 where someone else has saved or published it
 * since it was seen. Settings are changed in place; a new version is made only where something that a visitor
 * sees, or what is done with an answer, has changed.
 */
export const publishForm = async (
  caller: Caller,
  { seen, ...publishing }: Publishing & { seen?: number | undefined },
): Promise<PublishedForm> => {
  const { env, db } = caller;
  const { key, definition } = publishing;
  checkKeys(env, definition);
  const missing = await imageErrors(db, definition);
  if (missing.length > 0) throw new ProblemError('invalid-fields', { errors: missing });
  for (let tries = 1; ; tries++) {
    const [grounds, before] = await Promise.all([readGrounds(db), readBefore(db, key)]);
    if (seen !== undefined && seen !== before.edit.version) throw overtakenBy(before.edit);
    const published = await publishOver(caller, publishing, before, grounds);
    if (published.state === 'wrong')
      throw new ProblemError('invalid-fields', { errors: published.errors });
    if (published.state === 'published')
      return { version: published.version, isNew: published.isNew };
    if (tries === MOST_TRIES) throw overtakenBy(await readEdit(db, formEdit(key)));
  }
};
