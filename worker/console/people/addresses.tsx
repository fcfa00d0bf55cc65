import { ListedBody } from '../../contract/search.ts';
import { addressesIn, addressesInFile, type Listed, selectListed } from '../../people/listed.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { receive } from '../../platform/tables/received.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import { LinkButton, SubmitButton } from '../kit/parts.tsx';
import { attempt, type Posted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { readUpload, withFile } from '../kit/upload.ts';
import { fill, fillCount, localised, wordsOf } from '../kit/words.ts';
import { peopleWords } from './words/people.ts';

/** Asks for email addresses, in a file or as text, to select the people who have them. */
export const showAddressForm = (c: ConsoleContext, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const form = (
    <form method="post" enctype="multipart/form-data" class="sheet">
      <p class="intro">{own.addressesIntro}</p>
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="name" label={own.segmentName} required submitted={submitted} />
      <Field name="file" type="file" label={own.addressFile} submitted={submitted} />
      <TextArea
        name="emails"
        label={own.addressText}
        rows={6}
        submitted={submitted}
        spellcheck={false}
      />
      <SubmitButton label={words.continue} />
    </form>
  );
  return show(
    c,
    { title: own.selectByAddresses, back: ['/people', words.people], children: form },
    submitted.errors ? 422 : 200,
  );
};

const MAX_SHOWN = 200;

const UnknownAddresses = ({
  c,
  addresses,
}: {
  c: ConsoleContext;
  addresses: readonly string[];
}) => {
  const own = localised(c, peopleWords);
  return (
    <section class="card">
      <h2>{fill(own.unknown, { n: addresses.length })}</h2>
      <p>{own.unknownText}</p>
      <pre>{addresses.slice(0, MAX_SHOWN).join('\n')}</pre>
      {addresses.length > MAX_SHOWN ? <p>…</p> : null}
    </section>
  );
};

/** Shows how many people were selected, and the unknown addresses, which are kept nowhere. */
const showSelected = (c: ConsoleContext, { segment, matched, unknown }: Listed) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  return show(c, {
    title: segment.name,
    back: ['/people', words.people],
    message: fillCount(c, own.matched, matched),
    children: (
      <>
        {unknown.length > 0 ? <UnknownAddresses c={c} addresses={unknown} /> : null}
        <p class="buttons">
          <LinkButton to={`/people?listed=${segment.id}`} kind="main">
            {own.showSelected}
          </LinkButton>
          {hasRight(c, 'breach') ? <LinkButton to="/breaches">{words.breaches}</LinkButton> : null}
        </p>
      </>
    ),
  });
};

/** Saves a segment of the people whose addresses were sent in a file or as text. */
export const selectAddresses = async (c: ConsoleContext) => {
  const values: Posted = {};
  const saved = await attempt(() =>
    withFile(c, async () => {
      const { posted, file } = await readUpload(c);
      Object.assign(values, posted);
      const listed = file ? await receive(c.env, file.stream(), addressesInFile) : [];
      const emails = [...listed, ...addressesIn(textOf(posted, 'emails'))];
      return selectListed(callerOf(c), parse(ListedBody, { name: textOf(posted, 'name'), emails }));
    }),
  );
  if (saved.ok) return showSelected(c, saved.value);
  return showAddressForm(c, { values, errors: saved.errors });
};
