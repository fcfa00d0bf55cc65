import type { Checked } from '../../contract/forms.ts';
import { knownForm } from '../../forms/cache.ts';
import { formAnswer } from '../../forms/open.ts';
import { roomFor } from '../../forms/room.ts';
import { embeddedForm } from '../../pages/embedded.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';
import { type Snippet, snippetsOf } from './snippets.ts';
import { FormActions, FormTabs } from './tabs.tsx';
import { embedWords } from './words/embed.ts';
import { formWords } from './words/forms.ts';

/** Returns the loader's hash for Subresource Integrity; null if the file cannot be read. */
const readIntegrity = async (c: ConsoleContext, host: string): Promise<string | null> => {
  const answer = await c.env.ASSETS.fetch(`${host}/samtykke.js`).catch(() => null);
  if (!answer?.ok) return null;
  const digest = await crypto.subtle.digest('SHA-384', await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

const SnippetCard = ({
  c,
  snippet: { id, title, help, code },
}: {
  c: ConsoleContext;
  snippet: Snippet;
}) => (
  <section class="card">
    <h2>{title}</h2>
    {help ? <p>{help}</p> : null}
    <pre id={id} tabindex={0}>
      {code}
    </pre>
    <p class="buttons">
      <button type="button" class="small" data-copy={id} hidden>
        {wordsOf(c).copy}
      </button>
    </p>
  </section>
);

const CheckResult = ({ c, checked }: { c: ConsoleContext; checked: Checked }) => {
  const own = localised(c, embedWords);
  const { found, allowed, origin } = checked;
  return (
    <ul role="status">
      <li>{found === null ? own.unreadable : found ? own.found : own.notFound}</li>
      <li>{allowed ? own.allowed : fill(own.notAllowed, { origin })}</li>
    </ul>
  );
};

const CheckCard = ({
  c,
  form,
  checked,
}: {
  c: ConsoleContext;
  form: string;
  checked: Checked | undefined;
}) => {
  const own = localised(c, embedWords);
  return (
    <section class="card" id="check">
      <h2>{own.checkTitle}</h2>
      <p>{own.checkIntro}</p>
      {checked ? <CheckResult c={c} checked={checked} /> : null}
      <form method="post" action={`/console/forms/${form}/check`}>
        <Field
          name="page"
          type="url"
          label={own.page}
          required
          placeholder="https://example.com/"
        />
        <button class="quiet">{own.check}</button>
      </form>
    </section>
  );
};

/** Shows the code that puts a form on a website; `checked` is what a check of a page found. */
export const showEmbed = async (c: ConsoleContext, form: string, checked?: Checked) => {
  const { host } = callerOf(c);
  const known = await knownForm(callerOf(c), form);
  const answer = known && formAnswer(known, [known.current.definition.locale], 'form');
  const open =
    known && answer?.active
      ? { room: roomFor(answer), html: await embeddedForm(known, answer, { host }) }
      : null;
  const snippets = snippetsOf(c, { host, hash: await readIntegrity(c, host), open }, form);
  return show(c, {
    title: localised(c, formWords).embed,
    back: ['/forms', wordsOf(c).forms],
    views: <FormTabs c={c} form={form} />,
    actions: <FormActions c={c} form={form} />,
    children: (
      <>
        <p class="intro">{localised(c, embedWords).intro}</p>
        {snippets.map((snippet) => (
          <SnippetCard c={c} snippet={snippet} />
        ))}
        <CheckCard c={c} form={form} checked={checked} />
      </>
    ),
  });
};
