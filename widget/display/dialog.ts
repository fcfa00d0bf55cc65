// The pop-up and the side tab; fetched only by elements that have a `display`.
import { html, nothing, type TemplateResult } from 'lit';
import { css } from '../element.ts';
import type { FormHost } from '../host.ts';

export const styles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(32rem, 100vw - 2rem);
    max-block-size: calc(100dvh - 2rem);
    padding: 1.75rem;
    border: 0;
    border-radius: calc(var(--radius) * 2);
    background: var(--samtykke-dialog, var(--dialog, Canvas));
    color: var(--samtykke-on-dialog, var(--on-dialog, CanvasText));
    box-shadow: 0 1rem 4rem #0006;
  }
  :host::before {
    content: none;
  }
  dialog h2 {
    padding-inline-end: 2.5rem;
  }
  dialog.tab {
    margin-block-end: 1rem;
    margin-inline-end: 1rem;
  }
  ::backdrop {
    background: #0008;
  }
  .close {
    position: absolute;
    inset-block-start: 0.75rem;
    inset-inline-end: 0.75rem;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border: 0;
    border-radius: var(--radius);
    background: none;
    font-size: 1.5rem;
    line-height: 1;
  }
  .side {
    position: fixed;
    z-index: 9;
    inset-block-end: 20%;
    inset-inline-end: 0;
    min-inline-size: 2.75rem;
    padding: 1.25rem 0.6rem;
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
      translate: 0 1rem;
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
