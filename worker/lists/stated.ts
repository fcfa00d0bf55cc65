import type { Stated } from '../contract/proof.ts';
import type { Database } from '../platform/database.ts';
import { readSetting } from '../settings/store.ts';
import { readWholeLists, type WholeLists } from './whole.ts';

/** Reads what the operator says of all processing; who emails are from stands in where no controller is named. */
export const readOperator = async (db: Database) => {
  const [controller, sender, jurisdiction, storage, recipients] = await Promise.all([
    readSetting(db, 'controller'),
    readSetting(db, 'sender'),
    readSetting(db, 'jurisdiction'),
    readSetting(db, 'storage'),
    readSetting(db, 'recipients'),
  ]);
  const name = controller.name || sender.name;
  return { controller: { ...controller, name }, jurisdiction, storage, recipients };
};
export type Operator = Awaited<ReturnType<typeof readOperator>>;

/** Returns who gets the data of a purpose and where it is stored: as it says itself, or as the settings say. */
export const keptUnder = (
  { recipients, storage }: Pick<WholeLists['purposes'][number], 'recipients' | 'storage'>,
  operator: Operator,
): { recipients: string[]; storage: string } => ({
  recipients: recipients.length > 0 ? recipients : operator.recipients,
  storage: storage || operator.storage,
});

/** Reads what the operator states today of the processing that proofs are about; `url` is our address. */
export const readStated = async (db: Database, url: string): Promise<Stated> => {
  const [operator, lists] = await Promise.all([readOperator(db), readWholeLists(db)]);
  const { controller, jurisdiction } = operator;
  return {
    url,
    controller,
    jurisdiction,
    purposes: lists.purposes.map((purpose) => ({
      key: purpose.key,
      retentionDays: purpose.retentionDays,
      ...keptUnder(purpose, operator),
    })),
    subscriptions: lists['subscription-types'].map(({ key, purpose }) => ({ key, purpose })),
  };
};
