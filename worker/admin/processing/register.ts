import { z } from 'zod';
import { readReceivers, recipientsOf } from '../../connectors/recipients.ts';
import { KeptDefinition } from '../../contract/definition.ts';
import type { Processing, Register } from '../../contract/processing.ts';
import { keptUnder, type Operator, readOperator } from '../../lists/stated.ts';
import type { WholeLists } from '../../lists/whole.ts';
import type { Database } from '../../platform/database.ts';
import { parseRows } from '../../platform/rows.ts';
import { readSetting } from '../../settings/store.ts';
import { type AskingForm, dataFor } from './data.ts';

export const DEFINITIONS = `
SELECT f.key, v.definition
FROM form f
CROSS JOIN form_version v ON v.form = f.key AND v.version = f.version
LIMIT 500`;

const Row = z.object({ key: z.string(), definition: z.string() });

const readForms = async (db: Database): Promise<AskingForm[]> => {
  const { results } = await db.prepare(DEFINITIONS).all();
  return parseRows(Row, results).map(({ key, definition }) => ({
    key,
    definition: KeptDefinition.parse(JSON.parse(definition)),
  }));
};

/** What holds for every purpose that does not say otherwise. */
const readShared = async (db: Database) => {
  const [subjects, transfers, security] = await Promise.all([
    readSetting(db, 'subjects'),
    readSetting(db, 'transfers'),
    readSetting(db, 'security'),
  ]);
  return { subjects, transfers, security };
};

const readRetention = async (db: Database): Promise<Register['retention']> => {
  const [submissions, evidence, emails, unconfirmed, stale] = await Promise.all([
    readSetting(db, 'submission-days'),
    readSetting(db, 'evidence-days'),
    readSetting(db, 'mail-days'),
    readSetting(db, 'unconfirmed-days'),
    readSetting(db, 'stale-days'),
  ]);
  return { submissions, evidence, emails, unconfirmed, stale };
};

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

const STATED = ['recipients', 'storage', 'subjects', 'transfers', 'security'] as const;

/**
 * The record of processing as the configuration says it: never older than that, and never forgotten. The lists are
 * being read by who shows it, in whose words it is named.
 */
export const readRegister = async (
  db: Database,
  reading: Promise<WholeLists>,
): Promise<Register> => {
  const [forms, lists, operator, shared, retention, receivers] = await Promise.all([
    readForms(db),
    reading,
    readOperator(db),
    readShared(db),
    readRetention(db),
    readReceivers(db),
  ]);
  const sources = new Set(lists.sources.filter(({ active }) => active).map(({ key }) => key));
  const processings = lists.purposes
    .filter(({ active }) => active)
    .map((purpose): Processing => {
      const { key, texts, legalBasis, retentionDays } = purpose;
      const data = dataFor(forms, key, sources);
      const { recipients, storage } = keptUnder(purpose, operator);
      const stated = {
        recipients,
        storage,
        subjects: purpose.subjects || shared.subjects,
        transfers: purpose.transfers || shared.transfers,
        security: purpose.security || shared.security,
      };
      return {
        purpose: key,
        texts,
        legalBasis,
        retentionDays,
        data,
        ...stated,
        recipients: recipientsOf(key, recipients, receivers),
        missing: STATED.filter((what) => stated[what].length === 0),
        forms: new Set(data.flatMap((each) => each.forms)).size,
      };
    });
  return { processings, ...operator, ...shared, retention, missing: missingOf(operator) };
};
