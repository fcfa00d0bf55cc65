import { bareAddress } from '../../worker/contract/tidy.ts';

const looksLikeEmail = /^[^\s@]+@[^\s@.]+\.[^\s@]+$/;

/** Whether something can be an email address. */
export const isEmail = (text = ''): boolean => looksLikeEmail.test(text);

/** A control of any kind: the browser's own, or a custom element with a `value`. */
type Control = Element & { value?: unknown; form?: unknown };

const enteredIn = (control: Control): string =>
  typeof control.value === 'string' && !control.matches(':disabled') ? control.value : '';

/**
 * Returns the email address in the controls of a name, or of an id, of a site's form: of several the first
 * that holds one. Undefined where the form has no such control.
 */
export const emailIn = (form: HTMLFormElement, name: string): string | undefined => {
  const known = CSS.escape(name);
  const root = form.getRootNode() as Document | ShadowRoot;
  // Not by `elements`, which a control of that name hides, and which has no custom elements that take part through
  // `formdata`.
  const controls = [...root.querySelectorAll<Control>(`[name="${known}"],#${known}`)].filter(
    (each) => form.contains(each) || each.form === form,
  );
  if (!controls[0]) return undefined;
  const values = controls.map((control) => bareAddress(enteredIn(control)));
  return values.find(isEmail) ?? values.find(Boolean) ?? '';
};
