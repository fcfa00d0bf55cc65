// Requests that are done in the act that records them: the same batch writes both.
import type { Caller } from '../platform/caller.ts';
import { monthsAfter } from '../platform/zone.ts';
import { knownZone } from '../settings/known-brand.ts';
import { type Intake, type NewRequest, writeRequest } from './store.ts';

/** How a request came that a user takes and carries out at once. */
export const takenBy = (actor: string): Intake => ({
  channel: 'other',
  identity: 'known',
  takenBy: actor,
  assignee: null,
});

/** Makes the statement that writes a request which is done; the person's own unless it came otherwise. */
export const writeDone = async (
  { db, now }: Pick<Caller, 'db' | 'now'>,
  { id, person, kind }: Pick<NewRequest, 'id' | 'person' | 'kind'>,
  intake?: Intake,
): Promise<D1PreparedStatement> =>
  writeRequest(
    db,
    {
      id,
      person,
      kind,
      state: 'done',
      askedAt: now,
      dueAt: monthsAfter(await knownZone(db), now, 1),
      actsAt: kind === 'erasure' ? now : null,
    },
    intake,
  );
