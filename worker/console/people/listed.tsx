import type { Context } from 'hono';
import { ListedBody } from '../../contract/search.ts';
import { addressesIn, type Listed, selectListed } from '../../people/listed.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has } from '../kit/guard.ts';
import { Area, Field, type Given, Wrong } from '../kit/parts.tsx';
import { tried } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, said, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

/** Asks for a file with addresses, or for the addresses themselves. */
export const listedForm = (c: Context<ConsoleApp>, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  return show(
    c,
    {
      title: mine.fromFile,
      back: ['/people', words.people],
      children: (
        <form method="post" enctype="multipart/form-data" class="sheet">
          <p class="intro">{mine.fromFileIntro}</p>
          <Wrong given={given} words={words} />
          <Field name="name" label={mine.saveName} required given={given} />
          <Field name="file" type="file" label={mine.listFile} given={given} />
          <Area name="emails" label={mine.listText} rows={6} given={given} spellcheck={false} />
          <p class="buttons">
            <button class="main">{words.go}</button>
          </p>
        </form>
      ),
    },
    given.errors ? 422 : 200,
  );
};

const SHOWN = 200;

/** Says who was found, and lists those who are not known: nobody else will. */
const showListed = (c: Context<ConsoleApp>, { selection, matched, unknown }: Listed) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  return show(c, {
    title: selection.name,
    back: ['/people', words.people],
    said: fill(mine.matched, { n: matched }),
    children: (
      <>
        {unknown.length > 0 ? (
          <section class="card">
            <h2>{fill(mine.unknown, { n: unknown.length })}</h2>
            <p>{mine.unknownText}</p>
            <pre>{unknown.slice(0, SHOWN).join('\n')}</pre>
            {unknown.length > SHOWN ? <p>…</p> : null}
          </section>
        ) : null}
        <p class="buttons">
          <a class="main button" href={`/console/people?listed=${selection.id}`}>
            {mine.showListed}
          </a>
          {has(c, 'breach') ? (
            <a class="quiet button" href="/console/breaches">
              {words.breaches}
            </a>
          ) : null}
        </p>
      </>
    ),
  });
};

/** Makes a selection of those who are in a file, or in what was pasted. */
export const makeListed = async (c: Context<ConsoleApp>) => {
  const { file, ...body } = await c.req.parseBody();
  const line = (value: unknown): string => (typeof value === 'string' ? value : '');
  const values = { name: line(body.name), emails: line(body.emails) };
  const text = `${file instanceof File ? await file.text() : ''}\n${values.emails}`;
  const made = await tried(async () =>
    selectListed(callerOf(c), parse(ListedBody, { ...values, emails: addressesIn(text) })),
  );
  if (made.ok) return showListed(c, made.value);
  return listedForm(c, { values, errors: made.errors });
};
