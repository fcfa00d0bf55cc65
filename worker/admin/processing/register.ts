import { z } from 'zod';
import { KeptDefinition } from '../../contract/definition.ts';
import type { Processing, Register } from '../../contract/processing.ts';
import { keptUnder, type Operator, readOperator } from '../../lists/stated.ts';
import { readWholeLists } from '../../lists/whole.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';

export const DEFINITIONS = `
SELECT v.definition
FROM form f
CROSS JOIN form_version v ON v.form = f.key AND v.version = f.version
LIMIT 500`;

const Row = z.object({ definition: z.string() });

/** Names what art. 30(1)(a) asks of the controller, and nobody has said yet. */
const missingOf = ({ controller, jurisdiction }: Operator): Register['missing'] => {
  const said = {
    name: controller.name,
    address: controller.address,
    email: controller.email,
    jurisdiction,
  };
  const asked: Register['missing'] = ['name', 'address', 'email', 'jurisdiction'];
  return asked.filter((what) => !said[what]);
};

/** The register as the configuration says it: never older than that, and never forgotten. */
export const readRegister = async (db: Database): Promise<Register> => {
  const { results } = await db.prepare(DEFINITIONS).all();
  const definitions = z
    .array(Row)
    .parse(results)
    .map(({ definition }) => KeptDefinition.parse(JSON.parse(definition)));
  const [lists, operator, submissionDays, evidenceDays] = await Promise.all([
    readWholeLists(db),
    readOperator(db),
    readSetting(db, 'submission-days'),
    readSetting(db, 'evidence-days'),
  ]);
  const processings = lists.purposes
    .filter(({ active }) => active)
    .map((purpose): Processing => {
      const { key, texts, legalBasis, retentionDays } = purpose;
      const kept = keptUnder(purpose, operator);
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
        ...kept,
        missing: (['recipients', 'storage'] as const).filter((what) => kept[what].length === 0),
        forms: asking.length,
        fields: [...new Set(['email', ...fields.map((field) => field.stores ?? field.key)])],
      };
    });
  return { processings, ...operator, submissionDays, evidenceDays, missing: missingOf(operator) };
};
