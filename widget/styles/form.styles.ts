import { css } from '../element.ts';

/**
 * Colours are mixed from the page's text colour, to fit any page. Sites change the tokens. Size containment for container queries takes the element's own width
 * away; two dots, far apart but free to wrap, give it 32rem in a flex row, a table cell or a float.
 */
export const styles = css`
  :host {
    --accent: var(--samtykke-accent, #2f5bd0);
    --on-accent: var(--samtykke-on-accent, #fff);
    --error: var(--samtykke-error, color-mix(in oklab, #e00b2d 65%, currentColor));
    --border: var(--samtykke-border, color-mix(in srgb, currentColor 55%, transparent));
    --field: var(--samtykke-field, color-mix(in srgb, currentColor 4%, transparent));
    --radius: var(--samtykke-radius, 0.4rem);
    --gap: var(--samtykke-gap, 1.1rem);
    display: block;
    min-inline-size: min(18rem, 60%);
    line-height: 1.5;
    text-align: start;
    accent-color: var(--accent);
  }
  :host::before {
    content: '. .';
    display: block;
    line-height: 0;
    word-spacing: 32rem;
    visibility: hidden;
  }
  * {
    box-sizing: border-box;
  }
  .samtykke {
    container-type: inline-size;
    overflow-wrap: anywhere;
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
  @container (min-width: 30rem) {
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
  }
  .field > input,
  select,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 2.75rem;
    margin-block-start: 0.3rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--field);
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
    margin-block-start: 0.3rem;
    color: var(--error);
    font-size: 0.9em;
    font-weight: 600;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .box {
    display: flex;
    gap: 0.65rem;
    align-items: start;
    padding-block: 0.2rem;
    font-weight: 400;
  }
  .box input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
  }
  .box small {
    display: block;
  }
  .about {
    gap: 0 1.25rem;
    margin-block: 0.15rem;
  }
  .box + .about {
    padding-inline-start: 2.15rem;
  }
  details[open] {
    flex-basis: 100%;
  }
  summary,
  .about a {
    display: inline-block;
    padding-block: 0.2rem;
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
    margin: 0.6rem 0 0.2rem;
    margin-inline-start: 2.15rem;
  }
  .purpose:not(:has(> .box :checked)) .subscriptions {
    display: none;
  }
  .summary,
  .problem {
    padding: 0.75rem 1rem;
    border: 1px solid;
    border-inline-start-width: 0.3rem;
    border-radius: var(--radius);
    color: var(--error);
  }
  .summary ul {
    padding-inline-start: 1.2rem;
  }
  .buttons {
    gap: 0.75rem;
  }
  .buttons button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.5rem;
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
    block-size: 2.75rem;
    border-radius: var(--radius);
    background: currentColor;
    opacity: 0.08;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton i {
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  @keyframes breathe {
    to {
      opacity: 0.16;
    }
  }
`;
