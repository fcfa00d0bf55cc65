import { Hono } from 'hono';
import { unlinkAccount } from '../../admin/users/linked.ts';
import { addUser, changeUser, NewUserBody, userEdit } from '../../admin/users/manage.ts';
import { readUser, readUsers } from '../../admin/users/store.ts';
import { bundles } from '../../contract/rights.ts';
import { type User, UserBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom, readEditable, seenOf } from '../kit/editable.tsx';
import { Checkbox, ErrorSummary, Field, Select } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { Badge, LinkButton, PostButton, SubmitButton, Table, Time } from '../kit/parts.tsx';
import { attempt, isChecked, type Posted, readPosted, textOf, textsOf } from '../kit/posted.ts';
import { bundleOf, RightsChoice } from '../kit/rights.tsx';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { consoleLanguages, fill, fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';

const userWords = {
  en: {
    intro: 'Users sign in with a link that we send by email. Each user has their own rights.',
    add: 'Add a user',
    lastSignIn: 'Last sign-in',
    neverSignedIn: 'Never',
    maySignIn: 'Can sign in',
    rightCount: { one: '{n} right', other: '{n} rights' },
    linkedAccount: 'Account at {provider}',
    linkedText:
      'Linked at the first sign-in with it. Unlinking ends the sessions of this user; the account with their address that signs in next is linked in its place.',
    unlink: 'Unlink account',
  },
  da: {
    intro:
      'Brugere logger ind med et link, som vi sender på e-mail. Hver bruger har sine egne rettigheder.',
    add: 'Tilføj en bruger',
    lastSignIn: 'Sidst logget ind',
    neverSignedIn: 'Aldrig',
    maySignIn: 'Kan logge ind',
    rightCount: { one: '{n} rettighed', other: '{n} rettigheder' },
    linkedAccount: 'Konto hos {provider}',
    linkedText:
      'Tilknyttet ved det første login med den. Fjernes tilknytningen, afsluttes brugerens sessioner, og den konto med brugerens adresse, der logger ind næste gang, tilknyttes i stedet.',
    unlink: 'Fjern tilknytning',
  },
};

const userFrom = (posted: Posted) => ({
  name: textOf(posted, 'name'),
  locale: textOf(posted, 'locale'),
  rights: textsOf(posted, 'rights'),
  active: isChecked(posted, 'active'),
});

type FormProps = {
  c: ConsoleContext;
  user: User | undefined;
  editable?: Editable | undefined;
  submitted: Submitted;
};

const UserForm = ({ c, user, editable, submitted }: FormProps) => {
  const words = wordsOf(c);
  return (
    <form method="post" class="sheet">
      {editable ? <EditedFrom c={c} editable={editable} submitted={submitted} /> : null}
      <ErrorSummary submitted={submitted} words={words} />
      {user ? null : (
        <Field name="email" type="email" label={words.email} required submitted={submitted} />
      )}
      <Field name="name" label={words.name} value={user?.name} required submitted={submitted} />
      <Select
        name="locale"
        label={words.language}
        value={user?.locale ?? 'en'}
        choices={consoleLanguages}
        submitted={submitted}
      />
      <RightsChoice c={c} chosen={user?.rights ?? []} bundles={bundles} submitted={submitted} />
      <Checkbox
        name="active"
        label={localised(c, userWords).maySignIn}
        checked={user?.active ?? true}
        submitted={submitted}
      />
      <SubmitButton label={user ? words.save : words.add} />
    </form>
  );
};

const LinkedAccount = ({ c, user }: { c: ConsoleContext; user: User }) => {
  const own = localised(c, userWords);
  if (!user.linkedAccount) return null;
  const { issuer, since } = user.linkedAccount;
  return (
    <section>
      <h2>{fill(own.linkedAccount, { provider: new URL(issuer).hostname })}</h2>
      <p>
        <Time at={since} locale={localeOf(c)} />
      </p>
      <p>{own.linkedText}</p>
      <PostButton action={`/users/${user.id}/unlink`} label={own.unlink} />
    </section>
  );
};

const readUserOf = async (c: ConsoleContext): Promise<User> => {
  const user = await readUser(c.get('db'), c.req.param('id') ?? '');
  if (!user) throw new ProblemError('not-found');
  return user;
};

const showUserForm = (
  c: ConsoleContext,
  { user, editable, submitted = {} }: Partial<FormProps>,
): Promise<Response> =>
  show(
    c,
    {
      title: user?.name ?? localised(c, userWords).add,
      back: ['/users', wordsOf(c).users],
      children: (
        <>
          <UserForm c={c} user={user} editable={editable} submitted={submitted} />
          {user ? <LinkedAccount c={c} user={user} /> : null}
        </>
      ),
    },
    statusOf(submitted),
  );

/** Shows the user in the path; `submitted` is what was refused. */
const showUser = async (c: ConsoleContext, submitted: Submitted = {}): Promise<Response> => {
  const [editable, user] = await Promise.all([
    readEditable(c, [userEdit(c.req.param('id') ?? '')], submitted),
    readUserOf(c),
  ]);
  return showUserForm(c, { user, editable, submitted });
};

/** Says what a user may do: as which bundle, or how many rights they have. */
const mayDo = (c: ConsoleContext, { rights }: User): string =>
  bundleOf(c, rights) ?? fillCount(c, localised(c, userWords).rightCount, rights.length);

const UserRow = ({ c, user }: { c: ConsoleContext; user: User }) => {
  const words = wordsOf(c);
  return (
    <tr>
      <td>
        <a href={`/console/users/${user.id}`}>{user.name}</a>
      </td>
      <td>{user.email}</td>
      <td>{mayDo(c, user)}</td>
      <td>
        {user.signedInAt === null ? (
          localised(c, userWords).neverSignedIn
        ) : (
          <Time at={user.signedInAt} locale={localeOf(c)} date />
        )}
      </td>
      <td>
        <Badge is={user.active ? 'good' : 'off'}>
          {user.active ? words.active : words.inactive}
        </Badge>
      </td>
    </tr>
  );
};

const showUsers = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const own = localised(c, userWords);
  const users = await readUsers(c.get('db'));
  return show(c, {
    title: words.users,
    actions: (
      <LinkButton to="/users/new" kind="main">
        {own.add}
      </LinkButton>
    ),
    children: (
      <>
        <p class="intro">{own.intro}</p>
        <Table
          label={words.users}
          head={[words.name, words.email, words.rights, own.lastSignIn, words.state]}
        >
          {users.map((user) => (
            <UserRow c={c} user={user} />
          ))}
        </Table>
      </>
    ),
  });
};

