import { Hono } from 'hono';
import { mailEdit, resetMailTexts, saveMailTexts } from '../../admin/mail/save.ts';
import { EmailTemplate, type EmailTexts } from '../../contract/emails.ts';
import { Locale } from '../../contract/words.ts';
import { places } from '../../locales/emails.ts';
import { readTemplate, shippedTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { EditedFrom, readEditable, seenOf } from '../kit/editable.tsx';
import { ErrorSummary, Field, TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { localised, wordsOf } from '../kit/words.ts';

const emailWords = {
  en: {
    placeholders: 'Placeholders',
    changed: 'These texts were edited. Reset restores the original texts.',
    added: 'This language was added here. Reset removes it.',
    subject: 'Subject',
    body: 'Text; separate paragraphs with an empty line',
    button: 'Button; leave empty for none',
    footer: 'Footer',
    reset: 'Reset',
  },
  da: {
    placeholders: 'Pladsholdere',
    changed: 'Teksterne er redigeret. Nulstil gendanner de oprindelige tekster.',
    added: 'Sproget er tilføjet her. Nulstil fjerner det.',
    subject: 'Emne',
    body: 'Tekst; adskil afsnit med en tom linje',
    button: 'Knap; lad feltet stå tomt for ingen',
    footer: 'Sidefod',
    reset: 'Nulstil',
  },
};

/** Returns the template and the language in the path; throws `not-found` if there are none. */
const emailOf = (c: ConsoleContext) => {
  const template = EmailTemplate.safeParse(c.req.param('template'));
  const locale = Locale.safeParse(c.req.param('locale'));
  if (!template.success || !locale.success) throw new ProblemError('not-found');
  return { template: template.data, locale: locale.data };
};

type Own = (typeof emailWords)['en'];

const Placeholders = ({ template, own }: { template: EmailTemplate; own: Own }) => (
  <p class="tags">
    {own.placeholders}
    {['sender', ...places[template]].map((placeholder) => (
      <code>{`{${placeholder}}`}</code>
    ))}
  </p>
);

const TextFields = ({
  texts,
  locale,
  own,
  submitted,
}: {
  texts: EmailTexts | undefined;
  locale: string;
  own: Own;
  submitted: Submitted;
}) => (
  <>
    <Field
      name="subject"
      label={own.subject}
      value={texts?.subject}
      required
      submitted={submitted}
    />
    <TextArea
      name="body"
      label={own.body}
      value={texts?.body}
      rows={12}
      required
      submitted={submitted}
      lang={locale}
    />
    <Field name="button" label={own.button} value={texts?.button} submitted={submitted} />
    <TextArea
      name="footer"
      label={own.footer}
      value={texts?.footer}
      required
      submitted={submitted}
      lang={locale}
    />
  </>
);

const Buttons = ({
  c,
  isChanged,
  resetPath,
}: {
  c: ConsoleContext;
  isChanged: boolean;
  resetPath: string;
}) => (
  <p class="buttons">
    <button class="main">{wordsOf(c).save}</button>
    {isChanged ? (
      <button class="quiet" formaction={resetPath} formnovalidate>
        {localised(c, emailWords).reset}
      </button>
    ) : null}
  </p>
);

const showEmail = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const { template, locale } = emailOf(c);
  const words = wordsOf(c);
  const own = localised(c, emailWords);
  const [editable, all] = await Promise.all([
    readEditable(c, [mailEdit(template, locale)], submitted),
    readTemplate(c.get('db'), template),
  ]);
  const isChanged = all[locale]?.changed === true;
  const changed = shippedTexts(template, locale) ? own.changed : own.added;
  const resetPath = `/console/mail/${template}/${locale}/reset`;
  const form = (
    <form method="post" class="sheet">
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      <ErrorSummary submitted={submitted} words={words} />
      <Placeholders template={template} own={own} />
      {isChanged ? <p class="intro">{changed}</p> : null}
      <TextFields texts={all[locale] ?? all.en} locale={locale} own={own} submitted={submitted} />
      <Buttons c={c} isChanged={isChanged} resetPath={resetPath} />
    </form>
  );
  return show(
    c,
    { title: `${template} (${locale})`, back: ['/mail', words.mail], children: form },
    statusOf(submitted),
  );
};

/** Changes the texts of an email template in one language, and resets them. */
export const emailScreens = new Hono<ConsoleApp>()
  .get('/:template/:locale', (c) => showEmail(c))
  .post('/:template/:locale', async (c) => {
    const { template, locale } = emailOf(c);
    const posted = await readPosted(c);
    const texts = Object.fromEntries(
      ['subject', 'body', 'button', 'footer'].map((name) => [name, textOf(posted, name)]),
    );
    const [seen] = seenOf(posted);
    const saved = await attempt(() =>
      saveMailTexts(callerOf(c), { template, locale, seen }, texts),
    );
    if (!saved.ok) return showEmail(c, { values: posted, errors: saved.errors });
    return redirectWith(c, '/mail', 'saved');
  })
  .post('/:template/:locale/reset', async (c) => {
    const { template, locale } = emailOf(c);
    const posted = await readPosted(c);
    const [seen] = seenOf(posted);
    const reset = await attempt(() => resetMailTexts(callerOf(c), { template, locale, seen }));
    if (!reset.ok) return showEmail(c, { values: posted, errors: reset.errors });
    return redirectWith(c, `/mail/${template}/${locale}`, 'done');
  });
