import { v7 } from 'uuid';
import { commit } from './commitment.ts';
import { keepSubject, writeRecordsOf } from './person.ts';
import { type Rule, seal } from './record.ts';

/** One decision of somebody whom we know. */
export type Choice = {
  purpose?: string;
  subscription?: string;
  decision: 'given' | 'withdrawn' | 'objected' | 'restricted';
  legalBasis: string;
  rule: Rule;
};

/** Who decides, where and on what they were shown. */
export type Occasion = {
  person: { id: string; email: string; locale: string };
  source: string;
  actor: string;
  statement: string | null;
  page: string | null;
};

/**
 * The statements that write the decisions of a known person, for one batch. What each rule refuses,
 * and what stands that way already, is not written; standings follow by the ledger's trigger.
 */
export const decide = async (
  db: D1Database,
  { person, source, actor, statement, page }: Occasion,
  choices: readonly Choice[],
  recordedAt: number,
): Promise<D1PreparedStatement[]> => {
  const { sha256: subject, salt } = await commit(person.email);
  const { locale } = person;
  const shared = { subject, source, actor, recordedAt, statement, page, locale };
  const records = await Promise.all(
    choices.map(({ purpose = null, subscription = null, decision, legalBasis, rule }) =>
      seal(
        {
          ...{ id: v7(), purpose, subscription, decision, legalBasis, ...shared },
          ...{ form: null, version: null, comment: null, submission: null },
        },
        rule,
      ),
    ),
  );
  return [
    keepSubject(db, person.id, { sha256: subject, salt }, person.email),
    writeRecordsOf(db, person.id, shared, records),
  ];
};
