import type { RequestKind } from '../../worker/contract/requests.ts';
import { fill } from '../locales/texts.ts';
import type { Choosing } from './choosing.ts';
import type { AccountWords } from './words/words.ts';

const DAY_MS = 86_400_000;

/** A right: what using it is called, and what comes of it and when. */
export type Right = {
  kind: RequestKind;
  title: string;
  text: string;
  /** Whether it takes a message; without one, its button is in sight and acts at once. */
  message?: 'optional' | 'required';
};

/** The rights that a person has (GDPR art. 15 to 21); to object, only where something may be objected to. */
export const rightsOf = ({ view, say, canObject }: Choosing, words: AccountWords): Right[] => {
  const { email, erasureDays } = view;
  const date = Date.now() + erasureDays * DAY_MS;
  return [
    { kind: 'access', title: words.access, text: words.accessAbout },
    { kind: 'portability', title: words.portability, text: words.portabilityAbout },
    {
      kind: 'rectification',
      title: words.rectification,
      text: words.rectificationAbout,
      message: 'required',
    },
    { kind: 'access', title: words.question, text: words.questionAbout, message: 'required' },
    {
      kind: 'restriction',
      title: words.restriction,
      text: words.restrictionAbout,
      message: 'optional',
    },
    ...(canObject
      ? [
          {
            kind: 'objection',
            title: words.objection,
            text: words.objectionAbout,
            message: 'optional',
          } as const,
        ]
      : []),
    {
      kind: 'erasure',
      title: words.erasure,
      text: fill(words.sure, { email, date: say.day(date) }),
      message: 'optional',
    },
  ];
};
