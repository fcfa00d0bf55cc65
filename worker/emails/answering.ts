// Emails about what a person asked for or did.
import { z } from 'zod';
import { decidedIn } from '../../widget/preferences/words/words.ts';
import { statementContent } from '../ledger/statement.ts';
import { recordsAt } from '../ledger/store.ts';
import { describedBy } from '../lists/names.ts';
import { preferenceTextsIn } from '../locales/preferences.ts';
import { emailFacts } from '../outbox/facts.ts';
import { momentsIn } from '../platform/zone.ts';
import { readReasons } from '../requests/answers.ts';
import { readRequest } from '../requests/store.ts';
import { knownZone } from '../settings/known-brand.ts';
import type { Composer } from './contents.ts';
import type { Item } from './email.ts';
import { preferencesUrl } from './links.ts';

/** Composes the email about the state of a request; `{grace}` says when an erasure is carried out. */
export const aboutRequest: Composer = async (composing, { facts, person, locale }) => {
  const { db } = composing;
  const { request: number } = emailFacts['request-done'].parse(facts);
  const request = await readRequest(db, number);
  if (!request) return null;
  const words = preferenceTextsIn(locale);
  const hasReason = request.state === 'refused' || request.extendedAt !== null;
  const reasons = hasReason ? await readReasons(db, number) : {};
  const days = momentsIn(locale, await knownZone(db), { withTime: false, month: 'long' });
  const day = (time: number) => days.format(time);
  const grace =
    request.state === 'waiting' && request.actsAt
      ? `${words.waiting.replace('{date}', () => day(request.actsAt ?? 0))}.`
      : '';
  return {
    values: {
      number: String(number),
      kind: words[request.kind],
      due: day(request.dueAt),
      grace,
      reason: (request.state === 'refused' ? reasons.refusal : reasons.extension) ?? '',
    },
    url: await preferencesUrl(composing, person),
  };
};

/** Tells a person that we use their data again, and why (GDPR art. 18(3)). */
export const restrictionLifted: Composer = async (composing, { facts, person }) => ({
  values: emailFacts['restriction-lifted'].parse(facts),
  url: await preferencesUrl(composing, person),
});

/** Leads a person to the copy of their data that they asked for (GDPR art. 15 and 20). */
export const dataReady: Composer = async (composing, due) => {
  const contents = await aboutRequest(composing, due);
  const url = await preferencesUrl(composing, due.person, 'data');
  return contents && url ? { ...contents, url: `${url}?to=data` } : contents;
};

/** The words that a save was made on, as its statement holds them. */
const Shown = z.object({
  purposes: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      text: z.string(),
      privacyTitle: z.string(),
      privacyUrl: z.string(),
      subscriptions: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          description: z.string(),
          frequency: z.string().optional(),
        }),
      ),
    }),
  ),
});

const shownItems = ({
  purposes,
}: z.infer<typeof Shown>): Map<string, Omit<Item, 'title'> & { title: string }> =>
  new Map(
    purposes.flatMap(({ key, title, text, privacyTitle, privacyUrl, subscriptions }) => [
      [`purpose/${key}`, { title, text, link: privacyTitle, url: privacyUrl }] as const,
      ...subscriptions.map(
        (each) =>
          [`subscription/${each.key}`, { title: each.name, text: describedBy(each) }] as const,
      ),
    ]),
  );

/** Tells a person what their save in the preference centre recorded, in the words that were shown. */
export const receipt: Composer = async (composing, { facts, person, locale }) => {
  const { db, publicUrl } = composing;
  const { recordedAt } = emailFacts.receipt.parse(facts);
  const records = await recordsAt(db, person, recordedAt);
  const statement = records[0]?.content.statement;
  const content = statement ? await statementContent(db, statement) : null;
  if (!content) return null;
  const shown = shownItems(Shown.parse(JSON.parse(content)));
  const words = preferenceTextsIn(locale);
  const items = records.map(({ content: { purpose, subscription, decision } }): Item => {
    const item = shown.get(purpose ? `purpose/${purpose}` : `subscription/${subscription}`);
    const title = item?.title ?? purpose ?? subscription ?? '';
    const kind = purpose ? 'purpose' : 'subscription';
    return { text: '', ...item, title: `${title}: ${decidedIn(words, kind, decision)}` };
  });
  const when = momentsIn(locale, await knownZone(db), { withTime: true, month: 'long' });
  return {
    values: { when: when.format(recordedAt), proof: `${publicUrl}/shown/${statement}` },
    items,
    url: await preferencesUrl(composing, person),
  };
};
