import { auditWhere } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { forgetReceived } from '../../platform/tables/received.ts';
import { DAY, HOUR } from '../../platform/time.ts';
import { expiredFiles, forgetDraftFile, forgetFile } from './import-store.ts';
import { IN_STATE, setState } from './store.ts';

/** A file that nobody imports is deleted so long after it was uploaded: it holds people's addresses. */
const DRAFT_MS = 7 * DAY;
/** An upload that has made no draft by then broke off. */
const UPLOAD_MS = HOUR;

/** Deletes files that were uploaded and never imported; their drafts end as dropped ones do. */
export const expireDrafts = async (caller: Caller): Promise<void> => {
  const { env, db, now } = caller;
  for (const { job, isDraft } of await expiredFiles(db, now - DRAFT_MS, now - UPLOAD_MS))
    await db.batch(
      isDraft
        ? [
            auditWhere(
              caller,
              { act: 'import.expire', object: `job/${job}` },
              IN_STATE,
              job,
              'draft',
            ),
            forgetDraftFile(db, job),
            setState(db, job, 'draft', 'stopped'),
          ]
        : [forgetFile(db, job)],
    );
  await forgetReceived(env, now - UPLOAD_MS);
};
