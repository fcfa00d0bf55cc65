import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** What is said to someone who entered no address. */
export const ENTER_EMAIL = 'Enter an email address in the format name@example.com.';

const tooSmall = ({ origin, minimum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string => {
  if (origin === 'string')
    return Number(minimum) <= 1 ? 'Enter this.' : `Enter at least ${minimum} characters.`;
  if (origin === 'array' || origin === 'set')
    return Number(minimum) <= 1 ? 'Add at least one.' : `Add at least ${minimum}.`;
  return `Enter ${minimum} or more.`;
};

const tooBig = ({ origin, maximum }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string => {
  if (origin === 'string') return `Enter ${maximum} characters or fewer.`;
  if (origin === 'array' || origin === 'set') return `Add no more than ${maximum}.`;
  return `Enter ${maximum} or less.`;
};

const formats: Readonly<Record<string, string>> = {
  url: 'Enter a web address that begins with https://.',
  email: ENTER_EMAIL,
  date: 'Enter a date.',
  uuid: 'Give an id.',
};

const types: Readonly<Record<string, string>> = {
  string: 'Enter this.',
  number: 'Enter a number.',
  int: 'Enter a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
};

/** Says in a plain sentence what to do about a value that a schema refuses and has no words of its own for. */
export const plainMessage = (issue: Issue): string => {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formats[issue.format] ?? 'Check the format.';
    case 'invalid_type':
      return types[issue.expected] ?? 'Check this.';
    case 'invalid_value':
    case 'invalid_union':
      return 'Select one of the choices.';
    case 'unrecognized_keys':
      return `There is no ${issue.keys.map((key) => `"${key}"`).join(', ')} here.`;
    case 'not_multiple_of':
      return `Enter a multiple of ${issue.divisor}.`;
    default:
      return 'Check this.';
  }
};
