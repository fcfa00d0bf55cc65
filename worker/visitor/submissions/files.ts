import { Hono } from 'hono';
import { z } from 'zod';
import { fileSize, typesOf } from '../../contract/field-settings.ts';
import type { Field } from '../../contract/form.ts';
import { Key, Made } from '../../contract/words.ts';
import type { KnownForm } from '../../forms/cache.ts';
import { shownIn } from '../../forms/open.ts';
import { checkOrigin, formCors, formOf } from '../../forms/routes.ts';
import { textsIn } from '../../locales/shipped.ts';
import { operation } from '../../platform/api/operation.ts';
import { param, query } from '../../platform/api/valid.ts';
import { type Caller, callerOf } from '../../platform/caller.ts';
import type { App } from '../../platform/env.ts';
import { checkRate } from '../../platform/limits/rate.ts';
import { acceptedLocales } from '../../platform/locale.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { findFiles, keepFile } from '../../submissions/files.ts';

/** What a visitor may call a file: what is no part of a path, and not too long. */
const FileName = z
  .string()
  .overwrite((name) =>
    name
      .replace(/[\p{Cc}/\\]/gu, ' ')
      .trim()
      .slice(-120),
  )
  .pipe(z.string().min(1));

const MB = 1_000_000;

/** The fields of a form that ask for a file, in a language. */
const fileFields = (form: KnownForm, wanted: readonly string[]): Field[] =>
  (shownIn(form, wanted, 'form')?.view.sections ?? [])
    .flatMap(({ fields }) => fields)
    .filter(({ kind }) => kind === 'file');

/** Returns whether a form asks for files at all. */
export const asksForFiles = (form: KnownForm): boolean => fileFields(form, []).length > 0;

const refuse = (field: string, code: string, message: string): ProblemError =>
  new ProblemError('invalid-fields', { errors: [{ field: `fields.${field}`, code, message }] });

/** Throws 422, in the visitor's language, for a file that the field does not take. */
const judge = (
  { key, value, max }: Field,
  locale: string,
  file: { name: string; size: number },
): void => {
  const texts = textsIn(locale).files;
  const types = typesOf(value);
  const most = typeof max === 'number' ? max : fileSize.usual;
  if (!types.includes(file.name.split('.').pop()?.toLowerCase() ?? ''))
    throw refuse(key, 'type', texts.type.replace('{types}', types.join(', ')));
  if (file.size > most * MB || file.size === 0)
    throw refuse(key, 'size', texts.large.replace('{n}', String(most)));
};

/** Keeps a file for a field of a form until that is submitted; 422 where the field does not take it. */
export const takeFile = async (
  caller: Caller,
  form: KnownForm,
  { field, wanted, file }: { field: string; wanted: readonly string[]; file: File },
): Promise<string> => {
  const asked = fileFields(form, wanted).find(({ key }) => key === field);
  const locale = shownIn(form, wanted, 'form')?.view.locale ?? '';
  if (!asked) throw new ProblemError('not-found', { detail: 'The form has no such field.' });
  const name = FileName.parse(file.name);
  judge(asked, locale, { name, size: file.size });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return keepFile(caller, { form: form.settings.key, field, name, bytes });
};

/** Reads no more of a body than any file may have. */
const limited = async (
  body: ReadableStream<Uint8Array> | null,
): Promise<Uint8Array<ArrayBuffer>[]> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > fileSize.most * MB) throw new ProblemError('too-large');
    pieces.push(new Uint8Array(piece));
  }
  return pieces;
};

/** `POST /v1/forms/{key}/files/{field}?name=`: sends a file ahead of the submission that names it by its id. */
export const files = new Hono<App>().use('/:key/files/:field', formCors).post(
  '/:key/files/:field',
  operation({
    id: 'sendFile',
    summary: 'Send a file for a form',
    description:
      'Send the file as the body. The answer is the value of the field in the submission that follows within a day; without one, the file is deleted.',
    body: { 'application/octet-stream': z.string().meta({ format: 'binary' }) },
    answers: { 201: Made },
    problems: [
      'origin-not-allowed',
      'unknown-form',
      'not-found',
      'too-large',
      'invalid-fields',
      'too-many-requests',
      'unavailable',
    ],
  }),
  param({ key: z.string(), field: Key }, 'The form has no such field.'),
  query(z.object({ name: FileName })),
  async (c) => {
    const form = await formOf(c);
    checkOrigin(c, form);
    await checkRate(c, 'submissions', form.settings.key);
    const { name } = c.req.valid('query');
    const { field } = c.req.valid('param');
    const file = new File(await limited(c.req.raw.body), name);
    const wanted = acceptedLocales(c.req.header('Accept-Language'));
    return c.json({ id: await takeFile(callerOf(c), form, { field, wanted, file }) }, 201);
  },
);

/** Names, by field, what the ids of files in a submission stand for; null for an id that stands for nothing here. */
export const namesOfFiles = async (
  { db }: Pick<Caller, 'db'>,
  form: string,
  asked: Readonly<Record<string, string>>,
): Promise<Record<string, string | null>> => {
  const found = await findFiles(db, form, Object.values(asked));
  return Object.fromEntries(
    Object.entries(asked).map(([field, id]) => [
      field,
      found.find((file) => file.id === id && file.field === field)?.name ?? null,
    ]),
  );
};
