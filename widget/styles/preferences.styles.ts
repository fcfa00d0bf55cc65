import { css } from '../element.ts';

export const preferencesStyles = css`
  section.purpose {
    padding-block: 0.9rem;
    border-block-start: 1px solid var(--border);
  }
  h2 {
    margin-block-end: 0.5rem;
  }
  .ends {
    margin-inline-start: 2.15rem;
  }
  .purpose:has(> .box :checked) .ends {
    display: none;
  }
  select.pause {
    inline-size: auto;
    max-inline-size: calc(100% - 2.15rem);
    margin: 0.2rem 0 0.6rem;
    margin-inline-start: 2.15rem;
  }
  .notice {
    margin-block: 0.75rem 1.25rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--border);
    border-inline-start: 0.3rem solid var(--accent);
    border-radius: var(--radius);
  }
  .notice p {
    white-space: pre-line;
  }
  .more {
    margin-block: 1.25rem;
  }
  .more ul {
    padding-inline-start: 1.2rem;
  }
  .more li {
    margin-block: 0.5rem;
  }
  .more li button {
    flex: none;
  }
  .more form,
  .notice button {
    justify-self: start;
    margin-block-start: 0.75rem;
  }
  .more li small {
    display: block;
  }
  button.quiet,
  .buttons a {
    min-block-size: 2.75rem;
    padding: 0.5rem 1.25rem;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
`;
