// An email with made-up contents, as its editor sees it before anyone gets it.
import { z } from 'zod';
import { EmailTexts, type TemplateName } from '../contract/emails.ts';
import { placesOf } from '../locales/emails.ts';
import { durationIn } from '../locales/own.ts';
import { preferenceTextsIn } from '../locales/preferences.ts';
import { disclosedOf, rightsIn } from '../personal-data/disclosure.ts';
import { inLocale, wordIn } from '../platform/in-locale.ts';
import { DAY } from '../platform/time.ts';
import { momentsIn } from '../platform/zone.ts';
import { knownZone } from '../settings/known-brand.ts';
import type { Composing, Contents } from './contents.ts';
import type { Email, Item } from './email.ts';
import { layOut } from './lay-out.ts';
import { described } from './notices.ts';

/** The texts of an email in a language, whether they are saved or not. */
export type Sample = { template: TemplateName; locale: string; texts: EmailTexts };

/** What a test email is kept with: its texts, and nothing of anyone. */
export const TestFacts = z.object({ test: EmailTexts });

/** Stands for what is known only once there is someone to write to. */
const UNKNOWN = '…';

/** What the places of any email may say. */
const sampleValues = async (
  { db, publicUrl, readings }: Composing,
  locale: string,
): Promise<Record<string, string>> => {
  const [disclosing, terms, { sources }, zone] = await Promise.all([
    readings.disclosing(),
    readings.terms(),
    readings.words(),
    knownZone(db),
  ]);
  const words = preferenceTextsIn(locale);
  const day = momentsIn(locale, zone, { withTime: false, month: 'long' });
  const moment = momentsIn(locale, zone, { withTime: true, month: 'long' });
  const now = Date.now();
  const facts = [
    ...['nature', 'consequences', 'measures', 'contact', 'reason'],
    ...['name', 'origin', 'size'],
  ];
  return {
    ...Object.fromEntries(facts.map((fact) => [fact, UNKNOWN])),
    page: `${publicUrl}/`,
    source: wordIn(sources, 'web-form', locale)?.name ?? UNKNOWN,
    rights: rightsIn(disclosing, locale).join(' '),
    hours: durationIn(locale, terms.confirmHours, 'hour'),
    days: durationIn(locale, terms.unconfirmedDays, 'day'),
    number: '1',
    kind: words.access,
    due: day.format(now + 30 * DAY),
    grace: `${words.waiting.replace('{date}', () => day.format(now + 30 * DAY))}.`,
    email: 'anna@example.com',
    when: moment.format(now),
    since: moment.format(now),
    proof: `${publicUrl}/shown/${UNKNOWN}`,
  };
};

/** Every purpose in use, with what the law asks to be said of it. */
const sampleItems = async ({ readings }: Composing, locale: string): Promise<Item[]> => {
  const [{ purposes }, disclosing] = await Promise.all([readings.lists(), readings.disclosing()]);
  return [...purposes.values()].flatMap(({ key, texts }) => {
    const words = inLocale(texts, locale);
    return words ? [described(words, disclosedOf(disclosing, key, locale))] : [];
  });
};

/** Composes an email from texts that may not be saved yet, about nobody. */
export const composeSample = async (
  composing: Composing,
  { template, locale, texts }: Sample,
  sender: string,
): Promise<Email> => {
  const [values, items] = await Promise.all([
    sampleValues(composing, locale),
    sampleItems(composing, locale),
  ]);
  const contents: Contents = { values, items, url: `${composing.publicUrl}/` };
  const hasCode = placesOf(template).includes('code');
  return layOut(composing, {
    texts: { ...texts, locale },
    contents: hasCode ? { ...contents, code: '123456' } : contents,
    sender,
  });
};

/** Composes the same to be sent to a user: its subject says that it is a test. */
export const composeTest = async (
  composing: Composing,
  sample: Sample,
  sender: string,
): Promise<Email> => {
  const email = await composeSample(composing, sample, sender);
  return { ...email, subject: `[Test] ${email.subject}` };
};
