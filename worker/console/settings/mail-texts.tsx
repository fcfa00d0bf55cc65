import { Hono } from 'hono';
import { html } from 'hono/html';
import { mailEdit, resetMailTexts, saveMailTexts } from '../../admin/mail/save.ts';
import { previewEmail, sendTest } from '../../admin/mail/try.ts';
import { type EmailTexts, isOwnNotice, TemplateName } from '../../contract/emails.ts';
import { Locale } from '../../contract/words.ts';
import { placesOf } from '../../locales/emails.ts';
import { readTemplate, readTexts, shippedTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { EditedFrom, readEditable, seenOf } from '../kit/editable.tsx';
import { ErrorSummary, Field, TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { attempt, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { translated } from '../kit/translated.ts';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { emailName } from './email-names.ts';
import { emailWords } from './mail-words.ts';

/** Returns the template and the language in the path; throws `not-found` if there are none. */
const emailOf = (c: ConsoleContext) => {
  const template = TemplateName.safeParse(c.req.param('template'));
  const locale = Locale.safeParse(c.req.param('locale'));
  if (!template.success || !locale.success) throw new ProblemError('not-found');
  return { template: template.data, locale: locale.data };
};

type Own = (typeof emailWords)['en'];

const Placeholders = ({ template, own }: { template: TemplateName; own: Own }) => (
  <p class="tags">
    {own.placeholders}
    {placesOf(template).map((placeholder) => (
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
  path,
}: {
  c: ConsoleContext;
  isChanged: boolean;
  path: string;
}) => {
  const own = localised(c, emailWords);
  return (
    <p class="buttons">
      <button class="main">{wordsOf(c).save}</button>
      <button class="quiet" formaction={`${path}/test`}>
        {fill(own.test, { email: c.get('user').email })}
      </button>
      {isChanged ? (
        <button class="quiet" formaction={`${path}/reset`} formnovalidate>
          {own.reset}
        </button>
      ) : null}
    </p>
  );
};

/** The email as it is being written, with made-up contents; as it is saved to users who may only look at it. */
const Preview = ({ c, path }: { c: ConsoleContext; path: string }) => {
  const own = localised(c, emailWords);
  const preview = `${path}/preview`;
  const isReadOnly = c.get('isReadOnly') ?? false;
  return (
    <div class="preview">
      <h2>{own.preview}</h2>
      {isReadOnly ? null : (
        <button class="quiet" formtarget="preview" formaction={preview} formnovalidate>
          {own.update}
        </button>
      )}
      <iframe
        name="preview"
        src={isReadOnly ? preview : undefined}
        title={own.previewTitle}
        sandbox=""
      />
    </div>
  );
};

/** Reads the texts to edit: in a language that has none yet, those that people get instead. */
const readEdited = async (c: ConsoleContext) => {
  const { template, locale } = emailOf(c);
  const all = await readTemplate(c.get('db'), template);
  return {
    texts: all[locale] ?? (await readTexts(c.get('db'), template, locale)),
    isChanged: all[locale]?.changed === true,
  };
};

const showEmail = async (
  c: ConsoleContext,
  submitted: Submitted = {},
  message?: string,
): Promise<Response> => {
  const { template, locale } = emailOf(c);
  const words = wordsOf(c);
  const own = localised(c, emailWords);
  const [editable, { texts, isChanged }] = await Promise.all([
    readEditable(c, [mailEdit(template, locale)], submitted),
    readEdited(c),
  ]);
  const changed = shippedTexts(template, locale) ? own.changed : own.added;
  const path = `/console/mail/${template}/${locale}`;
  const form = (
    <form method="post" action={path} class="builder" data-preview>
      <div class="sheet">
        <EditedFrom c={c} editable={editable} submitted={submitted} />
        <ErrorSummary submitted={submitted} words={words} />
        <Placeholders template={template} own={own} />
        {isChanged ? <p class="intro">{changed}</p> : null}
        <TextFields texts={texts} locale={locale} own={own} submitted={submitted} />
        <Buttons c={c} isChanged={isChanged} path={path} />
      </div>
      <Preview c={c} path={path} />
    </form>
  );
  return show(
    c,
    {
      title: `${emailName(c, template)} (${languageName(c, locale)})`,
      back: ['/mail', words.mail],
      children: form,
      message,
    },
    statusOf(submitted),
  );
};

const textsFrom = (posted: Posted): EmailTexts => ({
  subject: textOf(posted, 'subject'),
  body: textOf(posted, 'body'),
  button: textOf(posted, 'button'),
  footer: textOf(posted, 'footer'),
});

/** Nothing in the frame may load, be sent or run, but the company's logo. */
const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

/** Shows an email in a frame of its editor; or why it could not be saved so. */
const showPreview = async (c: ConsoleContext, texts: EmailTexts): Promise<Response> => {
  const shown = await attempt(() => previewEmail(callerOf(c), { ...emailOf(c), texts }));
  c.header('Content-Security-Policy', FRAME_POLICY);
  c.header('Cache-Control', 'no-store');
  if (shown.ok) return c.html(shown.value.html);
  const names: Readonly<Record<string, string>> = localised(c, emailWords);
  const reasons = shown.errors.map(
    ({ field, message }) => `${names[field] ?? field}: ${translated(localeOf(c), message)}`,
  );
  return c.html(
    html`<!doctype html><html lang="${localeOf(c)}"><title>…</title><ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul></html>`,
  );
};

/** Sends the email as it is being written to the user, and shows it again as it was. */
const testEmail = async (c: ConsoleContext): Promise<Response> => {
  const { email } = c.get('user');
  const posted = await readPosted(c);
  const sample = { ...emailOf(c), texts: textsFrom(posted) };
  const sent = await attempt(() => sendTest(callerOf(c), sample, email));
  if (!sent.ok) return showEmail(c, { values: posted, errors: sent.errors });
  return showEmail(c, { values: posted }, fill(localised(c, emailWords).tested, { email }));
};

/** Changes the texts of an email template in one language, and resets them; shows and tests them before. */
export const emailScreens = new Hono<ConsoleApp>()
  .get('/:template/:locale', (c) => showEmail(c))
  .post('/:template/:locale', async (c) => {
    const { template, locale } = emailOf(c);
    const posted = await readPosted(c);
    const [seen] = seenOf(posted);
    const saved = await attempt(() =>
      saveMailTexts(callerOf(c), { template, locale, seen }, textsFrom(posted)),
    );
    if (!saved.ok) return showEmail(c, { values: posted, errors: saved.errors });
    return redirectWith(c, '/mail', 'saved');
  })
  .get('/:template/:locale/preview', async (c) => {
    const { subject, body, button, footer } = (await readEdited(c)).texts;
    return showPreview(c, { subject, body, button, footer });
  })
  .post('/:template/:locale/preview', async (c) => showPreview(c, textsFrom(await readPosted(c))))
  .post('/:template/:locale/test', testEmail)
  .post('/:template/:locale/reset', async (c) => {
    const { template, locale } = emailOf(c);
    const posted = await readPosted(c);
    const [seen] = seenOf(posted);
    const reset = await attempt(() => resetMailTexts(callerOf(c), { template, locale, seen }));
    if (!reset.ok) return showEmail(c, { values: posted, errors: reset.errors });
    // A language that does not ship is gone with its texts.
    return redirectWith(c, isOwnNotice(template) ? '/mail' : `/mail/${template}/${locale}`, 'done');
  });
