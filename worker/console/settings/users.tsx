import { type Context, Hono } from 'hono';
import { addUser, changeUser, NewUserBody } from '../../admin/users/manage.ts';
import { readUser, readUsers } from '../../admin/users/store.ts';
import { bundles, Right } from '../../contract/rights.ts';
import { type User, UserBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';
import { Badge, Check, Field, type Given, Select, Table, Time, Wrong } from '../kit/parts.tsx';
import { isTicked, type Posted, readPosted, textOf, textsOf, tried } from '../kit/posted.ts';
import { RightsChoice } from '../kit/rights.tsx';
import { leadTo, show } from '../kit/shell.tsx';
import { localeOf, said, wordsOf } from '../kit/words/words.ts';

const own = {
  en: {
    intro: 'Whoever stands here may sign in by a letter. What they may do is given right by right.',
    add: 'Add a user',
    lastIn: 'Last signed in',
    never: 'Never',
    active: 'May sign in',
    all: 'All rights',
    count: '{n} rights',
  },
  da: {
    intro: 'De personer, der står her, kan logge ind med et brev. Rettigheder gives én for én.',
    add: 'Tilføj en bruger',
    lastIn: 'Sidst logget ind',
    never: 'Aldrig',
    active: 'Må logge ind',
    all: 'Alle rettigheder',
    count: '{n} rettigheder',
  },
};

const languages = [
  ['en', 'English'],
  ['da', 'Dansk'],
] as const;

const bodyOf = (posted: Posted) => ({
  name: textOf(posted, 'name'),
  locale: textOf(posted, 'locale'),
  rights: textsOf(posted, 'rights'),
  active: isTicked(posted, 'active'),
});

const form = (c: Context<ConsoleApp>, user: User | undefined, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, own);
  const chosen = given.values ? textsOf(given.values, 'rights') : (user?.rights ?? []);
  const isActive = given.values ? isTicked(given.values, 'active') : (user?.active ?? true);
  return (
    <form method="post" class="sheet">
      <Wrong given={given} words={words} />
      {user ? null : <Field name="email" type="email" label={words.email} required given={given} />}
      <Field name="name" label={words.name} value={user?.name} required given={given} />
      <Select
        name="locale"
        label={words.language}
        value={user?.locale ?? 'en'}
        choices={languages}
        given={given}
      />
      <RightsChoice c={c} chosen={chosen} bundles={bundles} />
      <Check name="active" label={mine.active} checked={isActive} />
      <p class="buttons">
        <button class="main">{user ? words.save : words.add}</button>
      </p>
    </form>
  );
};

const rightsOf = (c: Context<ConsoleApp>, { rights }: User): string => {
  const mine = said(c, own);
  return rights.length === Right.options.length
    ? mine.all
    : mine.count.replace('{n}', String(rights.length));
};

const userOf = async (c: Context<ConsoleApp>): Promise<User> => {
  const user = await readUser(c.get('db'), c.req.param('id') ?? '');
  if (!user) throw new ProblemError('not-found');
  return user;
};

const showForm = (c: Context<ConsoleApp>, user: User | undefined, given?: Given) => {
  const back = ['/users', wordsOf(c).users] as const;
  const title = user?.name ?? said(c, own).add;
  return show(c, { title, back, children: form(c, user, given) }, given?.errors ? 422 : 200);
};

/** Who may use the console, and what they may do. */
export const userScreens = new Hono<ConsoleApp>()
  .use(may('users'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, own);
    const users = await readUsers(c.get('db'));
    return show(c, {
      title: words.users,
      beside: (
        <a class="main button" href="/console/users/new">
          {mine.add}
        </a>
      ),
      children: (
        <>
          <p class="intro">{mine.intro}</p>
          <Table
            label={words.users}
            head={[words.name, words.email, words.rights, mine.lastIn, words.state]}
          >
            {users.map((user) => (
              <tr>
                <td>
                  <a href={`/console/users/${user.id}`}>{user.name}</a>
                </td>
                <td>{user.email}</td>
                <td>{rightsOf(c, user)}</td>
                <td>
                  {user.signedInAt === null ? (
                    mine.never
                  ) : (
                    <Time at={user.signedInAt} locale={localeOf(c)} />
                  )}
                </td>
                <td>
                  <Badge is={user.active ? 'good' : 'off'}>
                    {user.active ? words.active : words.inactive}
                  </Badge>
                </td>
              </tr>
            ))}
          </Table>
        </>
      ),
    });
  })
  .get('/new', (c) => showForm(c, undefined))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const body = { ...bodyOf(posted), email: textOf(posted, 'email') };
    const added = await tried(() => addUser(callerOf(c), parse(NewUserBody, body)));
    if (!added.ok) return showForm(c, undefined, { values: posted, errors: added.errors });
    return leadTo(c, '/users', 'added');
  })
  .get('/:id', async (c) => showForm(c, await userOf(c)))
  .post('/:id', async (c) => {
    const user = await userOf(c);
    const posted = await readPosted(c);
    const changed = await tried(() =>
      changeUser(callerOf(c), user.id, parse(UserBody, bodyOf(posted))),
    );
    if (!changed.ok) return showForm(c, user, { values: posted, errors: changed.errors });
    return leadTo(c, '/users', 'saved');
  });
