import type { Checked } from '../../contract/forms.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';
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
  c: ConsoleContext;
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
        {localised(c, formSiteWords).copy}
      </button>
    </p>
  </section>
);

/** The loader's hash for Subresource Integrity; null where the file cannot be read. */
const integrity = async (c: ConsoleContext): Promise<string | null> => {
  const answer = await c.env.ASSETS.fetch(`${callerOf(c).host}/samtykke.js`).catch(() => null);
  if (!answer?.ok) return null;
  const digest = await crypto.subtle.digest('SHA-384', await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

export const embedPage = async (c: ConsoleContext, form: string, checked?: Checked) => {
  const words = wordsOf(c);
  const own = { ...localised(c, formWords), ...localised(c, formSiteWords) };
  const host = callerOf(c).host;
  const script = `<script type="module" src="${host}/samtykke.js"></script>`;
  const element = `<samtykke-form form="${form}"></samtykke-form>`;
  const div = `<div data-samtykke-form="${form}"></div>`;
  const hash = await integrity(c);
  const shared = { c };
  return show(c, {
    title: own.embed,
    back: ['/forms', words.forms],
    actions: <FormTabs c={c} form={form} />,
    children: (
      <>
        <p class="intro">{own.embedIntro}</p>
        <Snippet
          {...shared}
          id="tag"
          title={own.tag}
          help={own.tagHelp}
          code={`${script}\n${element}`}
        />
        <Snippet
          {...shared}
          id="wordpress"
          title={own.wordpress}
          help={own.wordpressHelp}
          code={`${script}\n${div}`}
        />
        <Snippet
          {...shared}
          id="gtm"
          title={own.gtm}
          help={own.gtmHelp}
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
          title={own.webflow}
          help={own.webflowHelp}
          code={`${script}\n${element}`}
        />
        <Snippet
          {...shared}
          id="shopify"
          title={own.shopify}
          help={own.shopifyHelp}
          code={`${script}\n${element}`}
        />
        <Snippet
          {...shared}
          id="react"
          title={own.react}
          code={`useEffect(() => { import(/* @vite-ignore */ '${host}/samtykke.js'); }, []);\n\nreturn ${element};`}
        />
        <Snippet
          {...shared}
          id="popup"
          title={own.popup}
          code={`${script}\n<samtykke-form form="${form}" display="popup" trigger="delay:8 scroll:50 exit"></samtykke-form>`}
        />
        <Snippet
          {...shared}
          id="side-tab"
          title={own.sideTab}
          code={`${script}\n<samtykke-form form="${form}" display="tab"></samtykke-form>`}
        />
        <Snippet
          {...shared}
          id="button"
          title={own.button}
          help={own.buttonHelp}
          code={`${script}\n<button type="button" data-samtykke-open="${form}">…</button>`}
        />
        {hash ? (
          <Snippet
            {...shared}
            id="sri"
            title={own.sri}
            help={own.sriHelp}
            code={`<script type="module" src="${host}/samtykke.js" integrity="${hash}" crossorigin></script>\n${element}`}
          />
        ) : null}
        <Snippet {...shared} id="link" title={own.link} code={`${host}/f/${form}`} />
        <section class="card" id="check">
          <h2>{own.check}</h2>
          <p>{own.checkIntro}</p>
          {checked ? (
            <ul role="status">
              <li>
                {checked.found === null ? own.noPage : checked.found ? own.found : own.notFound}
              </li>
              <li>
                {checked.allowed ? own.allowed : fill(own.notAllowed, { origin: checked.origin })}
              </li>
            </ul>
          ) : null}
          <form method="post" action={`/console/forms/${form}/check`}>
            <Field
              name="page"
              type="url"
              label={own.page}
              required
              placeholder="https://example.com/"
            />
            <button class="quiet">{own.look}</button>
          </form>
        </section>
      </>
    ),
  });
};
