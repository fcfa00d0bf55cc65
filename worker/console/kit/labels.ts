// An error summary stands above the controls whose labels it names, so these are filled in once a page is whole.

/** Marks where the label of a control is to stand, by the name of the control. */
export const labelHere = (control: string): string => `<!--label:${encodeURIComponent(control)}-->`;

const mark = /<!--label:([^>]*?)-->/g;

/** Returns the text that follows a tag, if the page has that. */
const textAfter = (page: string, tag: string): string | undefined => {
  const at = page.indexOf(tag);
  return at < 0 ? undefined : page.slice(at + tag.length, page.indexOf('</l', at));
};

/**
 * Fills in the labels that a page's error summary names, of boxes that belong together their legend; a control
 * without one leaves the error alone.
 */
export const withLabels = (page: string): string =>
  page.replace(mark, (_, control: string) => {
    const name = decodeURIComponent(control);
    const label =
      textAfter(page, `<label for="${name}">`) ??
      textAfter(page, `<fieldset id="${name}"><legend>`);
    return label === undefined ? '' : `${label}: `;
  });
