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
import { Badge, EmptyState, PostButton, Table, Time } from '../kit/parts.tsx';
import { attempt, numberOf, readPosted, textOf, textsOf } from '../kit/posted.ts';
import { RightsChoice } from '../kit/rights.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';

const ownWords = {
  en: {
    intro:
      'A program that calls the API shows a key. Give each program its own, with no more rights than it needs.',
    make: 'Make a key',
    days: 'Good for how many days? Empty means for ever.',
    until: 'Until',
    ever: 'For ever',
    used: 'Last used',
    never: 'Never',
    by: 'Made by',
    end: 'End',
    over: 'Ended',
    none: 'No program uses the API yet.',
    once: 'Copy the key now. It is shown this once and cannot be read again.',
    copy: 'Copy',
  },
  da: {
    intro:
      'Et program, der kalder API’et, viser en nøgle. Giv hvert program sin egen og ikke flere rettigheder, end det har brug for.',
    make: 'Lav en nøgle',
    days: 'Hvor mange dage gælder den? Tom betyder altid.',
    until: 'Indtil',
    ever: 'Altid',
    used: 'Sidst brugt',
    never: 'Aldrig',
    by: 'Lavet af',
    end: 'Afslut',
    over: 'Afsluttet',
    none: 'Intet program bruger API’et endnu.',
    once: 'Kopiér nøglen nu. Den vises kun denne ene gang og kan ikke læses igen.',
    copy: 'Kopiér',
  },
};

const form = (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, ownWords);
  const chosen = submitted.values ? textsOf(submitted.values, 'rights') : [];
  return show(
    c,
    {
      title: own.make,
      back: ['/keys', words.apiKeys],
      children: (
        <form method="post" class="sheet">
          <ErrorSummary submitted={submitted} words={words} />
          <Field name="name" label={words.name} required submitted={submitted} />
          <RightsChoice c={c} chosen={chosen} />
          <Field
            name="days"
            type="number"
            min={1}
            max={3650}
            label={own.days}
            submitted={submitted}
          />
          <p class="buttons">
            <button class="main">{own.make}</button>
          </p>
        </form>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** Keys of programs that use the API. */
export const keyScreens = new Hono<ConsoleApp>()
  .use(requireRight('api-keys'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, ownWords);
    const [keys, nameOf] = await Promise.all([
      readKeys(c.get('db')),
      readActorNames(c.get('db'), words),
    ]);
    const locale = localeOf(c);
    return show(c, {
      title: words.apiKeys,
      actions: (
        <a class="main button" href="/console/keys/new">
          {own.make}
        </a>
      ),
      children: (
        <>
          <p class="intro">{own.intro}</p>
          {keys.length === 0 ? (
            <EmptyState title={own.none} />
          ) : (
            <Table
              label={words.apiKeys}
              head={[words.name, words.rights, own.by, own.used, own.until, words.state]}
            >
              {keys.map((key) => (
                <tr>
                  <td>{key.name}</td>
                  <td>
                    <small>{key.rights.join(', ')}</small>
                  </td>
                  <td>{key.createdBy ? nameOf(key.createdBy) : words.commandLine}</td>
                  <td>
                    {key.lastUsedAt === null ? (
                      own.never
                    ) : (
                      <Time at={key.lastUsedAt} locale={locale} />
                    )}
                  </td>
                  <td>
                    {key.expiresAt === null ? (
                      own.ever
                    ) : (
                      <Time at={key.expiresAt} locale={locale} date />
                    )}
                  </td>
                  <td>
                    {isLive(key, Date.now()) ? (
                      <PostButton action={`/keys/${key.id}/end`} label={own.end} kind="danger" />
                    ) : (
                      <Badge is="off">{own.over}</Badge>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </>
      ),
    });
  })
  .get('/new', (c) => form(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const body = {
      name: textOf(posted, 'name'),
      rights: textsOf(posted, 'rights'),
      days: numberOf(posted, 'days') || null,
    };
    const made = await attempt(() => makeKey(callerOf(c), parse(NewKeyBody, body)));
    if (!made.ok) return form(c, { values: posted, errors: made.errors });
    const own = localised(c, ownWords);
    return show(c, {
      title: made.value.name,
      back: ['/keys', wordsOf(c).apiKeys],
      children: (
        <div class="sheet">
          <p role="status">{own.once}</p>
          <p class="secret">
            <code id="token">{made.value.token}</code>
            <button type="button" class="small" data-copy="token" hidden>
              {own.copy}
            </button>
          </p>
        </div>
      ),
    });
  })
  .post('/:id/end', async (c) => {
    await stopKey(callerOf(c), c.req.param('id'));
    return redirectWith(c, '/keys', 'ended');
  });
