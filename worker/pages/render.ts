import { render } from '@lit-labs/ssr';
import { collectResult, collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, nothing, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Values } from '../../widget/answers.ts';
import { element as elementOf } from '../../widget/form/elements.ts';
import { type KindTemplate, labelled, startOf } from '../../widget/form/field.ts';
import { kind, textarea } from '../../widget/form/kinds.ts';
import { SamtykkeForm } from '../../widget/form/samtykke-form.ts';
import { summary } from '../../widget/form/summary.ts';
import { directionOf, type Texts } from '../../widget/locales/texts.ts';
import { actionsOf, menu, more } from '../../widget/preferences/account/account.ts';
import { inside } from '../../widget/preferences/inside.ts';
import { SamtykkePreferences } from '../../widget/preferences/samtykke-preferences.ts';
import type { AccountWords, Words } from '../../widget/preferences/words/words.ts';
import type { OpenForm } from '../contract/form.ts';

/** What a form rendered on the server shows. */
export type RenderedForm = {
  definition: OpenForm;
  texts: Texts;
  /** The address of this Worker, ending in a slash. */
  host: string;
  /** What text fields start with, by field key. */
  prefill: Record<string, string>;
  /** What the visitor has given already, and what is wrong with it, by control name. */
  given: Values;
  errors: Record<string, string>;
  /** Said above the button when nothing is wrong with the answers, but sending failed. */
  why?: 'failed' | 'busy' | 'robot';
  /** Says that the robot check of the form, if it has one, needs JavaScript. */
  robot: string;
  idempotencyKey: string;
  page: string;
};

// On the server nothing is fetched: all that an element may show is here from the start.
SamtykkePreferences.styles = [...SamtykkePreferences.styles, inside.styles];
customElements.define('samtykke-form', SamtykkeForm);
customElements.define('samtykke-preferences', SamtykkePreferences);

const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Lit on the server cannot set the value of a textarea, so it is written into its HTML. */
const filledTextarea: KindTemplate = (field, name, showing, label) => {
  const empty = collectResultSync(render(textarea(field, name, showing)));
  const text = escapeText(startOf(field, showing));
  const filled = empty.replace('</textarea>', () => `${text}</textarea>`);
  return labelled(field, name, showing, label, html`${unsafeHTML(filled)}`);
};

SamtykkeForm.kind = (field, name, showing, label) =>
  elementOf(field, name, showing, label) ??
  (field.kind === 'textarea' ? filledTextarea : kind)(field, name, showing, label);

/** Without a script the browser sends files itself, which takes another encoding than other answers. */
const withFiles = (element: string, { files }: OpenForm): string =>
  files
    ? element.replace(' method="post"', ' method="post" enctype="multipart/form-data"')
    : element;

SamtykkeForm.summary = summary;

/** Leaves out Lit's marks, for nothing hydrates what is rendered here, and white space in the element's own tag. */
const tidy = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->/gs, '')
    .replace(/<samtykke-[^>]*>/, (tag) => tag.replaceAll(/\s+/g, ' '));

/** Renders a template of an element as HTML. */
const htmlOf = async (template: TemplateResult): Promise<string> =>
  tidy(await collectResult(render(template)));

/** A definition as the text of a script element, in which `</script>` must not occur. */
export const inline = (definition: OpenForm): string =>
  JSON.stringify(definition).replaceAll('<', '\\u003c');

