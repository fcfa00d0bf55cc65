import { z } from 'zod';
import { KeptDefinition } from '../../contract/definition.ts';
import type { Processing, Register } from '../../contract/processing.ts';
import { readWholeLists } from '../../lists/whole.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';

export const DEFINITIONS = `
SELECT v.definition
FROM form f
CROSS JOIN form_version v ON v.form = f.key AND v.version = f.version
LIMIT 500`;

const Row = z.object({ definition: z.string() });

/** The register as the configuration says it: never older than that, and never forgotten. */
export const readRegister = async (db: Database): Promise<Register> => {
  const { results } = await db.prepare(DEFINITIONS).all();
  const definitions = z
    .array(Row)
    .parse(results)
    .map(({ definition }) => KeptDefinition.parse(JSON.parse(definition)));
  const [lists, recipients, submissionDays, evidenceDays, controller] = await Promise.all([
    readWholeLists(db),
    readSetting(db, 'recipients'),
    readSetting(db, 'submission-days'),
    readSetting(db, 'evidence-days'),
    readSetting(db, 'sender'),
  ]);
  const processings = lists.purposes
    .filter(({ active }) => active)
    .map(({ key, texts, legalBasis, retentionDays }): Processing => {
      const asking = definitions.filter(({ sections }) =>
        sections.some(({ purposes }) => purposes.some(({ purpose }) => purpose === key)),
      );
      const fields = asking.flatMap(({ sections }) =>
        sections.flatMap((section) => section.fields),
      );
      return {
        purpose: key,
        texts,
        legalBasis,
        retentionDays,
        forms: asking.length,
        fields: [...new Set(['email', ...fields.map((field) => field.stores ?? field.key)])],
      };
    });
  return { processings, recipients, submissionDays, evidenceDays, controller };
};
