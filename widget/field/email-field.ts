import { bareAddress } from '../../worker/contract/tidy.ts';

const looksLikeEmail = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;

/** Whether something can be an email address. */
export const isEmail = (text = ''): boolean => looksLikeEmail.test(text);

/** What is entered in a control of any kind: the browser's own, or a custom element with a `value`. */
const enteredIn = (control: Element & { value?: unknown }): string =>
  typeof control.value === 'string' && !control.matches(':disabled') ? control.value : '';

/**
 * Returns the email address in the controls of a name, or of an id, of a site's form: of several the first
 * that holds one. Undefined where the form has no such control.
 */
export const emailIn = (form: HTMLFormElement, name: string): string | undefined => {
  const known = CSS.escape(name);
  const controls = new Set([
    ...[...form.elements].filter((each) => each.id === name || each.getAttribute('name') === name),
    // Many custom elements are no controls to the browser, and take part through `formdata` instead.
    ...form.querySelectorAll(`[name="${known}"],#${known}`),
  ]);
  if (!controls.size) return undefined;
  const values = [...controls].map((control) => bareAddress(enteredIn(control)));
  return values.find(isEmail) ?? values.find(Boolean) ?? '';
};
