import { z } from 'zod';
import { readWholeLists } from '../../lists/whole.ts';
import type { Caller } from '../../platform/caller.ts';
import { publicUrl } from '../../platform/public-url.ts';
import { readSetting } from '../../settings/store.ts';

/** What a new installation needs before its first sign-up, in that order. */
export const firstSteps = ['sender', 'privacy-link', 'form', 'origin'] as const;
export type FirstStep = (typeof firstSteps)[number];

export const FORMS_READY = `
SELECT EXISTS (SELECT 1 FROM form) AS hasForm,
  EXISTS (SELECT 1 FROM form WHERE json_array_length(origins) > 0) AS hasOrigin`;

const Ready = z.object({ hasForm: z.number(), hasOrigin: z.number() });

/** Reads which of the first steps are taken, by what is really there. */
export const readFirstSteps = async ({
  env,
  db,
}: Pick<Caller, 'env' | 'db'>): Promise<Record<FirstStep, boolean>> => {
  const [sender, { purposes }, row] = await Promise.all([
    readSetting(db, 'sender'),
    readWholeLists(db),
    db.prepare(FORMS_READY).first(),
  ]);
  const { hasForm, hasOrigin } = Ready.parse(row);
  const active = purposes.filter((purpose) => purpose.active);
  return {
    sender: Boolean(sender.address && publicUrl(env)),
    'privacy-link': active.every(({ texts }) =>
      Object.values(texts).every(({ privacyUrl }) => privacyUrl),
    ),
    form: hasForm === 1,
    origin: hasOrigin === 1,
  };
};
