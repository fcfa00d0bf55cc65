import { v7 } from 'uuid';
import type { Decision } from '../contract/words.ts';
import type { Database } from '../platform/database.ts';
import { commit } from './commitment.ts';
import { keepComments, keepSubjects, writeRecordsOf } from './person.ts';
import { type Rule, seal } from './record.ts';
import { type Authority, isYes } from './rules.ts';
import { typesUnder } from './under.ts';

/** One decision about somebody whom we know. */
export type Choice = {
  purpose?: string;
  subscription?: string;
  decision: Decision;
  legalBasis: string;
  rule: Rule;
};

/** Whom a decision is about. */
export type Known = { id: string; email: string; locale: string };

/** Who decides and on whose authority, where, on what was shown, and why in their own words. */
export type Occasion = {
  source: string;
  actor: string;
  authority: Authority;
  statement: string | null;
  page: string | null;
  comment?: string;
};

const sealAll = async (
  { id: person, email, locale }: Known,
  choices: readonly Choice[],
  { source, actor, statement, page, comment }: Occasion,
  recordedAt: number,
) => {
  const subject = await commit(email);
  const said = comment ? await commit(comment) : null;
  const shared = {
    subject: subject.sha256,
    source,
    actor,
    recordedAt,
    statement,
    page,
    locale,
    comment: said?.sha256 ?? null,
    form: null,
    version: null,
    submission: null,
  };
  const records = await Promise.all(
    choices.map(async ({ purpose = null, subscription = null, decision, legalBasis, rule }) => ({
      person,
      salt: said?.salt ?? '',
      record: await seal(
        { id: v7(), purpose, subscription, decision, legalBasis, ...shared },
        rule,
      ),
    })),
  );
  return { records, subject: { person, subject: subject.sha256, email, salt: subject.salt } };
};

type Deciding = { person: Known; choices: readonly Choice[] };

const endedBy = (choices: readonly Choice[]): string[] =>
  choices.flatMap(({ purpose, decision }) => (purpose && !isYes(decision) ? [purpose] : []));

/** Adds to every purpose that may end the subscriptions under it, so that none revives with it later. */
const withOrphans = async (
  db: Database,
  people: readonly Deciding[],
): Promise<readonly Deciding[]> => {
  const ended = new Set(people.flatMap(({ choices }) => endedBy(choices)));
  const types = await typesUnder(db, [...ended]);
  if (types.length === 0) return people;
  return people.map(({ person, choices }) => ({
    person,
    choices: [
      ...choices,
      ...choices.flatMap(({ purpose, decision, legalBasis }) =>
        isYes(decision)
          ? []
          : types
              .filter((type) => type.purpose === purpose)
              .map(
                ({ key }): Choice => ({
                  subscription: key,
                  decision,
                  legalBasis,
                  rule: 'orphaned',
                }),
              ),
      ),
    ],
  }));
};

/**
 * Makes the statements that write the decisions about known people on one occasion, for one batch. What
 * the ledger's rules refuse is not written, a purpose that ends takes its subscriptions along, and
 * standings follow by the ledger's trigger.
 */
export const decideOf = async (
  db: Database,
  people: readonly Deciding[],
  occasion: Occasion,
  recordedAt: number,
): Promise<D1PreparedStatement[]> => {
  const sealed = await Promise.all(
    (await withOrphans(db, people)).map(({ person, choices }) =>
      sealAll(person, choices, occasion, recordedAt),
    ),
  );
  const records = sealed.flatMap((each) => each.records);
  const salts = records.map(({ record, salt }) => ({ record: record.id, salt }));
  return [
    keepSubjects(
      db,
      sealed.map(({ subject }) => subject),
    ),
    ...writeRecordsOf(db, occasion, records, recordedAt),
    ...(occasion.comment ? [keepComments(db, salts, occasion.comment)] : []),
  ];
};

/** The same about one person. */
export const decide = (
  db: Database,
  { person, ...occasion }: Occasion & { person: Known },
  choices: readonly Choice[],
  recordedAt: number,
): Promise<D1PreparedStatement[]> => decideOf(db, [{ person, choices }], occasion, recordedAt);
