// The pop-up and the side tab; fetched only by elements that have a `display`.
import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../element.ts';
import type { FormHost } from '../host.ts';

export const styles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(32em, 100vw - 2em);
    max-block-size: calc(100dvh - 2em);
    padding: 1.75em;
    border: 0;
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
  dialog.tab {
    margin-block-end: 1em;
    margin-inline-end: 1em;
  }
  ::backdrop {
    background: #0008;
  }
  .close {
    position: absolute;
    inset-block-start: 0.5em;
    inset-inline-end: 0.5em;
    inline-size: 1.83em;
    block-size: 1.83em;
    border: 0;
    border-radius: var(--radius);
    background: none;
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
    border: 0;
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

/** Puts the content of a form into a dialog, and before a side tab's the tab itself. */
export const dialog = (element: FormHost, content: TemplateResult): TemplateResult => {
  const { definition, texts, display, label } = element;
  const title = definition?.title ?? definition?.submit;
  return html`
    ${
      display === 'tab' && definition
        ? html`<button class="side" part="tab" @click=${() => element.open()}><span>${label ?? title}</span></button>`
        : nothing
    }
    <dialog part="dialog" class=${display ?? ''} aria-label=${title ?? nothing}>
      ${content}
      <form method="dialog"><button class="close" aria-label=${texts?.close ?? nothing}>×</button></form>
    </dialog>`;
};
