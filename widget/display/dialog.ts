// The pop-up and the side tab; fetched only by elements that have a `display`.
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles, css } from '../element.ts';
import { emit } from '../events.ts';
import type { FormHost } from '../host.ts';

const styles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(32em, 100vw - 2em);
    max-block-size: calc(100dvh - 2em);
    padding: 1.75em;
    /* To be seen where the page's colours are not. */
    border: 1px solid #0000;
    border-radius: calc(var(--radius) * 2);
    background: var(--samtykke-dialog, var(--dialog, Canvas));
    color: var(--samtykke-on-dialog, var(--on-dialog, CanvasText));
    box-shadow: 0 1em 4em #0006;
  }
  :host::before {
    content: none;
  }
  dialog h2 {
    padding-inline-end: 1.85em;
  }
  /* Without a height of its own it takes no room, and stays in view while the rest scrolls. */
  .top {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: block;
    block-size: 0;
  }
  .end {
    margin-block-start: 1.25em;
  }
  dialog.tab {
    margin-block-end: 1em;
    margin-inline-end: 1em;
  }
  ::backdrop {
    background: #0008;
  }
  .close {
    position: absolute;
    inset-block-start: -0.75em;
    inset-inline-end: -0.75em;
    inline-size: 1.83em;
    block-size: 1.83em;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: var(--samtykke-dialog, var(--dialog, Canvas));
    font-size: 1.5em;
    line-height: 1;
  }
  .side {
    position: fixed;
    z-index: 9;
    inset-block-end: 20%;
    inset-inline-end: 0;
    min-inline-size: 2.75em;
    padding: 1.25em 0.6em;
    border: 1px solid #0000;
    border-start-start-radius: var(--radius);
    border-end-start-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .side span {
    writing-mode: vertical-rl;
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: rise 0.2s ease-out;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 1em;
    }
  }
`;

/** Puts on the style sheet of a dialog where the form is in one, and takes it off where it no longer is. */
export const dress = ({ display, renderRoot }: FormHost): void => {
  const root = renderRoot as ShadowRoot;
  if (display) addStyles(root, styles);
  else
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== styles.styleSheet);
};

/** Whether a tag asks for a display or a trigger that there is not. */
export const isOdd = (element: FormHost): boolean =>
  !/^(popup|tab)?$/.test(element.display ?? '') ||
  !/^((exit|delay:[\d.]+|scroll:[\d.]+) ?)*$/.test(element.getAttribute('trigger') ?? '');

/** Whether a pointer is beside a dialog, on the page that it covers. */
const isBeside = ({ target, currentTarget, clientX, clientY }: MouseEvent): boolean => {
  if (target !== currentTarget) return false;
  const { left, right, top, bottom } = (currentTarget as Element).getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
};

/** Whether the visitor has entered something that a slip of the pointer should not take from view. */
const isFilled = (root: ParentNode): boolean =>
  [...root.querySelectorAll<HTMLInputElement>('input,textarea')].some(
    (control) =>
      control.value !== control.defaultValue || control.checked !== control.defaultChecked,
  );

/** Where the pointer went down: text that is selected may end beside the dialog. */
let isPressedBeside = false;

const press = (event: MouseEvent) => {
  isPressedBeside = isBeside(event);
};

const closeBeside = (event: MouseEvent) => {
  const dialog = event.currentTarget as HTMLDialogElement;
  if (isPressedBeside && isBeside(event) && !isFilled(dialog)) dialog.close();
};

/** Closes it without a form, which a sandboxed frame may not allow. */
const close = ({ target }: Event) => (target as Element).closest('dialog')?.close();

/** Opens the dialog for a visitor who asked for it, and so goes on with the first field. */
const openAsked = async (element: FormHost) => {
  await element.open();
  element.shadowRoot?.querySelector<HTMLElement>('.section :is(input,select,textarea)')?.focus();
};

/** Puts the content of a form into a dialog, and before a side tab's the tab itself. */
export const dialog = (element: FormHost, content: TemplateResult): TemplateResult => {
  const { definition, texts, display, label, state, formKey: form } = element;
  const title = definition?.title ?? definition?.submit;
  return html`
    ${
      display === 'tab' && definition
        ? html`<button class="side" part="tab" @click=${() => openAsked(element)}><span>${label ?? title}</span></button>`
        : nothing
    }
    <dialog part="dialog" class=${display ?? ''} aria-label=${title ?? nothing}
      @close=${() => emit(element, 'samtykke-close', { form })} @pointerdown=${press} @click=${closeBeside}>
      <div class="top"><button type="button" class="close" aria-label=${texts?.close ?? nothing} @click=${close}>×</button></div>
      ${content}
      ${
        state.is === 'done' || state.is === 'closed'
          ? html`<p class="buttons end"><button part="button" type="button" class="quiet" @click=${close}>${texts?.close}</button></p>`
          : nothing
      }
    </dialog>`;
};
