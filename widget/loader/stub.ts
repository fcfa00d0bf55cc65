import type { Guest } from '../trouble.ts';

/** What the browser calls of an element, of those that ours have, without `Callback`. */
const reactions = [
  'connected',
  'disconnected',
  'connectedMove',
  'attributeChanged',
  'formAssociated',
  'formReset',
];

/**
 * Defines an element by its outside. So the browser hands each that stands anywhere in the page, also in a
 * shadow root, to `load`. Once its code is here, `WidgetElement.take` makes the element one of its class,
 * and what the browser calls goes there.
 */
export const defineStub = (
  name: string,
  load: (element: Guest) => void,
): CustomElementConstructor => {
  class Outside extends HTMLElement {
    static formAssociated = name === 'samtykke-field';
    // What opens a pop-up is to be watched for, also where the page says only later that it is one.
    static observedAttributes = ['display'];
  }
  for (const reaction of reactions) {
    const name = `${reaction}Callback`;
    const call = function (this: HTMLElement, ...args: unknown[]): void {
      const own = Reflect.get(this, name);
      const isOurs = own !== call;
      if (isOurs) own?.apply(this, args);
      if (reaction === 'attributeChanged' || (reaction === 'connected' && !isOurs)) load(this);
    };
    Reflect.set(Outside.prototype, name, call);
  }
  // A framework sets a property that it finds, and writes an attribute otherwise, which can hold no object.
  for (const name of ['definition', 'prefill']) Reflect.set(Outside.prototype, name, undefined);
  customElements.define(name, Outside);
  return Outside;
};