/** Lists the users of the console, adds and changes them. */
export const userScreens = new Hono<ConsoleApp>()
  .use(screenFor('users'))
  .get('/', showUsers)
  .get('/new', (c) => showUserForm(c, {}))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const body = { ...userFrom(posted), email: textOf(posted, 'email') };
    const added = await attempt(() => addUser(callerOf(c), parse(NewUserBody, body)));
    if (added.ok) return redirectWith(c, '/users', 'added');
    return showUserForm(c, { submitted: { values: posted, errors: added.errors } });
  })
  .get('/:id', (c) => showUser(c))
  .post('/:id', async (c) => {
    const { id } = await readUserOf(c);
    const posted = await readPosted(c);
    const [seen] = seenOf(posted);
    const changed = await attempt(() =>
      changeUser(callerOf(c), id, parse(UserBody, userFrom(posted)), seen),
    );
    if (!changed.ok) return showUser(c, { values: posted, errors: changed.errors });
    return redirectWith(c, '/users', 'saved');
  })
  .post('/:id/unlink', async (c) => {
    const unlinked = await attempt(() => unlinkAccount(callerOf(c), c.req.param('id')));
    if (!unlinked.ok) return showUser(c, { errors: unlinked.errors });
    return redirectWith(c, `/users/${c.req.param('id')}`, 'saved');
  });
