import { chances } from './chance.ts';
import type { Known } from './names.ts';
import { visitor } from './stage.ts';
import { DAYS, type Step } from './step.ts';
import { confirmIt, fillIn, leave, prefer } from './visitors.ts';

/** What visitors do: most sign up, some leave, a few ask for something. */
export const visits = (people: readonly Known[], site: string): Step[] => {
  const chance = chances(2);
  return people.flatMap((known, at): Step[] => {
    const day = Math.floor((at / people.length) * DAYS);
    const hour = 8 + Math.floor(chance() * 12);
    const step = (later: number, act: Step['act']): Step => ({
      day: day + later,
      hour,
      role: visitor,
      act,
    });
    const kind = chance();
    if (kind < 0.15)
      return [
        step(
          0,
          fillIn(known, {
            form: 'contact',
            page: `${site}/contact.html`,
            fields: {
              name: known.name,
              message: 'Do you deliver cider to Odense before Christmas?',
            },
            purposes: { 'e-marketing': chance() < 0.4 },
            subscriptions: ['newsletter'],
          }),
        ),
      ];
    if (kind < 0.35) {
      let receipt = '';
      return [
        step(0, async (caller) => {
          receipt = await fillIn(known, {
            form: 'feast-news',
            page: `${site}/event.html`,
            purposes: { 'e-marketing': true },
            subscriptions: ['invitations'],
          })(caller);
        }),
        ...(chance() < 0.75 ? [step(0.1, (caller) => confirmIt(receipt)(caller))] : []),
      ];
    }
    const signedUp = step(
      0,
      fillIn(known, {
        form: 'newsletter',
        page: `${site}/`,
        purposes: { 'e-marketing': chance() < 0.93 },
        subscriptions: chance() < 0.5 ? ['newsletter'] : ['newsletter', 'invitations'],
      }),
    );
    const then = chance();
    if (then < 0.1) return [signedUp, step(9, leave(known))];
    if (then < 0.16)
      return [
        signedUp,
        step(14, prefer(known, [{ purpose: 'e-marketing', on: false, seen: null }])),
      ];
    if (then < 0.22)
      return [
        signedUp,
        step(5, prefer(known, [{ subscription: 'product-news', on: true, seen: null }])),
      ];
    return [signedUp];
  });
};
