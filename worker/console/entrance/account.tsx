import { Hono } from 'hono';
import { changeOwn, endOwnSession, OwnBody } from '../../admin/users/manage.ts';
import { liveSessions } from '../../admin/users/session.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Field, Select } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { Badge, PostButton, SubmitButton, Table, Time } from '../kit/parts.tsx';
import { readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { consoleLanguages, localeOf, localised, wordsOf } from '../kit/words.ts';

const accountWords = {
  en: {
    sessions: 'Active sessions',
    browser: 'Browser',
    since: 'Signed in',
    lastUsed: 'Last used',
    currentSession: 'This session',
    end: 'Sign out',
    signedInByAccess: 'You signed in through Cloudflare Access, which manages your sessions.',
    rights: 'My rights',
  },
  da: {
    sessions: 'Aktive sessioner',
    browser: 'Browser',
    since: 'Logget ind',
    lastUsed: 'Sidst brugt',
    currentSession: 'Denne session',
    end: 'Log ud',
    signedInByAccess: 'Du loggede ind gennem Cloudflare Access, som administrerer dine sessioner.',
    rights: 'Mine rettigheder',
  },
};

type Session = Awaited<ReturnType<typeof liveSessions>>[number];

const AccountForm = ({ c }: { c: ConsoleContext }) => {
  const words = wordsOf(c);
  const { email, name, locale } = c.get('user');
  return (
    <form method="post" class="sheet">
      <p>{email}</p>
      <Field name="name" label={words.name} value={name} required />
      <Select name="locale" label={words.language} value={locale} choices={consoleLanguages} />
      <SubmitButton label={words.save} />
    </form>
  );
};

const SessionRow = ({ c, session }: { c: ConsoleContext; session: Session }) => {
  const own = localised(c, accountWords);
  return (
    <tr>
      <td>
        <small>{session.browser || wordsOf(c).none}</small>
      </td>
      <td>
        <Time at={session.createdAt} locale={localeOf(c)} />
      </td>
      <td>
        <Time at={session.seenAt} locale={localeOf(c)} />
      </td>
      <td>
        {session.id === c.get('session') ? (
          <Badge is="good">{own.currentSession}</Badge>
        ) : (
          <PostButton action={`/account/sessions/${session.id}/end`} label={own.end} />
        )}
      </td>
    </tr>
  );
};

const Sessions = ({ c, sessions }: { c: ConsoleContext; sessions: readonly Session[] }) => {
  const own = localised(c, accountWords);
  return (
    <>
      <h2>{own.sessions}</h2>
      {sessions.length === 0 ? (
        <p>{own.signedInByAccess}</p>
      ) : (
        <Table
          label={own.sessions}
          head={[own.browser, own.since, own.lastUsed, wordsOf(c).actions]}
        >
          {sessions.map((session) => (
            <SessionRow c={c} session={session} />
          ))}
        </Table>
      )}
    </>
  );
};

const Rights = ({ c }: { c: ConsoleContext }) => (
  <>
    <h2>{localised(c, accountWords).rights}</h2>
    <p class="tags">
      {c.get('user').rights.map((right) => (
        <code>{right}</code>
      ))}
    </p>
  </>
);

const showAccount = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const sessions = await liveSessions(c.get('db'), c.get('user').id);
  return show(c, {
    title: words.account,
    actions: <PostButton action="/leave" label={words.signOut} />,
    children: (
      <>
        <AccountForm c={c} />
        <Sessions c={c} sessions={sessions} />
        <Rights c={c} />
      </>
    ),
  });
};

/** Shows and changes a user's own name, language and sessions. */
export const accountScreens = new Hono<ConsoleApp>()
  .get('/', showAccount)
  .post('/', async (c) => {
    const posted = await readPosted(c);
    const body = parse(OwnBody, {
      name: textOf(posted, 'name'),
      locale: textOf(posted, 'locale'),
    });
    const isChanged = await changeOwn(callerOf(c), c.get('user'), body);
    return isChanged ? redirectWith(c, '/account', 'saved') : c.redirect('/console/sign-in', 303);
  })
  .post('/sessions/:id/end', async (c) => {
    await endOwnSession(callerOf(c), c.get('user').id, c.req.param('id'));
    return redirectWith(c, '/account', 'ended');
  });
