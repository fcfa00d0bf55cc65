import { Hono } from 'hono';
import { changeOwn, endOwnSession, OwnBody } from '../../admin/users/manage.ts';
import { liveSessions } from '../../admin/users/session.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Field, Select } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { Badge, PostButton, Table, Time } from '../kit/parts.tsx';
import { readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';

const ownWords = {
  en: {
    sessions: 'Where I am signed in',
    browser: 'Browser',
    since: 'Since',
    seen: 'Last used',
    here: 'This one',
    end: 'End',
    access: 'You came in through Cloudflare Access, which keeps your sessions.',
    may: 'What I may do',
  },
  da: {
    sessions: 'Her er jeg logget ind',
    browser: 'Browser',
    since: 'Siden',
    seen: 'Sidst brugt',
    here: 'Denne',
    end: 'Afslut',
    access: 'Du kom ind gennem Cloudflare Access, som holder styr på dine sessioner.',
    may: 'Det må jeg',
  },
};

const languages = [
  ['en', 'English'],
  ['da', 'Dansk'],
] as const;

/** A user's own name, language and sessions. */
export const accountScreens = new Hono<ConsoleApp>()
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, ownWords);
    const user = c.get('user');
    const sessions = await liveSessions(c.get('db'), user.id);
    const locale = localeOf(c);
    return show(c, {
      title: words.account,
      actions: <PostButton action="/leave" label={words.signOut} />,
      children: (
        <>
          <form method="post" class="sheet">
            <p>{user.email}</p>
            <Field name="name" label={words.name} value={user.name} required />
            <Select name="locale" label={words.language} value={user.locale} choices={languages} />
            <p class="buttons">
              <button class="main">{words.save}</button>
            </p>
          </form>
          <h2>{own.sessions}</h2>
          {sessions.length === 0 ? (
            <p>{own.access}</p>
          ) : (
            <Table label={own.sessions} head={[own.browser, own.since, own.seen, words.actions]}>
              {sessions.map((session) => (
                <tr>
                  <td>
                    <small>{session.browser || words.none}</small>
                  </td>
                  <td>
                    <Time at={session.createdAt} locale={locale} />
                  </td>
                  <td>
                    <Time at={session.seenAt} locale={locale} />
                  </td>
                  <td>
                    {session.id === c.get('session') ? (
                      <Badge is="good">{own.here}</Badge>
                    ) : (
                      <PostButton action={`/account/sessions/${session.id}/end`} label={own.end} />
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
          <h2>{own.may}</h2>
          <p class="tags">
            {user.rights.map((right) => (
              <code>{right}</code>
            ))}
          </p>
        </>
      ),
    });
  })
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
