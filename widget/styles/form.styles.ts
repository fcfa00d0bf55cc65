import { css } from '../element.ts';

/**
 * Colours are mixed from the page's text colour, to fit any page. Sites change the tokens. Size containment for
 * container queries takes the element's own width away; two dots, far apart but free to wrap, give it 32em in a flex
 * row, a table cell or a float, and the width of a text field where it is to be as narrow as it can. Neither stands
 * beside the other where the page makes a flex row of the element itself.
 */
export const styles = css`
  :host {
    --accent: var(--samtykke-accent, #2f5bd0);
    --on-accent: var(--samtykke-on-accent, #fff);
    --error: var(--samtykke-error, color-mix(in oklab, #e00b2d 65%, currentColor));
    --border: var(--samtykke-border, color-mix(in srgb, currentColor 55%, transparent));
    --field: var(--samtykke-field, transparent);
    --radius: var(--samtykke-radius, 0.4em);
    --gap: var(--samtykke-gap, 1.1em);
    display: block;
    min-inline-size: min(18em, 60%);
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    accent-color: var(--accent);
  }
  :host::before {
    content: '. .';
    display: block;
    flex: 0;
    line-height: 0;
    letter-spacing: 10.7em;
    overflow: hidden;
    visibility: hidden;
  }
  * {
    box-sizing: border-box;
  }
  .samtykke {
    flex: 1;
    container-type: inline-size;
    overflow-wrap: anywhere;
    outline-color: color-mix(in oklab, currentColor, currentColor);
    transition: color 1ms;
    animation: settle 1ms;
  }
  h2,
  h3,
  p,
  ul,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h2 {
    font-size: 1.35em;
    line-height: 1.25;
  }
  :not(form) > h2 {
    margin-block-end: 0.4em;
  }
  h3 {
    font-size: 1.1em;
  }
  form,
  .section,
  .about,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap);
  }
  form > *,
  .section > * {
    flex: 1 1 100%;
    min-inline-size: 0;
  }
  @container (min-width: 30em) {
    .section > .half {
      flex-basis: calc(50% - var(--gap));
    }
  }
  label,
  legend {
    font-weight: 600;
  }
  small,
  .help,
  .about {
    font-size: 0.875em;
    font-weight: 400;
  }
  .help,
  small {
    color: color-mix(in srgb, currentColor 78%, transparent);
  }
  input,
  select,
  textarea,
  button,
  .summary a {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    text-transform: inherit;
    word-spacing: inherit;
  }
  .field > input,
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: max(24px, 2.75em);
    margin-block-start: 0.3em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--field);
  }
  @media (pointer: coarse) {
    input,
    select,
    textarea {
      font-size: max(16px, 1em);
    }
  }
  option {
    color: CanvasText;
    background: Canvas;
  }
  ::placeholder {
    color: inherit;
    opacity: 0.65;
  }
  [aria-invalid='true']:not(fieldset) {
    border-color: var(--error);
    box-shadow: inset 0 0 0 1px var(--error);
  }
  .error {
    margin-block-start: 0.3em;
    color: var(--error);
    font-size: 0.9em;
    font-weight: 600;
  }
  :focus-visible:not(a b) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #fff, 0 0 0 7px #000;
  }
  img {
    max-inline-size: 100%;
    block-size: auto;
  }
  .text {
    white-space: pre-line;
  }
  .box {
    display: flex;
    gap: 0.65em;
    align-items: start;
    padding-block: 0.2em;
    font-weight: 400;
  }
  .box input {
    flex: none;
    inline-size: max(24px, 1.5em);
    block-size: max(24px, 1.5em);
    margin: 0;
  }
  .box small {
    display: block;
  }
  .about {
    gap: 0 1.25em;
    margin-block: 0.15em;
  }
  .box + .about {
    padding-inline-start: calc(max(24px, 1.714em) + 0.743em);
  }
  details[open] {
    flex-basis: 100%;
  }
  summary,
  .about a {
    display: inline-block;
    padding-block: 0.2em;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  summary::before {
    content: '+ ';
  }
  [open] > summary::before {
    content: '− ';
  }
  .quietly,
  .trap {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .about a::after {
    content: '\\a0↗' / '';
  }
  .subscriptions {
    margin: 0.6em 0 0.2em;
    margin-inline-start: calc(max(24px, 1.5em) + 0.65em);
  }
  .purpose:not(:has(> .box :checked)) .subscriptions {
    display: none;
  }
  .summary,
  .problem {
    padding: 0.75em 1em;
    border: 1px solid;
    border-inline-start-width: 0.3em;
    border-radius: var(--radius);
    color: var(--error);
  }
  .summary ul {
    padding-inline-start: 1.2em;
  }
  .buttons {
    gap: 0.75em;
  }
  .buttons button {
    min-block-size: max(24px, 2.75em);
    padding: 0.5em 1.5em;
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .buttons .quiet {
    border-color: var(--border);
    background: none;
    color: inherit;
  }
  button:hover {
    filter: brightness(1.12);
  }
  .box,
  button,
  summary {
    cursor: pointer;
  }
  [aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  .skeleton {
    display: grid;
    gap: var(--gap);
  }
  .skeleton i {
    block-size: 2.75em;
    border-radius: var(--radius);
    background: currentColor;
    opacity: 0.1;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  @keyframes settle {
    to {
      outline-style: none;
    }
  }
`;
