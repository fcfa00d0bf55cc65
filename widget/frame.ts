import { html, type TemplateResult } from 'lit';
import type { WidgetElement } from './element.ts';
import { keepKeys, schemeOf } from './fitting.ts';

/** Shown until the definition and the texts are here. */
export const skeleton = (): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;

/**
 * Has a form of ours submitted by its event alone, as its button is pressed: in a frame whose sandbox allows no
 * forms the browser would fire none. One that nobody takes, as a native one, goes as it would.
 */
const submit = (event: Event): void => {
  const button = event.target as Partial<HTMLButtonElement>;
  const { form } = button;
  const root = event.currentTarget as ShadowRoot;
  if (button.type !== 'submit' || !form || !root.contains(form)) return;
  const isRight = form.noValidate || form.reportValidity();
  const init = { cancelable: true, submitter: button as HTMLButtonElement };
  if (!isRight || !form.dispatchEvent(new SubmitEvent('submit', init))) event.preventDefault();
};

/** An element with what it needs to be settled. */
type Guest = HTMLElement & {
  renderRoot: HTMLElement | DocumentFragment;
  addController(controller: { hostConnected(): void }): void;
};

/**
 * Makes an element fit the page that it is a guest in: keys stay in, and what the browser draws (boxes, lists,
 * date pickers) goes with the colour of the text, whatever colour scheme the page has.
 */
export const settle = (element: Guest): void => {
  keepKeys(element);
  const fit = () => {
    const box = element.renderRoot.querySelector<HTMLElement>('.samtykke');
    if (box) box.style.colorScheme = schemeOf(box);
  };
  element.addController({
    // The style sheet ends an animation when the box comes into view, and a transition when the colour changes.
    hostConnected: () => {
      element.renderRoot.addEventListener('click', submit);
      for (const type of ['animationend', 'transitionend'])
        element.renderRoot.addEventListener(type, fit);
    },
  });
};

/** Focuses what a selector finds in an element, once it is rendered. */
export const focusOn = async (element: WidgetElement, selector: string): Promise<void> => {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
};
