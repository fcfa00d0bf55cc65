import { type Context, Hono } from 'hono';
import { isLive, readKeys } from '../../access/key.ts';
import { makeKey, stopKey } from '../../admin/keys/keys.ts';
import { NewKeyBody } from '../../contract/users.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { actorNames } from '../kit/actors.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';
import { Act, Badge, Empty, Field, type Given, Table, Time, Wrong } from '../kit/parts.tsx';
import { numberOf, readPosted, textOf, textsOf, tried } from '../kit/posted.ts';
import { RightsChoice } from '../kit/rights.tsx';
import { leadTo, show } from '../kit/shell.tsx';
import { localeOf, said, wordsOf } from '../kit/words/words.ts';

const own = {
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

const form = (c: Context<ConsoleApp>, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, own);
  const chosen = given.values ? textsOf(given.values, 'rights') : [];
  return show(
    c,
    {
      title: mine.make,
      back: ['/keys', words.keys],
      children: (
        <form method="post" class="sheet">
          <Wrong given={given} words={words} />
          <Field name="name" label={words.name} required given={given} />
          <RightsChoice c={c} chosen={chosen} />
          <Field name="days" type="number" min={1} max={3650} label={mine.days} given={given} />
          <p class="buttons">
            <button class="main">{mine.make}</button>
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
  );
};

/** Keys of programs that use the API. */
export const keyScreens = new Hono<ConsoleApp>()
  .use(may('api-keys'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const mine = said(c, own);
    const [keys, nameOf] = await Promise.all([
      readKeys(c.get('db')),
      actorNames(c.get('db'), words),
    ]);
    const locale = localeOf(c);
    return show(c, {
      title: words.keys,
      beside: (
        <a class="main button" href="/console/keys/new">
          {mine.make}
        </a>
      ),
      children: (
        <>
          <p class="intro">{mine.intro}</p>
          {keys.length === 0 ? (
            <Empty title={mine.none} />
          ) : (
            <Table
              label={words.keys}
              head={[words.name, words.rights, mine.by, mine.used, mine.until, words.state]}
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
                      mine.never
                    ) : (
                      <Time at={key.lastUsedAt} locale={locale} />
                    )}
                  </td>
                  <td>
                    {key.expiresAt === null ? (
                      mine.ever
                    ) : (
                      <Time at={key.expiresAt} locale={locale} date />
                    )}
                  </td>
                  <td>
                    {isLive(key, Date.now()) ? (
                      <Act action={`/keys/${key.id}/end`} label={mine.end} kind="danger" />
                    ) : (
                      <Badge is="off">{mine.over}</Badge>
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
    const made = await tried(() => makeKey(callerOf(c), parse(NewKeyBody, body)));
    if (!made.ok) return form(c, { values: posted, errors: made.errors });
    const mine = said(c, own);
    return show(c, {
      title: made.value.name,
      back: ['/keys', wordsOf(c).keys],
      children: (
        <div class="sheet">
          <p role="status">{mine.once}</p>
          <p class="secret">
            <code id="token">{made.value.token}</code>
            <button type="button" class="small" data-copy="token" hidden>
              {mine.copy}
            </button>
          </p>
        </div>
      ),
    });
  })
  .post('/:id/end', async (c) => {
    await stopKey(callerOf(c), c.req.param('id'));
    return leadTo(c, '/keys', 'ended');
  });
