import { readReceivers, recipientsOf } from '../connectors/recipients.ts';
import type { RecordProof } from '../contract/people.ts';
import type { ProofFile, ProvenSubmission, Stated } from '../contract/proof.ts';
import { statementContent } from '../ledger/statement.ts';
import { readStated } from '../lists/stated.ts';
import { proofsOf, signFile } from '../log/prove.ts';
import type { Caller } from '../platform/caller.ts';
import type { Database } from '../platform/database.ts';
import { consentReceipt } from '../proof/consent-receipt.ts';
import { lookedPage } from './look.ts';
import { readClicks } from './store.ts';

type Proving = Pick<Caller, 'env' | 'db' | 'host' | 'now'>;
type Proven = Pick<RecordProof, 'sequence' | 'content' | 'sha256' | 'subject'>;

/** Who gets a proof file: the person themselves or staff, or anyone who holds a receipt, which says less. */
export type Reader = 'known' | 'holder';

const statementsOf = (
  db: Database,
  records: readonly Proven[],
  host: string,
): Promise<ProofFile['statements']> => {
  const shown = new Set(records.flatMap(({ content }) => content.statement ?? []));
  return Promise.all(
    [...shown].map(async (sha256) => {
      const content = (await statementContent(db, sha256)) ?? '';
      return { sha256, content, html: await lookedPage(db, content, host) };
    }),
  );
};

/** Takes out where clicks came from: a receipt's id may be known to the page on which the visitor signed up. */
const withoutPlaces = (submissions: readonly ProvenSubmission[]): ProvenSubmission[] =>
  submissions.map(({ sent, confirmed, ...submission }) => ({
    ...submission,
    sent: { at: sent.at, ip: null, userAgent: null },
    confirmed: confirmed && { at: confirmed.at, ip: null, userAgent: null },
  }));

/** Reads what the operator states, with who gets personal data automatically among the recipients. */
const statedBy = async (db: Database, host: string): Promise<Stated> => {
  const [stated, receivers] = await Promise.all([readStated(db, host), readReceivers(db)]);
  return {
    ...stated,
    purposes: stated.purposes.map((purpose) => ({
      ...purpose,
      recipients: recipientsOf(purpose.key, purpose.recipients, receivers),
    })),
  };
};

/**
 * Makes the file that proves records of one person: with what was shown and how it looked, both clicks of a double
 * opt-in and a consent receipt, signed by the log as a whole.
 */
export const proofFileOf = async (
  { env, db, host, now }: Proving,
  records: readonly Proven[],
  reader: Reader,
): Promise<ProofFile> => {
  const sent = new Set(records.flatMap(({ content }) => content.submission ?? []));
  const [{ proofs, ...log }, statements, clicks, stated] = await Promise.all([
    proofsOf(
      db,
      records.map(({ sequence }) => sequence),
    ),
    statementsOf(db, records, host),
    readClicks(db, [...sent]),
    statedBy(db, host),
  ]);
  const source = {
    id: crypto.randomUUID(),
    made: now,
    records: records.map(({ content, sha256, subject }, index) => ({
      content,
      sha256,
      salt: subject?.salt ?? null,
      proof: proofs[index] ?? null,
    })),
    statements,
    stated,
  };
  return signFile(env, {
    format: 'samtykke-proof@1',
    ...source,
    ...log,
    submissions: reader === 'known' ? clicks : withoutPlaces(clicks),
    receipt: consentReceipt(source),
  });
};

/** What the browser saves a proof file as. */
export const proofFileName = (name: string): string => `${name}.samtykke-proof`;
