import { css } from '../element.ts';

export const preferencesStyles = css`
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    justify-content: space-between;
    margin-block: 0.25em 1em;
  }
  #code {
    max-inline-size: 9em;
  }
  .menu[open] {
    flex-basis: 100%;
  }
  .menu > div {
    display: grid;
    gap: 0.75em;
    margin-block: 0.5em;
  }
  .menu form {
    gap: 0.5em;
    align-items: center;
  }
  .menu form > * {
    flex: none;
  }
  .menu select {
    inline-size: auto;
    margin: 0;
  }
  .menu > div,
  .card,
  .notice,
  .more {
    padding: 1em 1.15em;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
  .samtykke {
    --edge: color-mix(in srgb, var(--border) 45%, transparent);
  }
  .card small,
  .type select {
    display: block;
  }
  .card > * {
    margin-block-start: 0.6em;
  }
  .card > h3,
  .card > h3 + small {
    margin-block-start: 0;
  }
  .switch {
    display: flex;
    gap: 0.75em;
    align-items: start;
    font-weight: 400;
    cursor: pointer;
  }
  .switch > :first-child {
    flex: 1;
    min-inline-size: 0;
  }
  .switch::after {
    content: attr(data-off);
    content: attr(data-off) / '';
    order: 1;
    font-size: 0.875em;
    line-height: 1.7;
  }
  .switch:has(:checked)::after {
    content: attr(data-on);
    content: attr(data-on) / '';
    font-weight: 600;
  }
  .switch input {
    order: 2;
    flex: none;
    box-sizing: border-box;
    inline-size: 2.75em;
    block-size: 1.5em;
    margin: 0;
    padding: 0.2em;
    border: 1px solid var(--border);
    border-radius: 1em;
    cursor: pointer;
    appearance: none;
  }
  .switch input::before {
    content: '';
    display: block;
    block-size: 100%;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--border);
  }
  .switch :checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  .switch :checked::before {
    margin-inline-start: auto;
    background: var(--on-accent);
  }
  @media (forced-colors: active) {
    .switch input {
      --border: CanvasText;
      --accent: Highlight;
      --on-accent: HighlightText;
      background: Canvas;
      forced-color-adjust: none;
    }
  }
  .type {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--edge);
  }
  legend + .type {
    margin-block-start: 0.4em;
  }
  .card:has(> .switch :checked) > .ends,
  .card:has(> .switch input:not(:checked)) > .types {
    display: none;
  }
  .ends {
    padding-inline-start: 0.75em;
    border-inline-start: 0.25em solid var(--accent);
  }
  .pause {
    inline-size: auto;
    max-inline-size: 100%;
    font-size: 0.875em;
  }
  .notice {
    margin-block-end: 1em;
    border-inline-start: 0.3em solid var(--accent);
  }
  .problem {
    margin-block-end: 1em;
  }
  .notice p {
    white-space: pre-line;
  }
  .choices .buttons {
    align-items: center;
  }
  .more {
    margin-block-start: 1em;
  }
  .more > summary {
    font-weight: 600;
    text-decoration: none;
  }
  .more > :not(summary) {
    margin-block-start: 1em;
  }
  details p {
    margin-block: 0.4em;
  }
  ul,
  ol {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .rights {
    padding: 0;
    list-style: none;
  }
  .rights > li {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--edge);
  }
  .rights form {
    gap: 0.5em;
  }
  .timeline {
    list-style: none;
    padding: 0;
  }
  .timeline > li {
    padding-block: 0.1em 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 0.15em solid var(--edge);
  }
  time {
    font-weight: 600;
  }
  li > small {
    display: block;
  }
  .act > summary::before {
    content: none;
  }
  button.quiet,
  a.quiet,
  .act > summary {
    box-sizing: border-box;
    min-block-size: 2.75em;
    padding: 0.5em 1.25em;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  .menu > div > .quiet,
  .menu form:last-child .quiet {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .menu > div > .quiet,
  .menu form:last-child .quiet,
  .act[open] > summary {
    padding-inline: 0;
    border-style: none;
    text-align: start;
  }
`;
