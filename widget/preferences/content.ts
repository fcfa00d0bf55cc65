import { html, nothing } from 'lit';
import type { HistoryLine, Preferences } from '../../worker/contract/preferences.ts';
import type { PersonRequest } from '../../worker/contract/requests.ts';
import { isOn } from '../../worker/contract/standing.ts';
import { skeleton } from '../frame.ts';
import { actionsOf } from './actions.ts';
import { choices } from './choices.ts';
import type { Account, Centre, Choosing, Notice, State } from './choosing.ts';
import type { Client } from './client.ts';
import { entering, type Handlers } from './entering.ts';
import { sayingIn } from './saying.ts';
import type { Words } from './words/words.ts';

/** What the preference centre shows, signed in or not. */
export type Content = {
  state: State;
  words?: Words;
  view?: Preferences;
  past?: readonly HistoryLine[];
  requests?: readonly PersonRequest[];
  notice?: Notice;
  account?: Account;
  isChanged?: boolean;
  email?: string;
  level?: string;
  host: string;
  query: string;
};

/** What handles in a browser what the visitor does. */
export type Handling = {
  centre: Centre;
  client: Client;
  entering: Handlers;
  change: () => void;
};

const actionsIn = (
  { account }: Content,
  { centre, client, change }: Handling,
  texts: { view: Preferences; words: Words },
): Choosing['actions'] => ({
  ...actionsOf(centre, client, texts),
  change,
  leave: centre.leave,
  retry: () => void centre.show(),
  ...account?.actionsOf(centre, client, {
    ...texts,
    account: account.words,
    say: sayingIn(texts.view, texts.words),
  }),
});

/** What a signed-in visitor sees. Handlers are for the browser; on the server a form posts by itself. */
const choosingOf = (
  content: Content,
  handling: Handling | undefined,
  texts: { view: Preferences; words: Words },
): Choosing => {
  const { state, host, query, notice, past: history, level } = content;
  const { requests, account, isChanged } = content;
  return {
    ...(state.is === 'in' ? notice : {}),
    ...texts,
    say: sayingIn(texts.view, texts.words),
    host,
    query,
    history,
    level,
    requests,
    canObject: texts.view.purposes.some((each) => each.change === 'object' && isOn(each)),
    isChanged,
    account,
    actions: handling && actionsIn(content, handling, texts),
  };
};

/** Shows the choices, or what proves whose they are. */
export const contentOf = (content: Content, handling?: Handling): unknown => {
  const { state, words, view, host, query, email, notice } = content;
  if (state.is === 'unavailable') return nothing;
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
      view
        ? html`<div ?hidden=${!isIn}>${choices(choosingOf(content, handling, { view, words }))}</div>`
        : nothing
    }`;
};
