import { html, nothing } from 'lit';
import { skeleton } from '../frame.ts';
import type { Acting, Held, Inside, Own } from './choosing.ts';
import { entering, type Handlers } from './entering.ts';

/** What the preference centre shows, signed in or not. */
export type Content = Held &
  Partial<Own> & {
    /** Shows what a person is shown once they have signed in. */
    inside?: Inside;
    email?: string;
    /** What stands in the place of all that, where it cannot be shown. */
    failure?: unknown;
  };

/** What handles in a browser what the visitor does. */
export type Handling = { acting: Acting; entering: Handlers };

/** Shows the choices, or what proves whose they are. */
export const contentOf = (content: Content, handling?: Handling): unknown => {
  const { state, words, view, inside, host, query, email, notice, failure } = content;
  if (state.is === 'unavailable') return failure;
  if (!words) return skeleton();
  const isIn = state.is === 'in';
  return html`
    ${
      isIn
        ? nothing
        : entering({
            state,
            words,
            host,
            query,
            email,
            notice,
            handlers: handling?.entering,
          })
    }
    ${
      // What is ticked and not saved is still there after a code was asked for.
      view && inside
        ? html`<div ?hidden=${!isIn}>${inside.show(content, { view, words }, handling?.acting)}</div>`
        : nothing
    }`;
};
