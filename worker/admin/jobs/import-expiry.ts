import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { forEach } from '../../platform/each.ts';
import { DAY, HOUR } from '../../platform/time.ts';
import { expiredFiles, forgetDraftFile, forgetFile } from './import-store.ts';
import { IN_STATE, setState } from './store.ts';

/** A file that nobody imports is deleted so long after it was uploaded: it holds people's addresses. */
const DRAFT_MS = 7 * DAY;
/** An upload that has made no draft by then broke off. */
const UPLOAD_MS = HOUR;

/** Makes the statements that delete a file, and end its draft as a dropped one ends. */
const forgetting = (
  caller: Caller,
  { job, isDraft }: { job: string; isDraft: boolean },
): D1PreparedStatement[] => {
  const { db } = caller;
  if (!isDraft) return [forgetFile(db, job)];
  const act = { act: 'import.expire', object: `job/${job}` };
  return [
    auditWhere(caller, act, IN_STATE, job, 'draft'),
    forgetDraftFile(db, job),
    setState(db, job, 'draft', 'stopped'),
  ];
};

/** Deletes files that were uploaded and never imported; their drafts end as dropped ones do. Returns how many. */
export const expireDrafts = async (caller: Caller): Promise<number> => {
  const { db, now } = caller;
  const expired = await expiredFiles(db, now - DRAFT_MS, now - UPLOAD_MS);
  await forEach(
    'import',
    expired,
    ({ job }) => job,
    (file) => db.batch(forgetting(caller, file)),
  );
  return expired.length;
};
