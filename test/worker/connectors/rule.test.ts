import { expect, test } from 'vitest';
import {
  type Known,
  type Ours,
  rule,
  type State,
  seeWritten,
  type Theirs,
} from '../../../worker/connectors/kit/rule.ts';
import { runHistory } from './histories.ts';

test('no history of any faults makes a yes of a no at a tool, and what differs in the end is listed', () => {
  for (let seed = 1; seed <= 5_000; seed++) expect(() => runHistory(seed)).not.toThrow();
});

const theirs = (state: State, wrote: Known['wrote'] = null): Theirs => ({
  state,
  at: null,
  isBlocked: false,
  isUndeliverable: false,
  seenAt: 1,
  wrote,
  refusedBy: null,
});

const unheard: Ours = { decision: null, since: 0, own: null };
const agreed: Ours = { decision: 'given', since: 5, own: { says: 'yes', at: 5 } };
const refused: Ours = { decision: 'refused', since: 5, own: { says: 'no', at: 5 } };

test('what a tool sends to anyone who says nothing is nobody’s yes, and becomes what the person says', () => {
  const verdict = { write: null, record: null, difference: null };
  expect(rule(agreed, [theirs('unasked')])).toEqual({ ...verdict, write: 'on' });
  expect(rule(unheard, [theirs('unasked')])).toEqual({ ...verdict, difference: 'unconfirmed' });
  expect(rule(refused, [theirs('unasked')])).toEqual({ ...verdict, write: 'off' });
  // What our own write rested on is undone.
  expect(rule(unheard, [theirs('unasked', 'on')])).toEqual({ ...verdict, write: 'off' });
});

test('an off that stands where on was written is someone’s no', () => {
  const off = { state: 'off', at: null, isBlocked: false } as const;
  expect(seeWritten(theirs('absent'), off, 'on', 9_000).refusedBy).toBe(9_000);
  expect(seeWritten(theirs('on'), off, 'off', 9_000).refusedBy).toBeNull();
});
