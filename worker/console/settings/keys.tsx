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
import { requireRight } from '../kit/guard.ts';
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

const keyWords = {
  en: {
    intro:
      'A program that calls the API shows a key. Give each program its own, with no more rights than it needs.',
    create: 'Make a key',
    days: 'Good for how many days? Empty means for ever.',
    expiresAt: 'Until',
    neverExpires: 'For ever',
    lastUsed: 'Last used',
    neverUsed: 'Never',
    createdBy: 'Made by',
    end: 'End',
    ended: 'Ended',
    none: 'No program uses the API yet.',
    once: 'Copy the key now. It is shown this once and cannot be read again.',
    copy: 'Copy',
  },
  da: {
    intro:
      'Et program, der kalder API’et, viser en nøgle. Giv hvert program sin egen og ikke flere rettigheder, end det har brug for.',
    create: 'Lav en nøgle',
    days: 'Hvor mange dage gælder den? Tom betyder altid.',
    expiresAt: 'Indtil',
    neverExpires: 'Altid',
    lastUsed: 'Sidst brugt',
    neverUsed: 'Aldrig',
    createdBy: 'Lavet af',
    end: 'Afslut',
    ended: 'Afsluttet',
    none: 'Intet program bruger API’et endnu.',
    once: 'Kopiér nøglen nu. Den vises kun denne ene gang og kan ikke læses igen.',
    copy: 'Kopiér',
  },
};

const showKeyForm = (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, keyWords);
  const chosen = submitted.values ? textsOf(submitted.values, 'rights') : [];
  const form = (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="name" label={words.name} required submitted={submitted} />
      <RightsChoice c={c} chosen={chosen} />
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

/** Shows the token of a new key, this once. */
const showToken = (c: ConsoleContext, { name, token }: { name: string; token: string }) => {
  const own = localised(c, keyWords);
  return show(c, {
    title: name,
    back: ['/keys', wordsOf(c).apiKeys],
    children: (
      <div class="sheet">
        <p role="status">{own.once}</p>
        <p class="secret">
          <code id="token">{token}</code>
          <button type="button" class="small" data-copy="token" hidden>
            {own.copy}
          </button>
        </p>
      </div>
    ),
  });
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
  .use(requireRight('api-keys'))
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
    return showToken(c, made.value);
  })
  .post('/:id/end', async (c) => {
    await stopKey(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/keys', 'ended');
  });
