import { getPublicSuffix } from 'tldts';
import type { FieldDefinition, FormDefinition } from '../contract/definition.ts';
import { fieldKinds } from '../contract/field-kinds.ts';
import {
  allFileTypes,
  fileSize,
  imagePattern,
  ratingScale,
  typesOf,
} from '../contract/field-settings.ts';
import type { FieldError } from '../contract/problem.ts';

const isWithin = (value: unknown, { least, most }: { least: number; most: number }): boolean =>
  value === undefined || (typeof value === 'number' && value >= least && value <= most);

/** What is wrong with what only ratings, files and images have. */
const elementErrors = ({ kind, max, value }: FieldDefinition): [string, string, string][] => {
  if (kind === 'rating' && !isWithin(max, ratingScale))
    return [['max', 'wrong-scale', 'Enter a number from 2 to 10.']];
  if (kind === 'file' && !isWithin(max, fileSize))
    return [['max', 'wrong-size', 'Enter a number from 1 to 20.']];
  if (kind === 'file' && !typesOf(value).every((type) => allFileTypes.includes(type)))
    return [['value', 'wrong-type', 'Select file types from the list.']];
  if (kind === 'image' && !imagePattern.test(value ?? ''))
    return [['value', 'required', 'Choose an image.']];
  return [];
};

const fieldErrors = (
  field: FieldDefinition,
  path: string,
  earlier: ReadonlySet<string>,
): FieldError[] => {
  const errors: FieldError[] = [];
  const { options, unseen, silent, bounds } = fieldKinds[field.kind];
  const wrong = (name: string, code: string, message: string) =>
    errors.push({ field: `${path}.${name}`, code, message });
  if (options === 'listed' && !field.options?.length)
    wrong('options', 'required', 'Add at least one option.');
  if ((unseen || silent) && field.required)
    wrong('required', 'not-possible', 'This field cannot be required: visitors do not answer it.');
  for (const [name, code, message] of elementErrors(field)) wrong(name, code, message);
  const bound = bounds === 'date' ? 'string' : 'number';
  for (const name of ['min', 'max'] as const)
    if (field[name] !== undefined && typeof field[name] !== bound)
      wrong(name, 'wrong-type', bound === 'string' ? 'Enter a date.' : 'Enter a number.');
  if (field.when && !earlier.has(field.when.field))
    wrong('when', 'unknown-field', 'Select a field that comes before this one.');
  return errors;
};

/** Under `*.com` anyone can have a website: a wildcard stands below a name that someone owns. */
const originErrors = (origins: readonly string[]): FieldError[] =>
  origins.flatMap((origin, n) => {
    const [host] = origin.split('://*.')[1]?.split(':') ?? [];
    if (!host) return [];
    const suffix = getPublicSuffix(host, { allowPrivateDomains: true });
    return suffix !== null && suffix !== host
      ? []
      : [
          {
            field: `origins.${n}`,
            code: 'public-suffix',
            message: `Anyone can have a website under "${host}". Enter a domain of yours: https://*.example.com`,
          },
        ];
  });

/** The audit log keeps a form as it was and as it is in one row, of which D1 takes 2 MB at most. */
const MOST_KB = 400;

/** What is wrong with the size of a form, published or not. */
export const sizeErrors = (form: object): FieldError[] =>
  new TextEncoder().encode(JSON.stringify(form)).length <= MOST_KB * 1024
    ? []
    : [
        {
          field: 'sections',
          code: 'too-large',
          message: `Shorten the texts: a form can have ${MOST_KB} kB at most.`,
        },
      ];

/**
 * What is wrong with a definition beyond its shape and its texts. `redirectHosts` are
 * those that the operator lets forms lead to: a form never adds to them itself.
 */
const definitionErrors = (
  definition: FormDefinition,
  redirectHosts: readonly string[],
): FieldError[] => {
  const errors = [...sizeErrors(definition), ...originErrors(definition.origins)];
  const earlier = new Set<string>();
  const purposes = new Set<string>();
  if (!definition.locales.includes(definition.locale))
    errors.push({
      field: 'locales',
      code: 'missing',
      message: 'Add the default language to the languages of the form.',
    });

  for (const [s, section] of definition.sections.entries()) {
    if (section.when && !earlier.has(section.when.field))
      errors.push({
        field: `sections.${s}.when`,
        code: 'unknown-field',
        message: 'Select a field that comes before this one.',
      });
    for (const [f, field] of section.fields.entries()) {
      const path = `sections.${s}.fields.${f}`;
      errors.push(...fieldErrors(field, path, earlier));
      if (earlier.has(field.key))
        errors.push({
          field: `${path}.key`,
          code: 'taken',
          message: `Another field has the key "${field.key}". Enter another key.`,
        });
      earlier.add(field.key);
    }
    for (const [p, { purpose }] of section.purposes.entries()) {
      if (purposes.has(purpose))
        errors.push({
          field: `sections.${s}.purposes.${p}`,
          code: 'taken',
          message: `The form asks for "${purpose}" twice. Remove one.`,
        });
      purposes.add(purpose);
    }
  }

  const email = definition.sections
    .flatMap(({ fields }) => fields)
    .find(({ key }) => key === 'email');
  if (email?.kind !== 'email' || !email.required || email.when)
    errors.push({
      field: 'sections',
      code: 'no-email',
      message: 'Add a required email address field with the key "email" that is always shown.',
    });
  if (
    definition.sections.some(
      ({ when, fields }) => when && fields.some(({ key }) => key === 'email'),
    )
  )
    errors.push({
      field: 'sections',
      code: 'no-email',
      message: 'Move the email address to a page that is always shown.',
    });

  const { redirect } = definition.done;
  if (redirect && !redirectHosts.includes(new URL(redirect).host))
    errors.push({
      field: 'done.redirect',
      code: 'host-not-allowed',
      message: `Forms may not redirect to "${new URL(redirect).host}" yet. Add it to the allowed redirect hosts in the settings first.`,
    });
  return errors;
};

/** Every text must have a value in the form's own locale; `path` names those that lack one. */
export const missingTexts = (value: unknown, locale: string, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const isText =
    !Array.isArray(value) &&
    /(^|\.)(label|help|placeholder|title|intro|submit|inactive|text)$/.test(path);
  if (isText) return locale in value ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    missingTexts(inner, locale, path ? `${path}.${name}` : name),
  );
};

const textErrors = (definition: FormDefinition): FieldError[] =>
  missingTexts(definition, definition.locale).map((field) => ({
    field,
    code: 'missing-text',
    message: 'Enter this text in the default language.',
  }));

/** What is wrong with a definition, of all that shows without a query: its parts, and the texts that it lacks. */
export const errorsIn = (definition: FormDefinition, hosts: readonly string[]): FieldError[] => [
  ...definitionErrors(definition, hosts),
  ...textErrors(definition),
];
