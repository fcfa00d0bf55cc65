import { Hono } from 'hono';
import { retryFailed } from '../../admin/mail/retry.ts';
import { EmailTemplate } from '../../contract/emails.ts';
import { readDead, readOutboxHealth } from '../../outbox/outbox.ts';
import { readAllTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { emailScreens } from './mail-texts.tsx';

const ownWords = {
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
    changed: 'changed',
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
    changed: 'ændret',
    allWell: 'Intet blev opgivet.',
  },
};

/** Outgoing mail: how it fares, and the words of every letter. */
export const mailScreens = new Hono<ConsoleApp>()
  .use(requireRight('mail'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, ownWords);
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
              <span>{own.waiting}</span>
            </div>
            <div class="tile">
              <strong>{health.sent}</strong>
              <span>{own.sent}</span>
            </div>
            <div class="tile">
              <strong>{health.dead}</strong>
              <span>{own.dead}</span>
            </div>
            {health.oldest === null ? null : (
              <div class="tile">
                <strong>
                  <Time at={health.oldest} locale={locale} />
                </strong>
                <span>{own.oldest}</span>
              </div>
            )}
          </div>
          <h2>{own.deadTitle}</h2>
          {dead.length === 0 ? (
            <EmptyState title={own.allWell} />
          ) : (
            <>
              <p class="intro">{own.deadIntro}</p>
              <Table label={own.deadTitle} head={[own.letter, words.when, own.tries, own.reason]}>
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
              <PostButton action="/mail/retries" label={own.again} kind="main" />
            </>
          )}
          <h2>{own.letters}</h2>
          <p class="intro">{own.lettersIntro}</p>
          <Table label={own.letters} head={[own.letter, own.subject, own.languages]}>
            {EmailTemplate.options.map((template) => (
              <tr>
                <td>
                  <code>{template}</code>
                </td>
                <td>{(texts[template]?.[locale] ?? texts[template]?.en)?.subject}</td>
                <td>
                  <div class="tags">
                    {Object.entries(texts[template] ?? {}).map(([language, { changed }]) => (
                      <a href={`/console/mail/${template}/${language}`}>
                        {changed ? `${language} (${own.changed})` : language}
                      </a>
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
    await retryFailed(callerOf(c));
    return redirectWith(c, '/mail', 'sent');
  })
  .route('/', emailScreens);
