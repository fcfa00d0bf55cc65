import { missing } from '../../widget/locales/missing.ts';
import { fill, type Texts } from '../../widget/locales/texts.ts';
import { fieldKinds } from '../contract/field-kinds.ts';
import type { Field } from '../contract/form.ts';
import { normaliseEmail } from '../platform/email.ts';

/** Why an answer is refused: a code for programs and a sentence for the visitor. */
export type Refused = { code: string; message: string };

/** A phone number as people write it: at least five digits, and what they put between them. */
const isPhone = (text: string) =>
  /^\+?[\d\s().\-/]{5,30}$/.test(text) && text.replace(/\D/g, '').length >= 5;

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;

const isUploadId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The code of what is wrong, by which the visitor's texts have its sentence. */
type Wrong = 'email' | 'tel' | 'date' | 'integer' | 'tick' | 'file';

const formErrors: Partial<Record<Field['kind'], (text: string) => Wrong | undefined>> = {
  email: (text) => (normaliseEmail(text) ? undefined : 'email'),
  tel: (text) => (isPhone(text) ? undefined : 'tel'),
  date: (text) => (isDate(text) ? undefined : 'date'),
  integer: (text) => (/^-?\d{1,15}$/.test(text) ? undefined : 'integer'),
  checkbox: (text) => (text === 'yes' ? undefined : 'tick'),
  // Until it is sent, a file is known by the id that its upload was given.
  file: (text) => (isUploadId(text) ? undefined : 'file'),
};

const bounds = (field: Field, text: string, texts: Texts): Refused | undefined => {
  const value = fieldKinds[field.kind].bounds === 'number' ? Number(text) : text;
  if (field.min !== undefined && value < field.min)
    return { code: 'min', message: fill(texts.min, { n: field.min }) };
  if (field.max !== undefined && value > field.max)
    return { code: 'max', message: fill(texts.max, { n: field.max }) };
  return undefined;
};

const length = (field: Field, text: string, texts: Texts): Refused | undefined => {
  const most = field.maxLength ?? fieldKinds[field.kind].longest;
  if (text.length > most) return { code: 'long', message: fill(texts.long, { n: most }) };
  if (field.minLength !== undefined && text.length < field.minLength)
    return { code: 'short', message: fill(texts.short, { n: field.minLength }) };
  return undefined;
};

/** What is wrong with an answer to a field, by the form's definition; undefined when nothing is. */
export const fieldError = (
  field: Field,
  answer: string | readonly string[],
  texts: Texts,
): Refused | undefined => {
  const { many, bounds: hasBounds } = fieldKinds[field.kind];
  if (!many && typeof answer !== 'string') return { code: 'many', message: texts.choose };
  const values = (typeof answer === 'string' ? [answer] : answer).filter(Boolean);
  const [text] = values;
  if (text === undefined)
    return field.required ? { code: 'required', message: missing(field, texts) } : undefined;
  if (field.options) {
    const known = new Set(field.options.map(({ value }) => value));
    return values.every((value) => known.has(value)) && new Set(values).size === values.length
      ? undefined
      : { code: 'choose', message: texts.choose };
  }
  const wrong = formErrors[field.kind]?.(text);
  if (wrong) return { code: wrong, message: texts[wrong] };
  return hasBounds ? bounds(field, text, texts) : length(field, text, texts);
};
