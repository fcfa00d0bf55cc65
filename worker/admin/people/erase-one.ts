import type { ErasureReason } from '../../contract/erasing.ts';
import type { Person } from '../../contract/people.ts';
import { erasePeople } from '../../people/erase.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { monthsAfter } from '../../platform/zone.ts';
import { writeRequest } from '../../requests/store.ts';
import { knownZone } from '../../settings/known-brand.ts';

/**
 * Erases one person at once, with the actor's name and reason. Where the person asked for it, that is a request
 * which is done, so that it stands with the others, and with who was told of it (GDPR art. 19).
 */
export const eraseOne = async (
  caller: Caller,
  person: Person,
  reason: ErasureReason,
): Promise<void> => {
  const { db, actor, now } = caller;
  const asked = {
    id: crypto.randomUUID(),
    person: person.id,
    kind: 'erasure',
    state: 'done',
    askedAt: now,
    dueAt: monthsAfter(await knownZone(db), now, 1),
    actsAt: now,
  } as const;
  const intake = { channel: 'other', identity: 'known', takenBy: actor, assignee: null } as const;
  await db.batch([
    ...(reason === 'request' ? [writeRequest(db, asked, intake)] : []),
    ...(await erasePeople(caller, [person], { source: 'manual', actor, reason })),
    audit(caller, { act: 'people.erase', object: person.id, after: { reason } }),
  ]);
};
