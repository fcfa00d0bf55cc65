/** Gives an element the `data-*` of the tag that stands in for it. */
const elementFor = (tag: HTMLElement): HTMLElement => {
  const element = document.createElement('samtykke-form');
  for (const [name, value] of Object.entries(tag.dataset))
    element.setAttribute(
      name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).replace('samtykke-', ''),
      value ?? '',
    );
  return element;
};

const placed = new WeakSet<Element>();

/** Puts a form into each tag that stands in for one, and after each of these scripts that names one. */
export const place = (scripts: ReadonlySet<string>): void => {
  for (const tag of document.querySelectorAll<HTMLElement>(
    '[data-samtykke-form],script[data-form]',
  )) {
    const isScript = tag instanceof HTMLScriptElement;
    if (placed.has(tag) || (isScript && !scripts.has(tag.src))) continue;
    placed.add(tag);
    if (isScript) tag.after(elementFor(tag));
    else tag.replaceChildren(elementFor(tag));
  }
};
