import { Hono } from 'hono';
import { addUser, changeUser, NewUserBody } from '../../admin/users/manage.ts';
import { readUser, readUsers } from '../../admin/users/store.ts';
import { bundles, Right } from '../../contract/rights.ts';
import { type User, UserBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Checkbox, ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { Badge, Table, Time } from '../kit/parts.tsx';
import { attempt, isChecked, type Posted, readPosted, textOf, textsOf } from '../kit/posted.ts';
import { RightsChoice } from '../kit/rights.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';

const ownWords = {
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
  active: isChecked(posted, 'active'),
});

const form = (c: ConsoleContext, user: User | undefined, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, ownWords);
  const chosen = submitted.values ? textsOf(submitted.values, 'rights') : (user?.rights ?? []);
  const isActive = submitted.values
    ? isChecked(submitted.values, 'active')
    : (user?.active ?? true);
  return (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      {user ? null : (
        <Field name="email" type="email" label={words.email} required submitted={submitted} />
      )}
      <Field name="name" label={words.name} value={user?.name} required submitted={submitted} />
      <Select
        name="locale"
        label={words.language}
        value={user?.locale ?? 'en'}
        choices={languages}
        submitted={submitted}
      />
      <RightsChoice c={c} chosen={chosen} bundles={bundles} />
      <Checkbox name="active" label={own.active} checked={isActive} />
      <p class="buttons">
        <button class="main">{user ? words.save : words.add}</button>
      </p>
    </form>
  );
};

const rightsOf = (c: ConsoleContext, { rights }: User): string => {
  const own = localised(c, ownWords);
  return rights.length === Right.options.length
    ? own.all
    : own.count.replace('{n}', String(rights.length));
};

const userOf = async (c: ConsoleContext): Promise<User> => {
  const user = await readUser(c.get('db'), c.req.param('id') ?? '');
  if (!user) throw new ProblemError('not-found');
  return user;
};

const showForm = (c: ConsoleContext, user: User | undefined, submitted?: Submitted) => {
  const back = ['/users', wordsOf(c).users] as const;
  const title = user?.name ?? localised(c, ownWords).add;
  return show(
    c,
    { title, back, children: form(c, user, submitted) },
    submitted?.errors ? 422 : 200,
  );
};

/** Who may use the console, and what they may do. */
export const userScreens = new Hono<ConsoleApp>()
  .use(requireRight('users'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, ownWords);
    const users = await readUsers(c.get('db'));
    return show(c, {
      title: words.users,
      actions: (
        <a class="main button" href="/console/users/new">
          {own.add}
        </a>
      ),
      children: (
        <>
          <p class="intro">{own.intro}</p>
          <Table
            label={words.users}
            head={[words.name, words.email, words.rights, own.lastIn, words.state]}
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
                    own.never
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
    const added = await attempt(() => addUser(callerOf(c), parse(NewUserBody, body)));
    if (!added.ok) return showForm(c, undefined, { values: posted, errors: added.errors });
    return redirectWith(c, '/users', 'added');
  })
  .get('/:id', async (c) => showForm(c, await userOf(c)))
  .post('/:id', async (c) => {
    const user = await userOf(c);
    const posted = await readPosted(c);
    const changed = await attempt(() =>
      changeUser(callerOf(c), user.id, parse(UserBody, bodyOf(posted))),
    );
    if (!changed.ok) return showForm(c, user, { values: posted, errors: changed.errors });
    return redirectWith(c, '/users', 'saved');
  });
