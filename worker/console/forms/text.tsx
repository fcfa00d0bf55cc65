import { Field, TextArea } from '../kit/fields.tsx';
import type { Editing } from './editing.ts';

/** Returns a text in a language; an empty text if there is none. */
export const textIn = (texts: Record<string, string> | undefined, locale: string): string =>
  texts?.[locale] ?? '';

/** A text in the language that is edited; in another than the default, that one's text is the hint. */
export const Text = ({
  editing: { locale, draft, focus, submitted },
  name,
  label,
  texts,
  isLong,
}: {
  editing: Editing;
  name: string;
  label: string;
  texts?: Record<string, string>;
  isLong?: boolean;
}) => {
  const value = textIn(texts, locale);
  const hint = locale === draft.locale ? undefined : textIn(texts, draft.locale) || undefined;
  return isLong ? (
    <TextArea
      name={name}
      label={label}
      value={value}
      help={hint}
      lang={locale}
      submitted={submitted}
    />
  ) : (
    <Field
      name={name}
      label={label}
      value={value}
      placeholder={hint}
      lang={locale}
      autofocus={focus === name}
      submitted={submitted}
    />
  );
};
