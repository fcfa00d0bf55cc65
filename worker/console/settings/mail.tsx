import { Hono } from 'hono';
import { z } from 'zod';
import { locales } from '../../../widget/locales/texts.ts';
import { retryFailed } from '../../admin/mail/retry.ts';
import { EmailTemplate, isOwnNotice, OwnNotice } from '../../contract/emails.ts';
import { keyOf } from '../../contract/key-of.ts';
import { Locale } from '../../contract/words.ts';
import { readDead } from '../../outbox/dead.ts';
import { readOutboxHealth } from '../../outbox/outbox.ts';
import { readAllTexts } from '../../outbox/templates.ts';
import { callerOf } from '../../platform/caller.ts';
import { inLocale } from '../../platform/in-locale.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { type Choice, ErrorSummary, Field, Select } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { EmptyState, PostButton, Table, Tile, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { languageName, localeOf, localised, wordsOf } from '../kit/words.ts';
import { emailName } from './email-names.ts';
import { emailScreens } from './mail-texts.tsx';
import { mailWords } from './mail-words.ts';

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
    <td>{emailName(c, email.template)}</td>
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
  template: string;
  texts: AllTexts[string] | undefined;
}) => {
  const own = localised(c, mailWords);
  return (
    <tr>
      <td>{emailName(c, template)}</td>
      <td>{inLocale(texts, localeOf(c))?.subject}</td>
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

/** Lists the privacy notices that the operator wrote, and begins another, or another language of one. */
const OwnNotices = ({
  c,
  texts,
  submitted,
}: {
  c: ConsoleContext;
  texts: AllTexts;
  submitted: Submitted;
}) => {
  const own = localised(c, mailWords);
  const notices = Object.entries(texts).filter(([template]) => isOwnNotice(template));
  return (
    <>
      <h2>{own.notices}</h2>
      <p class="intro">{own.noticesIntro}</p>
      {notices.length === 0 ? null : (
        <Table label={own.notices} head={[own.email, own.subject, own.languages]}>
          {notices.map(([template, each]) => (
            <TemplateRow c={c} template={template} texts={each} />
          ))}
        </Table>
      )}
      <form method="post" action="/console/mail/notices" class="card">
        <ErrorSummary submitted={submitted} words={wordsOf(c)} />
        <div class="sides">
          <Field name="name" label={own.noticeName} list="notices" required submitted={submitted} />
          <Select
            name="locale"
            label={own.language}
            value={localeOf(c)}
            choices={locales.map((each): Choice => [each, languageName(c, each)])}
            submitted={submitted}
          />
        </div>
        <datalist id="notices">
          {notices.map(([template]) => (
            <option value={template.replace('notice-', '')} />
          ))}
        </datalist>
        <button class="quiet">{own.addNotice}</button>
      </form>
    </>
  );
};

const showMail = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const own = localised(c, mailWords);
  const [texts, failed, health] = await Promise.all([
    readAllTexts(c.get('db')),
    readDead(c.get('db')),
    readOutboxHealth(c.get('db'), Date.now()),
  ]);
  return show(
    c,
    {
      title: wordsOf(c).mail,
      children: (
        <>
          <Tiles c={c} health={health} />
          <h2>{own.failedTitle}</h2>
          <FailedEmails c={c} emails={failed} />
          <h2>{own.emails}</h2>
          <Templates c={c} texts={texts} />
          <OwnNotices c={c} texts={texts} submitted={submitted} />
        </>
      ),
    },
    statusOf(submitted),
  );
};

/** Leads to the editor of a notice by its name: it is there once its texts are saved. */
const beginNotice = async (c: ConsoleContext): Promise<Response> => {
  const posted = await readPosted(c);
  const begun = await attempt(async () =>
    parse(z.object({ name: OwnNotice, locale: Locale }), {
      name: `notice-${keyOf(textOf(posted, 'name'))}`,
      locale: textOf(posted, 'locale'),
    }),
  );
  if (!begun.ok) return showMail(c, { values: posted, errors: begun.errors });
  return c.redirect(`/console/mail/${begun.value.name}/${begun.value.locale}`, 303);
};

/** Shows outgoing mail and the emails that failed, sends those again, and lists the templates. */
export const mailScreens = new Hono<ConsoleApp>()
  .use(screenFor('mail'))
  .get('/', (c) => showMail(c))
  .post('/notices', beginNotice)
  .post('/retries', async (c) => {
    await retryFailed(callerOf(c));
    return redirectWith(c, '/mail', 'sent');
  })
  .route('/', emailScreens);
