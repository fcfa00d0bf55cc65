import { type Context, Hono } from 'hono';
import { resetMailTexts, saveMailTexts } from '../../admin/mail/save.ts';
import { EmailTemplate, type EmailTexts } from '../../contract/emails.ts';
import { Locale } from '../../contract/words.ts';
import { places } from '../../locales/emails.ts';
import { readTemplate, shippedTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Area, Field, type Given, Wrong } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { said, wordsOf } from '../kit/words/words.ts';

const own = {
  en: {
    places: 'Filled in',
    changed: 'These texts were changed here. Reset brings back the ones that come with Samtykke.',
    added: 'This language was added here. Reset removes it.',
    subject: 'Subject',
    body: 'Text; an empty line parts two paragraphs',
    button: 'On the button; empty for none',
    footer: 'Below',
    reset: 'Reset',
  },
  da: {
    places: 'Udfyldes',
    changed: 'Teksterne er ændret her. Nulstil henter dem tilbage, der følger med Samtykke.',
    added: 'Sproget er tilføjet her. Nulstil fjerner det.',
    subject: 'Emne',
    body: 'Tekst; en tom linje deler to afsnit',
    button: 'På knappen; tom for ingen',
    footer: 'Nederst',
    reset: 'Nulstil',
  },
};

const emailOf = (c: Context<ConsoleApp>) => {
  const template = EmailTemplate.safeParse(c.req.param('template'));
  const locale = Locale.safeParse(c.req.param('locale'));
  if (!template.success || !locale.success) throw new ProblemError('not-found');
  return { template: template.data, locale: locale.data };
};

type Own = (typeof own)['en'];

const Places = ({ template, mine }: { template: EmailTemplate; mine: Own }) => (
  <p class="tags">
    {mine.places}
    {['sender', ...places[template]].map((place) => (
      <code>{`{${place}}`}</code>
    ))}
  </p>
);

const Texts = ({
  texts,
  locale,
  mine,
  given,
}: {
  texts: EmailTexts | undefined;
  locale: string;
  mine: Own;
  given: Given;
}) => (
  <>
    <Field name="subject" label={mine.subject} value={texts?.subject} required given={given} />
    <Area
      name="body"
      label={mine.body}
      value={texts?.body}
      rows={12}
      required
      given={given}
      lang={locale}
    />
    <Field name="button" label={mine.button} value={texts?.button} given={given} />
    <Area
      name="footer"
      label={mine.footer}
      value={texts?.footer}
      required
      given={given}
      lang={locale}
    />
  </>
);

const showEmail = async (c: Context<ConsoleApp>, given: Given = {}) => {
  const { template, locale } = emailOf(c);
  const words = wordsOf(c);
  const mine = said(c, own);
  const all = await readTemplate(c.get('db'), template);
  const isChanged = all[locale]?.changed === true;
  const reset = `/console/mail/${template}/${locale}/reset`;
  return show(
    c,
    {
      title: `${template} (${locale})`,
      back: ['/mail', words.mail],
      children: (
        <form method="post" class="sheet">
          <Wrong given={given} words={words} />
          <Places template={template} mine={mine} />
          {isChanged ? (
            <p class="intro">{shippedTexts(template, locale) ? mine.changed : mine.added}</p>
          ) : null}
          <Texts texts={all[locale] ?? all.en} locale={locale} mine={mine} given={given} />
          <p class="buttons">
            <button class="main">{words.save}</button>
            {isChanged ? (
              <button class="quiet" formaction={reset} formnovalidate>
                {mine.reset}
              </button>
            ) : null}
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
  );
};

/** The texts of one email in one language. */
export const emailScreens = new Hono<ConsoleApp>()
  .get('/:template/:locale', (c) => showEmail(c))
  .post('/:template/:locale', async (c) => {
    const { template, locale } = emailOf(c);
    const posted = await readPosted(c);
    const texts = Object.fromEntries(
      ['subject', 'body', 'button', 'footer'].map((name) => [name, textOf(posted, name)]),
    );
    const saved = await tried(() => saveMailTexts(callerOf(c), template, locale, texts));
    if (!saved.ok) return showEmail(c, { values: posted, errors: saved.errors });
    return leadTo(c, '/mail', 'saved');
  })
  .post('/:template/:locale/reset', async (c) => {
    const { template, locale } = emailOf(c);
    await resetMailTexts(callerOf(c), template, locale);
    return leadTo(c, `/mail/${template}/${locale}`, 'done');
  });
