import type { Standing } from '../contract/people.ts';
import { contentHash } from './record.ts';
import type { LedgerRecord } from './store.ts';

/** A standing of a person, keyed by `standingKey`. */
export type Standings = Map<string, Standing>;

export const standingKey = (person: string, item: { purpose?: string; subscription?: string }) =>
  `${person} ${item.purpose ? 'purpose' : 'subscription'} ${item.purpose ?? item.subscription}`;

/** What the ledger says holds now: the last record of each person and item wins. */
export const replay = (
  records: readonly Pick<LedgerRecord, 'person' | 'decision' | 'content'>[],
): Standings => {
  const standings: Standings = new Map();
  for (const { person, decision, content } of records) {
    const item = content.purpose
      ? { purpose: content.purpose }
      : { subscription: content.subscription ?? '' };
    standings.set(standingKey(person, item), {
      ...item,
      decision,
      legalBasis: content.legalBasis,
      source: content.source,
      since: content.recordedAt,
      record: content.id,
    });
  }
  return standings;
};

/** The sequence numbers of the records whose content no longer has the hash it was sealed with. */
export const broken = async (
  records: readonly Pick<LedgerRecord, 'sequence' | 'content' | 'sha256'>[],
): Promise<number[]> => {
  const checked = await Promise.all(
    records.map(async ({ sequence, content, sha256 }) =>
      (await contentHash(content)) === sha256 ? [] : [sequence],
    ),
  );
  return checked.flat();
};
