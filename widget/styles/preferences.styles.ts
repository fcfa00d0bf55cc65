import { css } from '../element.ts';

export const preferencesStyles = css`
  section.purpose {
    padding-block: 0.9em;
    border-block-start: 1px solid var(--border);
  }
  h2 {
    margin-block-end: 0.5em;
  }
  .ends {
    margin-inline-start: 2.15em;
  }
  .purpose:has(> .box :checked) .ends {
    display: none;
  }
  select.pause {
    inline-size: auto;
    max-inline-size: calc(100% - 2.15em);
    margin: 0.2em 0 0.6em;
    margin-inline-start: 2.15em;
  }
  .notice {
    margin-block: 0.75em 1.25em;
    padding: 0.75em 1em;
    border: 1px solid var(--border);
    border-inline-start: 0.3em solid var(--accent);
    border-radius: var(--radius);
  }
  .notice p {
    white-space: pre-line;
  }
  .more {
    margin-block: 1.25em;
  }
  .more ul {
    padding-inline-start: 1.2em;
  }
  .more li {
    margin-block: 0.5em;
  }
  .more li button {
    flex: none;
  }
  .more form,
  .notice button {
    justify-self: start;
    margin-block-start: 0.75em;
  }
  .more li small {
    display: block;
  }
  button.quiet,
  .buttons a {
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
`;
