import { FormView } from '../../contract/form.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { isYes } from '../../ledger/rules.ts';
import { readPerson } from '../../people/store.ts';
import type { Database } from '../../platform/database.ts';
import { outcomeNow, standsNow } from '../outcome/outcome.ts';
import { readReceiptOf } from '../receipts/store.ts';
import type { Pending } from './store.ts';

/** How a submission that waits, or waited, for its confirmation stands now. */
export type StandsNow = {
  view: FormView;
  outcome: Outcome;
  /** Whether any of what it agreed to still holds, so that confirming it makes a difference. */
  isYesStill: boolean;
};

/** Reads how a submission stands, to be told to `email`; null where it or its person is gone. */
export const readStandsNow = async (
  db: Database,
  pending: Pending,
  email: string,
): Promise<StandsNow | null> => {
  const [receipt, person] = await Promise.all([
    readReceiptOf(db, pending.id),
    readPerson(db, pending.person),
  ]);
  if (!receipt || !person) return null;
  const view = FormView.parse(receipt.statement.content);
  const { standings } = person;
  return {
    view,
    outcome: outcomeNow(view, pending.decisions, { email, standings }),
    isYesStill: standsNow(pending.decisions, standings).some(({ decision }) => isYes(decision)),
  };
};
