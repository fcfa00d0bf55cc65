import type { RequestCase, RequestRead } from '../../contract/requests.ts';
import { emailsAbout } from '../../outbox/about.ts';
import type { Database } from '../../platform/database.ts';
import { readReasons } from '../../requests/answers.ts';
import { readNotes, readTold } from '../../requests/case.ts';
import { effectsOf } from './carry-out.ts';

/** Reads all that is known about a request, and what carrying it out does while it is open. */
export const readWholeCase = async (db: Database, found: RequestCase): Promise<RequestRead> => {
  const { number, person, state } = found;
  const [reasons, notes, told, emails, effects] = await Promise.all([
    readReasons(db, number),
    readNotes(db, number),
    readTold(db, number),
    person === null ? [] : emailsAbout(db, person, number),
    state === 'open' ? effectsOf(db, found) : null,
  ]);
  return { ...found, reasons, notes, told, emails, effects };
};
