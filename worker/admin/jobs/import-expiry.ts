import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { forEach } from '../../platform/each.ts';
import { DAY, HOUR } from '../../platform/time.ts';
import { expiredFiles, forgetDraftFile, forgetFile } from './import-store.ts';
import { forgetTyped, IN_STATE, readJob, setState } from './store.ts';

/** A file that nobody imports is deleted so long after it was uploaded: it holds people's addresses. */
const DRAFT_MS = 7 * DAY;
/** An upload that has made no draft by then broke off. */
const UPLOAD_MS = HOUR;

/** Makes the statements that delete a file, and end its draft as a dropped one ends. */
const forgetting = async (
  caller: Caller,
  { job, isDraft }: { job: string; isDraft: boolean },
): Promise<D1PreparedStatement[]> => {
  const { db } = caller;
  const draft = isDraft ? await readJob(db, job) : null;
  if (!draft) return [forgetFile(db, job)];
  const act = { act: 'import.expire', object: `job/${job}` };
  return [
    auditWhere(caller, act, IN_STATE, job, 'draft'),
    forgetDraftFile(db, job),
    setState(db, job, 'draft', 'stopped'),
    forgetTyped(db, draft),
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
    async (file) => db.batch(await forgetting(caller, file)),
  );
  return expired.length;
};
