import { Hono } from 'hono';
import { isLive, readKeys } from '../../access/key.ts';
import { makeKey, stopKey } from '../../admin/keys/keys.ts';
import { NewKeyBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import {
  Badge,
  EmptyState,
  LinkButton,
  PostButton,
  SubmitButton,
  Table,
  Time,
} from '../kit/parts.tsx';
import { attempt, numberOf, readPosted, textOf, textsOf } from '../kit/posted.ts';
import { RightsChoice } from '../kit/rights.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { showSecret } from './secret.tsx';

const keyWords = {
  en: {
    intro:
      'Programs use a key to call the API. Create one key per program, with only the rights it needs.',
    create: 'Create a key',
    days: 'Valid for (days). Leave empty for no expiry.',
    expiresAt: 'Expires',
    neverExpires: 'Never',
    lastUsed: 'Last used',
    neverUsed: 'Never',
    createdBy: 'Created by',
    end: 'Revoke',
    ended: 'Revoked',
    none: 'No API keys yet.',
    once: 'Copy the key now. You cannot see it again.',
  },
  da: {
    intro:
      'Programmer bruger en nøgle til at kalde API’et. Opret én nøgle pr. program med kun de nødvendige rettigheder.',
    create: 'Opret en nøgle',
    days: 'Gyldig i (dage). Lad feltet stå tomt for intet udløb.',
    expiresAt: 'Udløber',
    neverExpires: 'Aldrig',
    lastUsed: 'Sidst brugt',
    neverUsed: 'Aldrig',
    createdBy: 'Oprettet af',
    end: 'Tilbagekald',
    ended: 'Tilbagekaldt',
    none: 'Ingen API-nøgler endnu.',
    once: 'Kopiér nøglen nu. Du kan ikke se den igen.',
  },
};

const showKeyForm = (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, keyWords);
  const form = (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="name" label={words.name} required submitted={submitted} />
      <RightsChoice c={c} chosen={[]} submitted={submitted} />
      <Field name="days" type="number" min={1} max={3650} label={own.days} submitted={submitted} />
      <SubmitButton label={own.create} />
    </form>
  );
  return show(
    c,
    { title: own.create, back: ['/keys', words.apiKeys], children: form },
    submitted.errors ? 422 : 200,
  );
};

type Key = Awaited<ReturnType<typeof readKeys>>[number];
type ActorName = (actor: string) => string;

const KeyRow = ({
  c,
  apiKey,
  actorName,
}: {
  c: ConsoleContext;
  apiKey: Key;
  actorName: ActorName;
}) => {
  const own = localised(c, keyWords);
  const locale = localeOf(c);
  const { id, name, rights, createdBy, lastUsedAt, expiresAt } = apiKey;
  return (
    <tr>
      <td>{name}</td>
      <td>
        <small>{rights.join(', ')}</small>
      </td>
      <td>{createdBy ? actorName(createdBy) : wordsOf(c).commandLine}</td>
      <td>{lastUsedAt === null ? own.neverUsed : <Time at={lastUsedAt} locale={locale} />}</td>
      <td>
        {expiresAt === null ? own.neverExpires : <Time at={expiresAt} locale={locale} date />}
      </td>
      <td>
        {isLive(apiKey, Date.now()) ? (
          <PostButton action={`/keys/${id}/end`} label={own.end} kind="danger" />
        ) : (
          <Badge is="off">{own.ended}</Badge>
        )}
      </td>
    </tr>
  );
};

const KeyTable = ({
  c,
  keys,
  actorName,
}: {
  c: ConsoleContext;
  keys: readonly Key[];
  actorName: ActorName;
}) => {
  const words = wordsOf(c);
  const own = localised(c, keyWords);
  return (
    <Table
      label={words.apiKeys}
      head={[words.name, words.rights, own.createdBy, own.lastUsed, own.expiresAt, words.state]}
    >
      {keys.map((apiKey) => (
        <KeyRow c={c} apiKey={apiKey} actorName={actorName} />
      ))}
    </Table>
  );
};

const showKeys = async (c: ConsoleContext): Promise<Response> => {
  const words = wordsOf(c);
  const own = localised(c, keyWords);
  const [keys, actorName] = await Promise.all([
    readKeys(c.get('db')),
    readActorNames(c.get('db'), words),
  ]);
  return show(c, {
    title: words.apiKeys,
    actions: (
      <LinkButton to="/keys/new" kind="main">
        {own.create}
      </LinkButton>
    ),
    children: (
      <>
        <p class="intro">{own.intro}</p>
        {keys.length === 0 ? (
          <EmptyState title={own.none} />
        ) : (
          <KeyTable c={c} keys={keys} actorName={actorName} />
        )}
      </>
    ),
  });
};

/** Lists the API keys of programs, creates and ends them. */
export const keyScreens = new Hono<ConsoleApp>()
  .use(screenFor('api-keys'))
  .get('/', showKeys)
  .get('/new', (c) => showKeyForm(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const body = {
      name: textOf(posted, 'name'),
      rights: textsOf(posted, 'rights'),
      days: numberOf(posted, 'days') || null,
    };
    const made = await attempt(() => makeKey(callerOf(c), parse(NewKeyBody, body)));
    if (!made.ok) return showKeyForm(c, { values: posted, errors: made.errors });
    const { name, token } = made.value;
    return showSecret(c, {
      name,
      text: localised(c, keyWords).once,
      secret: token,
      back: ['/keys', wordsOf(c).apiKeys],
    });
  })
  .post('/:id/end', async (c) => {
    await stopKey(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/keys', 'ended');
  });
