import { Hono } from 'hono';
import { retryFailed } from '../../admin/mail/retry.ts';
import { EmailTemplate } from '../../contract/emails.ts';
import { readDead, readOutboxHealth } from '../../outbox/outbox.ts';
import { readAllTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { EmptyState, PostButton, Table, Tile, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { emailScreens } from './mail-texts.tsx';

const mailWords = {
  en: {
    waiting: 'Waiting',
    sent: 'Sent in the last 24 hours',
    failed: 'Failed',
    oldestSince: 'Oldest waiting since',
    emails: 'Email templates',
    emailsIntro:
      'You can edit the texts of every email. Placeholders in braces are filled in when an email is sent.',
    email: 'Email',
    languages: 'Languages',
    failedTitle: 'Failed emails',
    failedIntro: 'We tried to send these for two days. Check the reason, fix it, and try again.',
    tries: 'Tries',
    reason: 'Reason',
    retry: 'Retry all',
    subject: 'Subject',
    changed: 'changed',
    noneFailed: 'No failed emails.',
  },
  da: {
    waiting: 'Venter',
    sent: 'Sendt det seneste døgn',
    failed: 'Mislykket',
    oldestSince: 'Det ældste har ventet siden',
    emails: 'E-mailskabeloner',
    emailsIntro:
      'Du kan redigere teksterne i alle e-mails. Pladsholdere i krøllede parenteser udfyldes, når en e-mail sendes.',
    email: 'E-mail',
    languages: 'Sprog',
    failedTitle: 'Mislykkede e-mails',
    failedIntro: 'Vi har forsøgt at sende dem i to dage. Se årsagen, ret den, og prøv igen.',
    tries: 'Forsøg',
    reason: 'Årsag',
    retry: 'Prøv alle igen',
    subject: 'Emne',
    changed: 'ændret',
    noneFailed: 'Ingen mislykkede e-mails.',
  },
};

type OutboxHealth = Awaited<ReturnType<typeof readOutboxHealth>>;
type FailedEmail = Awaited<ReturnType<typeof readDead>>[number];
type AllTexts = Awaited<ReturnType<typeof readAllTexts>>;

const Tiles = ({ c, health }: { c: ConsoleContext; health: OutboxHealth }) => {
  const own = localised(c, mailWords);
  return (
    <div class="tiles">
      <Tile label={own.waiting}>{health.waiting}</Tile>
      <Tile label={own.sent}>{health.sent}</Tile>
      <Tile label={own.failed}>{health.dead}</Tile>
      {health.oldest === null ? null : (
        <Tile label={own.oldestSince}>
          <Time at={health.oldest} locale={localeOf(c)} />
        </Tile>
      )}
    </div>
  );
};

const FailedRow = ({ c, email }: { c: ConsoleContext; email: FailedEmail }) => (
  <tr>
    <td>{email.template}</td>
    <td>
      <Time at={email.createdAt} locale={localeOf(c)} />
    </td>
    <td class="number">{email.tries}</td>
    <td>
      <code>{email.error}</code>
    </td>
  </tr>
);

const FailedEmails = ({ c, emails }: { c: ConsoleContext; emails: readonly FailedEmail[] }) => {
  const own = localised(c, mailWords);
  if (emails.length === 0) return <EmptyState title={own.noneFailed} />;
  return (
    <>
      <p class="intro">{own.failedIntro}</p>
      <Table label={own.failedTitle} head={[own.email, wordsOf(c).when, own.tries, own.reason]}>
        {emails.map((email) => (
          <FailedRow c={c} email={email} />
        ))}
      </Table>
      <PostButton action="/mail/retries" label={own.retry} kind="main" />
    </>
  );
};

const TemplateRow = ({
  c,
  template,
  texts = {},
}: {
  c: ConsoleContext;
  template: EmailTemplate;
  texts: AllTexts[string] | undefined;
}) => {
  const own = localised(c, mailWords);
  return (
    <tr>
      <td>
        <code>{template}</code>
      </td>
      <td>{(texts[localeOf(c)] ?? texts.en)?.subject}</td>
      <td>
        <div class="tags">
          {Object.entries(texts).map(([language, { changed }]) => (
            <a href={`/console/mail/${template}/${language}`}>
              {changed ? `${language} (${own.changed})` : language}
            </a>
          ))}
        </div>
      </td>
    </tr>
  );
};

const Templates = ({ c, texts }: { c: ConsoleContext; texts: AllTexts }) => {
  const own = localised(c, mailWords);
  return (
    <>
      <p class="intro">{own.emailsIntro}</p>
      <Table label={own.emails} head={[own.email, own.subject, own.languages]}>
        {EmailTemplate.options.map((template) => (
          <TemplateRow c={c} template={template} texts={texts[template]} />
        ))}
      </Table>
    </>
  );
};

const showMail = async (c: ConsoleContext): Promise<Response> => {
  const own = localised(c, mailWords);
  const [texts, failed, health] = await Promise.all([
    readAllTexts(c.get('db')),
    readDead(c.get('db')),
    readOutboxHealth(c.get('db'), Date.now()),
  ]);
  return show(c, {
    title: wordsOf(c).mail,
    children: (
      <>
        <Tiles c={c} health={health} />
        <h2>{own.failedTitle}</h2>
        <FailedEmails c={c} emails={failed} />
        <h2>{own.emails}</h2>
        <Templates c={c} texts={texts} />
      </>
    ),
  });
};

/** Shows outgoing mail and the emails that failed, sends those again, and lists the templates. */
export const mailScreens = new Hono<ConsoleApp>()
  .use(screenFor('mail'))
  .get('/', showMail)
  .post('/retries', async (c) => {
    await retryFailed(callerOf(c));
    return redirectWith(c, '/mail', 'sent');
  })
  .route('/', emailScreens);
