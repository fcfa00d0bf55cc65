import { Hono } from 'hono';
import { changeOwn, endOwnSession, OwnBody, userEdit } from '../../admin/users/manage.ts';
import { liveSessions } from '../../admin/users/session.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom, readEditable, seenOf } from '../kit/editable.tsx';
import { ErrorSummary, Field, Select } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { Badge, PostButton, SubmitButton, Table, Time } from '../kit/parts.tsx';
import { attempt, readPosted, textOf } from '../kit/posted.ts';
import { rightName } from '../kit/right-names.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { consoleLanguages, localeOf, localised, wordsOf } from '../kit/words.ts';

const accountWords = {
  en: {
    sessions: 'Active sessions',
    browser: 'Browser',
    since: 'Signed in',
    lastUsed: 'Last used',
    currentSession: 'This session',
    end: 'End session',
    signedInByAccess: 'You signed in through Cloudflare Access, which manages your sessions.',
    rights: 'My rights',
  },
  da: {
    sessions: 'Aktive sessioner',
    browser: 'Browser',
    since: 'Logget ind',
    lastUsed: 'Sidst brugt',
    currentSession: 'Denne session',
    end: 'Afslut session',
    signedInByAccess: 'Du loggede ind gennem Cloudflare Access, som administrerer dine sessioner.',
    rights: 'Mine rettigheder',
  },
};

type Session = Awaited<ReturnType<typeof liveSessions>>[number];

const AccountForm = ({
  c,
  editable,
  submitted,
}: {
  c: ConsoleContext;
  editable: Editable;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const { email, name, locale } = c.get('user');
  return (
    <form method="post" class="sheet">
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      <ErrorSummary submitted={submitted} words={words} />
      <p>{email}</p>
      <Field name="name" label={words.name} value={name} required submitted={submitted} />
      <Select
        name="locale"
        label={words.language}
        value={locale}
        choices={consoleLanguages}
        submitted={submitted}
      />
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
    <ul>
      {c.get('user').rights.map((right) => (
        <li>{rightName(c, right)}</li>
      ))}
    </ul>
  </>
);

/** Shows the signed-in user, who was read when the request came; `submitted` is what was refused. */
const showAccount = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const words = wordsOf(c);
  const { id } = c.get('user');
  const [editable, sessions] = await Promise.all([
    readEditable(c, [userEdit(id)], submitted),
    liveSessions(c.get('db'), id),
  ]);
  return show(
    c,
    {
      title: words.account,
      actions: <PostButton action="/leave" label={words.signOut} />,
      children: (
        <>
          <AccountForm c={c} editable={editable} submitted={submitted} />
          <Sessions c={c} sessions={sessions} />
          <Rights c={c} />
        </>
      ),
    },
    statusOf(submitted),
  );
};

/** Shows and changes a user's own name, language and sessions. */
export const accountScreens = new Hono<ConsoleApp>()
  .get('/', (c) => showAccount(c))
  .post('/', async (c) => {
    const posted = await readPosted(c);
    const [seen] = seenOf(posted);
    const body = { name: textOf(posted, 'name'), locale: textOf(posted, 'locale') };
    const changed = await attempt(() =>
      changeOwn(callerOf(c), c.get('user'), parse(OwnBody, body), seen),
    );
    if (!changed.ok) return showAccount(c, { values: posted, errors: changed.errors });
    return changed.value
      ? redirectWith(c, '/account', 'saved')
      : c.redirect('/console/sign-in', 303);
  })
  .post('/sessions/:id/end', async (c) => {
    await endOwnSession(callerOf(c), c.get('user').id, c.req.param('id'));
    return redirectWith(c, '/account', 'ended');
  });
