import type { FormDefinition } from '../contract/definition.ts';
import type { FieldError } from '../contract/problem.ts';
import { Part } from '../contract/words.ts';
import { keepStatements, makeStatement } from '../ledger/statement.ts';
import { type Lists, readLists } from '../lists/store.ts';
import { audit } from '../platform/audit.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import type { Env } from '../platform/env.ts';
import { ProblemError } from '../platform/problems/problem.ts';
import { hasLinkKeys } from '../platform/signing/keys.ts';
import { readSetting } from '../settings/store.ts';
import { forget } from './cache.ts';
import { definitionErrors, missingTexts } from './check.ts';
import { compile, MissingList } from './compile.ts';
import { type ReadForm, readForm, writeForm, writeVersion } from './store.ts';

/** What came of publishing: the version that now stands, or why it could not be. */
export type Published =
  | { ok: true; version: number; isNew: boolean }
  | { ok: false; errors: FieldError[] };

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

const textErrors = (definition: FormDefinition): FieldError[] =>
  missingTexts(definition, definition.locale).map((field) => ({
    field,
    code: 'missing-text',
    message: 'Enter this text in the default language.',
  }));

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

/** Publishes a form over what it was before. */
export const publishOver = async (
  caller: Caller,
  { key, definition, onlyIfNew = false, also = [] }: Publishing,
  before: ReadForm | null,
  { lists, hosts }: Grounds,
): Promise<Published> => {
  const { db, now } = caller;
  const errors = [...definitionErrors(definition, hosts), ...textErrors(definition)];
  if (errors.length > 0) return { ok: false, errors };

  const current = before?.current;
  try {
    const same =
      current !== undefined &&
      looks(current.definition) === looks(definition) &&
      current.shown.size === definition.locales.length * Part.options.length &&
      (await compileAll(key, current.version, definition, lists)).every(
        ({ locale, part, statement }) =>
          current.shown.get(`${locale}/${part}`)?.statement === statement.sha256,
      );
    if (same && onlyIfNew) return { ok: true, version: current.version, isNew: false };
    const version = same ? current.version : (current?.version ?? 0) + 1;
    const shown = same ? [] : await compileAll(key, version, definition, lists);
    await db.batch([
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
        before: before && { version: before.current.version, ...before.latest },
        after: { version, ...definition },
      }),
      ...also,
    ]);
    forget(key);
    return { ok: true, version, isNew: !same };
  } catch (error) {
    return { ok: false, errors: [missingList(error)] };
  }
};

/** Throws 422 where a form asks for a confirmation that nothing could sign. */
const checkKeys = (env: Env, { confirm }: FormDefinition): void => {
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
  const errors = [...definitionErrors(definition, hosts), ...textErrors(definition)];
  if (errors.length === 0) errors.push(...(await listErrors(key, definition, lists)));
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
};

/**
 * Publishes a form; throws 422 with why it could not be. Settings are changed in place; a new version is made
 * only where something that a visitor sees, or what is done with an answer, has changed.
 */
export const publishForm = async (
  caller: Caller,
  publishing: Publishing,
): Promise<{ version: number; isNew: boolean }> => {
  const { env, db } = caller;
  checkKeys(env, publishing.definition);
  const [grounds, before] = await Promise.all([readGrounds(db), readForm(db, publishing.key)]);
  const published = await publishOver(caller, publishing, before, grounds);
  if (!published.ok) throw new ProblemError('invalid-fields', { errors: published.errors });
  return { version: published.version, isNew: published.isNew };
};
