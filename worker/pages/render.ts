import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import '../../widget/form/define.ts';
import type { Values } from '../../widget/answers.ts';
import { kind } from '../../widget/form/kinds.ts';
import { SamtykkeForm } from '../../widget/form/samtykke-form.ts';
import type { Texts } from '../../widget/locales/texts.ts';
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
  why?: 'failed' | 'busy';
  idempotencyKey: string;
  page: string;
};

// On the server nothing is fetched: every kind of field is here from the start.
SamtykkeForm.kind = kind;

/** A definition as the text of a script element, in which `</script>` must not occur. */
const inline = (definition: OpenForm): string =>
  JSON.stringify(definition).replaceAll('<', '\\u003c');

/**
 * The very element that the widget shows, as HTML with a declarative shadow root. It works with
 * JavaScript off; with it on, the element takes over and keeps what was written meanwhile.
 */
export const renderForm = async (form: RenderedForm): Promise<string> => {
  const { definition, texts, host, prefill, given, errors, why, idempotencyKey, page } = form;
  const element = await collectResult(
    render(html`<samtykke-form
      form=${definition.form}
      locale=${definition.locale}
      .host=${host}
      .definition=${definition}
      .texts=${texts}
      .prefill=${prefill}
      .given=${given}
      .errors=${errors}
      .native=${{ idempotencyKey, page }}
      .state=${why ? { is: 'problem', why } : { is: 'asking' }}
    ></samtykke-form>`),
  );
  const script = `<script type="application/json">${inline(definition)}</script>`;
  return element.replace(/<\/samtykke-form>/, () => `${script}</samtykke-form>`);
};

/** The style sheet inside the shadow root, to be named by its hash in the page's CSP. */
export const formStyles = (): string => SamtykkeForm.styles.cssText;
