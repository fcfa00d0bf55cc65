/** Gives an element the `data-*` of the tag that stands in for it; `data-layer` is called so on the element too. */
const elementFor = (tag: HTMLElement): HTMLElement => {
  const element = document.createElement('samtykke-form');
  for (const { name, value } of tag.attributes)
    if (/^data-/.test(name))
      element.setAttribute(name.replace(/^data-(samtykke-)?(?!layer)/, ''), value);
  return element;
};

const placed = new WeakSet<Element>();

/** Puts a form into each tag that stands in for one, and after each of these scripts that names one. */
export const place = (scripts: ReadonlySet<string>): void => {
  for (const tag of document.querySelectorAll<HTMLElement | HTMLScriptElement>(
    '[data-samtykke-form],script[data-form]',
  )) {
    const isScript = 'src' in tag;
    // In a copy of the page, as Turbo keeps one, the copy of a script has a copy of its form after it.
    const isCopy = tag.nextElementSibling?.getAttribute('form') === tag.dataset.form;
    if (placed.has(tag) || (isScript && (isCopy || !scripts.has(tag.src)))) continue;
    placed.add(tag);
    if (isScript) tag.after(elementFor(tag));
    else tag.replaceChildren(elementFor(tag));
  }
};