/** What a page without JavaScript sends along with its answers. */
const hidden = (values: Record<string, string>) =>
  Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name=${name} value=${value}>`,
  );

/** How a form looked: the element as it was before anything was typed, on no page and under no key. */
export type ShownForm = Pick<RenderedForm, 'definition' | 'texts' | 'host'>;

/** Renders the element as it looked, to be looked at: nothing takes it over. */
export const renderShown = ({ definition, texts, host }: ShownForm): Promise<string> =>
  htmlOf(html`<samtykke-form
      form=${definition.form}
      lang=${definition.locale}
      dir=${directionOf(definition.locale)}
      level="2"
      .host=${host}
      .definition=${definition}
      .texts=${texts}
      .state=${{ is: 'asking' }}
    ></samtykke-form>`);

/** Says where there is no JavaScript that the robot check needs it, before anything is written in vain. */
const robotNote = ({ definition, robot }: Pick<RenderedForm, 'definition' | 'robot'>) =>
  definition.turnstile
    ? unsafeHTML(`<noscript><p class="problem">${escapeText(robot)}</p></noscript>`)
    : nothing;

/**
 * The very element that the widget shows, as HTML with a declarative shadow root. It works with
 * JavaScript off; with it on, the element takes over and keeps what was written meanwhile.
 */
export const renderForm = async (form: RenderedForm): Promise<string> => {
  const { definition, texts, host, prefill, given, errors, why, idempotencyKey, page } = form;
  const element = await htmlOf(
    html`<samtykke-form
      form=${definition.form}
      lang=${definition.locale}
      dir=${directionOf(definition.locale)}
      locale=${definition.locale}
      level="1"
      .host=${host}
      .definition=${definition}
      .texts=${why === 'robot' ? { ...texts, failed: form.robot } : texts}
      .prefill=${prefill}
      .given=${given}
      .errors=${errors}
      .native=${[robotNote(form), hidden({ version: String(definition.version), locale: definition.locale, idempotencyKey, page })]}
      .state=${why ? { is: 'problem', why: why === 'busy' ? why : 'failed' } : { is: 'asking' }}
    ></samtykke-form>`,
  );
  const script = `<script type="application/json">${inline(definition)}</script>`;
  return withFiles(element, definition).replace(
    /<\/samtykke-form>/,
    () => `${script}</samtykke-form>`,
  );
};

/** What a form that another website renders into its page shows. */
export type EmbeddedForm = Pick<RenderedForm, 'definition' | 'texts' | 'host' | 'robot'> & {
  /** CSS declarations that keep the form's room and give it its look. */
  style: string;
  /** The page that the form stands in, where the website says so. */
  page?: string | undefined;
};

/**
 * The element as HTML for the page of another website. It posts without a script; it carries no Idempotency-Key,
 * because the website may keep it and show it to many. The script of the form makes the element of it.
 */
export const renderEmbedded = async (form: EmbeddedForm): Promise<string> => {
  const { definition, texts, host, style, page } = form;
  const sent = { version: String(definition.version), locale: definition.locale };
  const element = await htmlOf(
    html`<samtykke-form
      form=${definition.form}
      lang=${definition.locale}
      dir=${directionOf(definition.locale)}
      locale=${definition.locale}
      style=${style}
      .host=${host}
      .definition=${definition}
      .texts=${texts}
      .native=${[robotNote(form), hidden(page ? { ...sent, page } : sent)]}
      .state=${{ is: 'asking' }}
    ></samtykke-form>`,
  );
  const script = `${host}f/${definition.form}.js?locale=${definition.locale}`;
  return `${withFiles(element, definition)}\n<script async src="${script}"></script>\n`;
};

/** What the preference centre shows when it is rendered on the server. */
export type RenderedPreferences = Pick<
  SamtykkePreferences,
  'view' | 'past' | 'requests' | 'notice' | 'state' | 'email' | 'query'
> & { host: string; words: Words & AccountWords };

/** The preference centre as HTML. It posts without a script, and no script takes it over. */
export const renderPreferences = (shown: RenderedPreferences): Promise<string> =>
  htmlOf(html`<samtykke-preferences
      level="1"
      .host=${shown.host}
      .query=${shown.query}
      .inside=${inside}
      .account=${{ actionsOf, menu, more, words: shown.words }}
      .state=${shown.state}
      .view=${shown.view}
      .words=${shown.words}
      .past=${shown.past}
      .requests=${shown.requests}
      .notice=${shown.notice}
      .email=${shown.email}
    ></samtykke-preferences>`);

/** Renders the preference centre's choices as they looked, to be looked at: without what concerns one person. */
export const renderShownPreferences = ({
  view,
  words,
  host,
}: Pick<RenderedPreferences, 'view' | 'words' | 'host'>): Promise<string> =>
  htmlOf(html`<samtykke-preferences
      level="2"
      .host=${host}
      .inside=${inside}
      .account=${{ actionsOf, menu: () => nothing, more: () => nothing, words }}
      .state=${{ is: 'in' }}
      .view=${view}
      .words=${words}
    ></samtykke-preferences>`);

/** The style sheets inside the shadow roots, to be named by their hashes in a page's CSP. */
export const elementStyles = (): string[] => [
  SamtykkeForm.styles.cssText,
  SamtykkePreferences.styles.map(({ cssText }) => cssText).join(''),
];
