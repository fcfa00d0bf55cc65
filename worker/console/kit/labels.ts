// An error summary stands above the controls whose labels it names, so these are filled in once a page is whole.

/** Marks where the label of a control is to stand, by the name of the control. */
export const labelHere = (control: string): string => `<!--label:${encodeURIComponent(control)}-->`;

const mark = /<!--label:([^>]*?)-->/g;

/** Fills in the labels that a page's error summary names; a control without one leaves the error alone. */
export const withLabels = (page: string): string =>
  page.replace(mark, (_, control: string) => {
    const start = `<label for="${decodeURIComponent(control)}">`;
    const at = page.indexOf(start);
    if (at < 0) return '';
    const label = page.slice(at + start.length, page.indexOf('</label>', at));
    return `${label}: `;
  });
