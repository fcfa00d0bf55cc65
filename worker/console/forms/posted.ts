import { z } from 'zod';
import { Draft } from '../../contract/draft.ts';
import { canonicalLocale } from '../../contract/locale.ts';
import { dayIn, endOfDay } from '../../platform/zone.ts';
import { isChecked, type Posted, textOf, textsOf } from '../kit/posted.ts';
import { inLocale, integerIn, lines, sectionsOf } from './posted-fields.ts';
import { styleFrom } from './style.tsx';

/** Names the day on whose end, or in whose course, a form closes. */
export const closingDay = (expiresAt: number | undefined, zone: string): string =>
  expiresAt === undefined ? '' : dayIn(zone, expiresAt - 1);

/** A form closes when its last day is over; a moment that the API has set stays while the day does. */
const closingFrom = (day: string, before: number | undefined, zone: string): number | undefined => {
  if (day === closingDay(before, zone)) return before;
  return z.iso.date().safeParse(day).success ? endOfDay(zone, day) : undefined;
};

/** Returns the draft that a posted editor holds; what it does not hold stays as in the draft before. */
export const draftFrom = (posted: Posted, before: Draft, zone: string): Draft => {
  const locale = textOf(posted, 'editing') || before.locale;
  const read = (name: string) => textOf(posted, name);
  const locales = textsOf(posted, 'locales')
    .flatMap((text) => text.split(/[\s,]+/))
    .filter(Boolean);
  const base = canonicalLocale(read('base')) ?? before.locale;
  return {
    name: read('name').trim() || undefined,
    locale: base,
    locales: [...new Set([base, ...(locales.length > 0 ? locales : before.locales)])],
    active: isChecked(posted, 'active'),
    confirm: isChecked(posted, 'confirm'),
    review: Draft.shape.review.catch('none').parse(read('review')),
    origins: textsOf(posted, 'origins').flatMap(lines),
    // Where Turnstile is not set up there is no box for it, and nothing is changed.
    turnstile: posted.hasTurnstile ? isChecked(posted, 'turnstile') : before.turnstile,
    style: styleFrom(posted),
    expiresAt: closingFrom(read('expires'), before.expiresAt, zone),
    maxSubmissions: integerIn(read('most')),
    title: inLocale(before.title, locale, read('title')),
    intro: inLocale(before.intro, locale, read('intro')),
    submit: inLocale(before.submit, locale, read('submit')),
    inactive: inLocale(before.inactive, locale, read('inactive')),
    done: {
      title: inLocale(before.done.title, locale, read('doneTitle')),
      text: inLocale(before.done.text, locale, read('doneText')),
      ...(read('redirect').trim() ? { redirect: read('redirect').trim() } : {}),
    },
    sections: sectionsOf(posted, before, locale),
  };
};
