import { ListedBody } from '../../contract/search.ts';
import { addressesIn, type Listed, selectListed } from '../../people/listed.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { attempt } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { fill, localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

/** Asks for a file with addresses, or for the addresses themselves. */
export const showAddressForm = (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  return show(
    c,
    {
      title: own.fromFile,
      back: ['/people', words.people],
      children: (
        <form method="post" enctype="multipart/form-data" class="sheet">
          <p class="intro">{own.fromFileIntro}</p>
          <ErrorSummary submitted={submitted} words={words} />
          <Field name="name" label={own.saveName} required submitted={submitted} />
          <Field name="file" type="file" label={own.listFile} submitted={submitted} />
          <TextArea
            name="emails"
            label={own.listText}
            rows={6}
            submitted={submitted}
            spellcheck={false}
          />
          <p class="buttons">
            <button class="main">{words.continue}</button>
          </p>
        </form>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

const SHOWN = 200;

/** Says who was found, and lists those who are not known: nobody else will. */
const showSelected = (c: ConsoleContext, { selection, matched, unknown }: Listed) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  return show(c, {
    title: selection.name,
    back: ['/people', words.people],
    message: fill(own.matched, { n: matched }),
    children: (
      <>
        {unknown.length > 0 ? (
          <section class="card">
            <h2>{fill(own.unknown, { n: unknown.length })}</h2>
            <p>{own.unknownText}</p>
            <pre>{unknown.slice(0, SHOWN).join('\n')}</pre>
            {unknown.length > SHOWN ? <p>…</p> : null}
          </section>
        ) : null}
        <p class="buttons">
          <a class="main button" href={`/console/people?listed=${selection.id}`}>
            {own.showListed}
          </a>
          {hasRight(c, 'breach') ? (
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
export const selectAddresses = async (c: ConsoleContext) => {
  const { file, ...body } = await c.req.parseBody();
  const line = (value: unknown): string => (typeof value === 'string' ? value : '');
  const values = { name: line(body.name), emails: line(body.emails) };
  const text = `${file instanceof File ? await file.text() : ''}\n${values.emails}`;
  const made = await attempt(async () =>
    selectListed(callerOf(c), parse(ListedBody, { ...values, emails: addressesIn(text) })),
  );
  if (made.ok) return showSelected(c, made.value);
  return showAddressForm(c, { values, errors: made.errors });
};
