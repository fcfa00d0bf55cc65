// How an element fits the page that it is a guest in: as soon as anything of it is shown.

/** The keys that a page's own dialog needs to hear: they close it, and keep the focus in it. */
const forPage = /^(Esc|Tab)/;

const keepKey = (event: KeyboardEvent): void => {
  // What comes out of a shadow root has its element for a target.
  if (event.target === event.currentTarget && !forPage.test(event.key)) event.stopPropagation();
};

/** Keeps what is typed in an element's controls from the page's shortcuts, but nothing that the page put into it. */
export const keepKeys = (element: HTMLElement): void => {
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    element.addEventListener(type, keepKey);
};

/** Tells the colour scheme in which boxes, lists and date pickers go with the text, whatever the page has. */
export const schemeOf = (box: Element): string =>
  // The style sheet gives the outline, which is never drawn, the text's colour in OKLab: lightness comes first.
  Number.parseFloat(getComputedStyle(box).outlineColor.slice(6)) > 0.6 ? 'dark' : 'light';
