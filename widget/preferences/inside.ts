// What a person sees and does once they have signed in; fetched then.
import type { TemplateResult } from 'lit';
import { isOn } from '../../worker/contract/standing.ts';
import { preferencesStyles } from '../styles/preferences.styles.ts';
import { actionsOf } from './actions.ts';
import { wantedIn } from './changes.ts';
import { choices } from './choices.ts';
import type { Acting, Choosing, Held, Inside, Own } from './choosing.ts';
import { sayingIn } from './saying.ts';

const actionsIn = (
  { account }: Held,
  { view, words }: Own,
  { centre, client, change }: Acting,
): Choosing['actions'] => ({
  ...actionsOf(centre, client, { view, words }),
  change,
  leave: centre.leave,
  retry: () => void centre.show(),
  ...account?.actionsOf(centre, client, {
    view,
    words,
    account: account.words,
    say: sayingIn(view, words),
  }),
});

/** Shows all choices. Handlers are for the browser; on the server a form posts without a script. */
const show: Inside['show'] = (held, own, acting): TemplateResult => {
  const { state, host, query, notice, past: history, level } = held;
  const { requests, account, isChanged } = held;
  const { view, words } = own;
  return choices({
    ...(state.is === 'in' ? notice : {}),
    view,
    words,
    say: sayingIn(view, words),
    host,
    query,
    history,
    level,
    requests,
    canObject: view.purposes.some((each) => each.change === 'object' && isOn(each)),
    isChanged,
    account,
    actions: acting && actionsIn(held, own, acting),
  });
};

export const inside: Inside = { show, wantedIn, styles: preferencesStyles };
