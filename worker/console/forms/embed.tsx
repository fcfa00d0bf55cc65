import type { Context } from 'hono';
import type { Checked } from '../../contract/forms.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Field } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, said, wordsOf } from '../kit/words/words.ts';
import { formSiteWords } from './site-words.ts';
import { FormTabs } from './tabs.tsx';
import { formWords } from './words.ts';

const Snippet = ({
  c,
  id,
  title,
  help,
  code,
}: {
  c: Context<ConsoleApp>;
  id: string;
  title: string;
  help?: string;
  code: string;
}) => (
  <section class="card">
    <h2>{title}</h2>
    {help ? <p>{help}</p> : null}
    <pre id={id}>{code}</pre>
    <p class="buttons">
      <button type="button" class="small" data-copy={id} hidden>
        {said(c, formSiteWords).copy}
      </button>
    </p>
  </section>
);

/** The loader's hash for Subresource Integrity; null where the file cannot be read. */
const integrity = async (c: Context<ConsoleApp>): Promise<string | null> => {
  const answer = await c.env.ASSETS.fetch(`${callerOf(c).host}/samtykke.js`).catch(() => null);
  if (!answer?.ok) return null;
  const digest = await crypto.subtle.digest('SHA-384', await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

export const embedPage = async (c: Context<ConsoleApp>, form: string, checked?: Checked) => {
  const words = wordsOf(c);
  const mine = { ...said(c, formWords), ...said(c, formSiteWords) };
  const host = callerOf(c).host;
  const script = `<script type="module" src="${host}/samtykke.js"></script>`;
  const element = `<samtykke-form form="${form}"></samtykke-form>`;
  const div = `<div data-samtykke-form="${form}"></div>`;
  const hash = await integrity(c);
  const shared = { c };
  return show(c, {
    title: mine.embed,
    back: ['/forms', words.forms],
    beside: <FormTabs c={c} form={form} />,
    children: (
      <>
        <p class="intro">{mine.embedIntro}</p>
        <Snippet
          {...shared}
          id="tag"
          title={mine.tag}
          help={mine.tagHelp}
          code={`${script}\n${element}`}
        />
        <Snippet
          {...shared}
          id="wordpress"
          title={mine.wordpress}
          help={mine.wordpressHelp}
          code={`${script}\n${div}`}
        />
        <Snippet
          {...shared}
          id="gtm"
          title={mine.gtm}
          help={mine.gtmHelp}
          code={`<script>
  var s = document.createElement('script');
  s.type = 'module'; s.src = '${host}/samtykke.js';
  document.head.append(s);
</script>

${div}`}
        />
        <Snippet
          {...shared}
          id="webflow"
          title={mine.webflow}
          help={mine.webflowHelp}
          code={`${script}\n${element}`}
        />
        <Snippet
          {...shared}
          id="shopify"
          title={mine.shopify}
          help={mine.shopifyHelp}
          code={`${script}\n${element}`}
        />
        <Snippet
          {...shared}
          id="react"
          title={mine.react}
          code={`useEffect(() => { import(/* @vite-ignore */ '${host}/samtykke.js'); }, []);\n\nreturn ${element};`}
        />
        <Snippet
          {...shared}
          id="popup"
          title={mine.popup}
          code={`${script}\n<samtykke-form form="${form}" display="popup" trigger="delay:8 scroll:50 exit"></samtykke-form>`}
        />
        <Snippet
          {...shared}
          id="side-tab"
          title={mine.sideTab}
          code={`${script}\n<samtykke-form form="${form}" display="tab"></samtykke-form>`}
        />
        <Snippet
          {...shared}
          id="button"
          title={mine.button}
          help={mine.buttonHelp}
          code={`${script}\n<button type="button" data-samtykke-open="${form}">…</button>`}
        />
        {hash ? (
          <Snippet
            {...shared}
            id="sri"
            title={mine.sri}
            help={mine.sriHelp}
            code={`<script type="module" src="${host}/samtykke.js" integrity="${hash}" crossorigin></script>\n${element}`}
          />
        ) : null}
        <Snippet {...shared} id="link" title={mine.link} code={`${host}/f/${form}`} />
        <section class="card" id="check">
          <h2>{mine.check}</h2>
          <p>{mine.checkIntro}</p>
          {checked ? (
            <ul role="status">
              <li>
                {checked.found === null ? mine.noPage : checked.found ? mine.found : mine.notFound}
              </li>
              <li>
                {checked.allowed ? mine.allowed : fill(mine.notAllowed, { origin: checked.origin })}
              </li>
            </ul>
          ) : null}
          <form method="post" action={`/console/forms/${form}/check`}>
            <Field
              name="page"
              type="url"
              label={mine.page}
              required
              placeholder="https://example.com/"
            />
            <button class="quiet">{mine.look}</button>
          </form>
        </section>
      </>
    ),
  });
};
