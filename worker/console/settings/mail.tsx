import { type Context, Hono } from 'hono';
import { saveMailTexts } from '../../admin/mail/save.ts';
import { Locale } from '../../contract/words.ts';
import { readDead, readOutboxHealth, revive } from '../../outbox/outbox.ts';
import { type MailTexts, readAllTexts, Template } from '../../outbox/templates.ts';
import { writeAct } from '../../platform/audit.ts';
import type { App } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import { may } from '../kit/guard.ts';
import { Act, Area, Empty, Field, type Given, Table, Time, Wrong } from '../kit/parts.tsx';
import { readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { localeOf, said, wordsOf } from '../kit/words/words.ts';

const own = {
  en: {
    waiting: 'Waiting to go out',
    sent: 'Sent in the last day',
    dead: 'Given up',
    oldest: 'The oldest waits since',
    letters: 'Letters',
    lettersIntro:
      'Every word of every letter can be changed. What stands in braces is filled in when it goes out.',
    letter: 'Letter',
    languages: 'Languages',
    deadTitle: 'Letters that were given up',
    deadIntro: 'They were tried for two days. Look at the reason, mend it, and try again.',
    tries: 'Tries',
    reason: 'Reason',
    again: 'Try all of them again',
    subject: 'Subject',
    body: 'Text; an empty line parts two paragraphs',
    button: 'On the button; empty for none',
    footer: 'Below',
    places: 'Filled in',
    allWell: 'Nothing was given up.',
  },
  da: {
    waiting: 'Venter på at blive sendt',
    sent: 'Sendt det seneste døgn',
    dead: 'Opgivet',
    oldest: 'Det ældste har ventet siden',
    letters: 'Breve',
    lettersIntro:
      'Hvert ord i hvert brev kan ændres. Det, der står i krøllede parenteser, udfyldes, når brevet sendes.',
    letter: 'Brev',
    languages: 'Sprog',
    deadTitle: 'Breve, der blev opgivet',
    deadIntro: 'De blev forsøgt i to dage. Se på grunden, ret den, og prøv igen.',
    tries: 'Forsøg',
    reason: 'Grund',
    again: 'Prøv dem alle igen',
    subject: 'Emne',
    body: 'Tekst; en tom linje deler to afsnit',
    button: 'På knappen; tom for ingen',
    footer: 'Nederst',
    places: 'Udfyldes',
    allWell: 'Intet blev opgivet.',
  },
};

const letterOf = (c: Context<App>) => {
  const template = Template.safeParse(c.req.param('template'));
  const locale = Locale.safeParse(c.req.param('locale'));
  if (!template.success || !locale.success) throw new ProblemError('not-found');
  return { template: template.data, locale: locale.data };
};

const showLetter = async (c: Context<App>, given: Given = {}) => {
  const { template, locale } = letterOf(c);
  const words = wordsOf(c);
  const mine = said(c, own);
  const all = (await readAllTexts(c.get('db')))[template] ?? {};
  const texts: MailTexts | undefined = all[locale] ?? all.en;
  const places = [
    ...new Set(`${texts?.subject} ${texts?.body} ${texts?.footer}`.match(/\{\w+\}/g)),
  ];
  return show(
    c,
    {
      title: `${template} (${locale})`,
      back: ['/mail', words.mail],
      children: (
        <form method="post" class="sheet">
          <Wrong given={given} words={words} />
          {places.length > 0 ? (
            <p class="tags">
              {mine.places}
              {places.map((place) => (
                <code>{place}</code>
              ))}
            </p>
          ) : null}
          <Field
            name="subject"
            label={mine.subject}
            value={texts?.subject}
            required
            given={given}
          />
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
          <p class="buttons">
            <button class="main">{words.save}</button>
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
  );
};

/** Outgoing mail: how it fares, and the words of every letter. */
export const mailScreens = new Hono<App>()
  .use(may('mail'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, own);
    const locale = localeOf(c);
    const [texts, dead, health] = await Promise.all([
      readAllTexts(c.get('db')),
      readDead(c.get('db')),
      readOutboxHealth(c.get('db'), Date.now()),
    ]);
    return show(c, {
      title: words.mail,
      children: (
        <>
          <div class="tiles">
            <div class="tile">
              <strong>{health.waiting}</strong>
              <span>{mine.waiting}</span>
            </div>
            <div class="tile">
              <strong>{health.sent}</strong>
              <span>{mine.sent}</span>
            </div>
            <div class="tile">
              <strong>{health.dead}</strong>
              <span>{mine.dead}</span>
            </div>
            {health.oldest === null ? null : (
              <div class="tile">
                <strong>
                  <Time at={health.oldest} locale={locale} />
                </strong>
                <span>{mine.oldest}</span>
              </div>
            )}
          </div>
          <h2>{mine.deadTitle}</h2>
          {dead.length === 0 ? (
            <Empty title={mine.allWell} />
          ) : (
            <>
              <p class="intro">{mine.deadIntro}</p>
              <Table
                label={mine.deadTitle}
                head={[mine.letter, words.when, mine.tries, mine.reason]}
              >
                {dead.map((letter) => (
                  <tr>
                    <td>{letter.template}</td>
                    <td>
                      <Time at={letter.createdAt} locale={locale} />
                    </td>
                    <td class="number">{letter.tries}</td>
                    <td>
                      <code>{letter.error}</code>
                    </td>
                  </tr>
                ))}
              </Table>
              <Act action="/mail/retries" label={mine.again} kind="main" />
            </>
          )}
          <h2>{mine.letters}</h2>
          <p class="intro">{mine.lettersIntro}</p>
          <Table label={mine.letters} head={[mine.letter, mine.subject, mine.languages]}>
            {Template.options.map((template) => (
              <tr>
                <td>
                  <code>{template}</code>
                </td>
                <td>{(texts[template]?.[locale] ?? texts[template]?.en)?.subject}</td>
                <td>
                  <div class="tags">
                    {Object.keys(texts[template] ?? {}).map((language) => (
                      <a href={`/console/mail/${template}/${language}`}>{language}</a>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </Table>
        </>
      ),
    });
  })
  .post('/retries', async (c) => {
    await c
      .get('db')
      .batch([
        revive(c.get('db'), Date.now()),
        writeAct(c.get('db'), { actor: c.get('actor'), act: 'mail.retry', object: 'dead' }),
      ]);
    return leadTo(c, '/mail', 'sent');
  })
  .get('/:template/:locale', (c) => showLetter(c))
  .post('/:template/:locale', async (c) => {
    const { template, locale } = letterOf(c);
    const posted = await readPosted(c);
    const texts = Object.fromEntries(
      ['subject', 'body', 'button', 'footer'].map((name) => [name, textOf(posted, name)]),
    );
    const saved = await tried(() =>
      saveMailTexts(c.get('db'), c.get('actor'), template, parse(Locale, locale), texts),
    );
    if (!saved.ok) return showLetter(c, { values: posted, errors: saved.errors });
    return leadTo(c, '/mail', 'saved');
  });
