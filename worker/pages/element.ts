// What worker/tools/lit-on-server.ts puts in the place of widget/element.ts.
export { adoptStyles, css, LitElement as WidgetElement } from 'lit';

/** What is rendered here has its style sheets in its markup. */
export const addStyles = (): void => {};
