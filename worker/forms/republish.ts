import { z } from 'zod';
import type { Republished } from '../contract/lists.ts';
import type { Caller } from '../platform/caller.ts';
import { publishOver, readGrounds } from './publish.ts';
import { readForm } from './store.ts';

/** Forms whose current version asks for a purpose, or names a subscription type under it. */
export const NAMING = `
SELECT DISTINCT f.key
FROM form f
JOIN form_version v ON v.form = f.key AND v.version = f.version
JOIN json_each(v.definition, '$.sections') s
JOIN json_each(s.value, '$.purposes') p
WHERE p.value ->> '$.purpose' = ?1
  OR EXISTS (SELECT 1 FROM json_each(p.value, '$.subscriptions') WHERE value = ?2)
ORDER BY f.key`;

/** Publishes every form that shows other words of a purpose or subscription type than those of now. */
export const republish = async (
  caller: Caller,
  { purpose = '', subscription = '' }: { purpose?: string; subscription?: string },
): Promise<Republished> => {
  const { db } = caller;
  const grounds = await readGrounds(db);
  const { results } = await db.prepare(NAMING).bind(purpose, subscription).all();
  const answer: Republished = { published: [], failed: [] };
  for (const { key } of z.array(z.object({ key: z.string() })).parse(results)) {
    const form = await readForm(db, key);
    if (!form) continue;
    const published = await publishOver(
      caller,
      { key, definition: form.latest, onlyIfNew: true },
      form,
      grounds,
    );
    if (!published.ok) answer.failed.push({ form: key, errors: published.errors });
    else if (published.isNew) answer.published.push({ form: key, version: published.version });
  }
  return answer;
};
