import { z } from 'zod';
import { FormView } from '../contract/form.ts';
import { Channel } from '../contract/lists.ts';
import type { Preferences } from '../contract/preferences.ts';
import { formTextsIn } from '../locales/form.ts';
import { preferenceTextsIn } from '../locales/preferences.ts';
import { renderShown, renderShownPreferences } from '../pages/render.ts';

/** What a statement of the preference centre says: its words, without how anything stood. */
const ShownPreferences = z.object({
  page: z.literal('preferences'),
  locale: z.string(),
  purposes: z.array(
    z.object({
      key: z.string(),
      change: z.enum(['consent', 'object', 'none']),
      legalBasis: z.object({ key: z.string(), name: z.string(), description: z.string() }),
      title: z.string(),
      text: z.string(),
      description: z.string(),
      privacyTitle: z.string(),
      privacyUrl: z.string(),
      subscriptions: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          description: z.string(),
          frequency: z.string(),
          channel: Channel,
        }),
      ),
    }),
  ),
});

const nothingYet = { since: null, source: null, sourceLocale: null, record: null } as const;

const preferencesOf = ({ locale, purposes }: z.infer<typeof ShownPreferences>): Preferences => ({
  email: '…',
  locale,
  statement: '0'.repeat(64),
  purposes: purposes.map(({ legalBasis, subscriptions, ...purpose }) => ({
    ...nothingYet,
    ...purpose,
    // What is only told was shown with what belongs to it.
    decision: purpose.change === 'consent' ? null : 'informed',
    ends: [],
    legalBasis: { ...legalBasis, locale },
    locale,
    shownThen: null,
    subscriptions: subscriptions.map((type) => ({
      ...nothingYet,
      ...type,
      decision: null,
      locale,
      pausedUntil: null,
    })),
  })),
  ends: [],
  erasureDays: 0,
  timeZone: 'UTC',
  fields: [],
});

/** Returns markup of which nothing can be clicked, typed into or sent. Lit has escaped every `<` of a text. */
const readOnly = (markup: string): string =>
  markup
    .replace(/<(button|input|select|textarea)\b/g, '<$1 disabled')
    .replace(/(<form\b[^>]*?) action="[^"]*"/g, '$1');

/** A form inside another one has no button of its own. */
const withoutButtons = (markup: string): string =>
  markup.replace(/<p class="buttons">[\s\S]*?<\/p>/, '');

/**
 * Renders the very element that showed a statement, with its words and nothing filled in, to be looked at. `host` is
 * our address. Null where the statement is of another kind.
 */
export const renderStatement = async (content: unknown, host: string): Promise<string | null> => {
  const form = FormView.safeParse(content).data;
  if (form) {
    const markup = await renderShown({
      definition: { ...form, active: true, statement: '0'.repeat(64) },
      texts: formTextsIn(form.locale),
      host: `${host}/`,
    });
    return readOnly(form.part === 'field' ? withoutButtons(markup) : markup);
  }
  const preferences = ShownPreferences.safeParse(content).data;
  if (!preferences) return null;
  const markup = await renderShownPreferences({
    view: preferencesOf(preferences),
    words: preferenceTextsIn(preferences.locale),
    host: `${host}/`,
  });
  return readOnly(markup);
};
