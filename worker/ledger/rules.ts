import { holds } from '../contract/standing.ts';
import type { Decision } from '../contract/words.ts';
import { type Choice, RULES, type Rule } from './record.ts';
import {
  beneathOf,
  CODES,
  earlierOf,
  isOfSubmission,
  PERSON_CODE,
  sequenceOf,
  UNDO_CODE,
  wordOf,
} from './stored.ts';

/**
 * On whose authority records are written:
 * - `person`: the person's own act, on a form, by confirming, in the preference centre or from an email.
 * - `evidence`: one registration by a user with the right, who says how they know.
 * - `none`: an import, a bulk update, a job, a connected tool. It raises no no to a yes.
 */
export type Authority = 'person' | 'evidence' | 'none';

/** Says whether a decision is no no: it holds, or is still to be confirmed. */
export const isYes = (decision: Decision): boolean => holds(decision) || decision === 'pending';

/** Says whether a decision is a no: the person's own, or that what they had agreed to has expired. */
export const isNo = (decision: Decision): boolean => no.includes(decision);

const no: readonly Decision[] = ['refused', 'withdrawn', 'objected', 'restricted', 'expired'];

/**
 * Whether a number is that of one of some decisions, as SQL; null where it is null. By bits, for SQLite makes a table
 * of a list of three, and counts each look into it as a row.
 */
const among =
  (...decisions: readonly Decision[]) =>
  (code: string): string =>
    `(${decisions.reduce((bits, each) => bits | (1 << CODES[each]), 0)} >> ${code} & 1)`;

const isHeld = among('given', 'informed');
/** Whether a number is that of no no, as SQL. */
export const isAYes = among('given', 'informed', 'pending');
const isConsent = among('given', 'pending');
const isANo = among(...no);

/** What a record `r` would say, by its number. */
const ASKED = "r.value ->> 'code'";

/** Whether nothing stands: nothing ever did, or what a job made of nothing was undone. */
const NOTHING = `(now.decision IS NULL OR (now.decision = ${CODES.expired} AND now.source = ${UNDO_CODE}))`;

/** The sequence of the record that stands. */
const STANDS = sequenceOf('now.occasion', 'now.n');

const NOW = { person: 'now.person', item: 'now.item', occasion: 'now.occasion', n: 'now.n' };

/** Whether a record `r` says what stood right before what stands. */
const SAYS_EARLIER = `${ASKED} = COALESCE((${earlierOf('earlier.decision', NOW)}), ${CODES.expired})`;

/**
 * Whether a record `r` restores what stood right before the record that it undoes, which a job wrote. What
 * waited for a confirmation does not wait again: the time to confirm it may be over.
 */
const RESTORES = `${STANDS} = r.value ->> 'undoes'
      AND ${ASKED} <> ${CODES.pending}
      AND EXISTS (SELECT 1 FROM occasion own
        WHERE own.number = now.occasion
          AND own.actor <> ${PERSON_CODE}
          AND own.statement IS NULL
          AND own.submission IS NULL
          AND ${SAYS_EARLIER}
          AND (${isAYes(ASKED)} OR NOT EXISTS (SELECT 1
            FROM item below
            JOIN held yes ON yes.person = now.person AND yes.item = below.code
            WHERE below.purpose = item.code
              AND ${isAYes('yes.decision')} AND yes.since > own.recorded_at)))`;

/** What lies beneath the restriction that stands. */
const BENEATH = `(${beneathOf('earlier.decision', NOW)})`;

/**
 * Whether a record `r` says what lies beneath the restriction that stands. What waited for a confirmation does not
 * wait again.
 */
const LIFTS = `now.decision = ${CODES.restricted}
      AND ${ASKED} = COALESCE(NULLIF(${BENEATH}, ${CODES.pending}), ${CODES.expired})`;

/** How the purpose of a subscription stands, by what `joinStandings` joins. */
const ABOVE = 'above.decision';

/**
 * Joins what a record `r` is about as `item`, what stands of it as `now`, and of the purpose that a subscription is
 * under as `above`, for the person of a number. By primary keys.
 */
export const joinStandings = (person: string): string => `
LEFT JOIN item
  ON item.kind = r.value ->> 'kind'
  AND item.key = r.value ->> 'item'
LEFT JOIN held now
  ON now.person = ${person}
  AND now.item = item.code
LEFT JOIN held above
  ON above.person = ${person}
  AND above.item = item.purpose`;

/** The condition of each rule, with the purpose above a subscription as some SQL says. */
const conditionsOf = (above: string): Readonly<Record<Rule, string>> => ({
  ticked: `now.decision IS NOT ${CODES.restricted}`,
  settled: `(now.decision IS ${CODES.pending}
        OR (now.decision IS ${CODES.informed} AND ${ASKED} = ${CODES.given}))
      AND (${ASKED} <> ${CODES.expired}
        OR EXISTS (SELECT 1 FROM occasion own
          WHERE own.number = now.occasion AND ${isOfSubmission('own', "r.value ->> 'submission'")}))`,
  told: `now.decision IS NULL OR now.decision IN (${CODES.informed}, ${CODES.expired})`,
  first: NOTHING,
  chosen: `now.decision IS NOT ${ASKED}`,
  registered: `now.decision IS NOT ${ASKED}
      OR ${wordOf('now.legal_basis')} IS NOT r.value ->> 'legalBasis'`,
  bulk: `${NOTHING}
      OR (${isHeld('now.decision')} AND now.decision = ${ASKED}
        AND ${wordOf('now.legal_basis')} IS NOT r.value ->> 'legalBasis')
      OR (${isAYes('now.decision')} AND NOT ${isAYes(ASKED)})`,
  basis: `${isHeld('now.decision')} AND now.decision = ${ASKED}
      AND ${wordOf('now.legal_basis')} IS NOT r.value ->> 'legalBasis'`,
  beneath: `now.decision = ${CODES.restricted}
      AND ${isAYes(BENEATH)}`,
  resumed: `${isANo('now.decision')}
      AND ${ASKED} = ${CODES.restricted}
      AND ${ASKED} = (${earlierOf('earlier.decision', NOW)})`,
  lifted: LIFTS,
  undone: RESTORES,
  ends: `${isAYes('now.decision')}
      AND COALESCE(r.value ->> 'undoes', ${STANDS}) = ${STANDS}`,
  orphaned: `${isAYes('now.decision')}
      AND (${above} IS NULL OR NOT ${isAYes(above)})`,
});

/** What stands in the way of a record `r` unless the person is behind it, or evidence of what they said. */
const raisesNothing = (authority: string): string => `(NOT ${isAYes(ASKED)}
    OR ${NOTHING}
    OR ${isAYes('now.decision')}
    OR r.value ->> 'rule' = 'undone'
    OR ${authority} IN ('person', 'evidence'))
  AND (NOT ${isConsent(ASKED)}
    OR now.decision IS NOT ${CODES.informed}
    OR ${authority} IN ('person', 'evidence'))
  AND (${ASKED} <> ${CODES.informed}
    OR now.decision IS NULL
    OR ${isAYes('now.decision')}
    OR now.decision = ${CODES.expired}
    OR r.value ->> 'rule' IN ('undone', 'lifted')
    OR ${authority} = 'person')
  AND `;

/** The authority `person`, as SQL. Where it is known to be that, nobody else's conditions are asked. */
export const BY_PERSON = "'person'";

/**
 * Decides whether a record `r` may be written, for every writer of the ledger, on an `Authority` and with the
 * purpose above it as some SQL says. A no is raised to a yes, and a notice to a consent, by the person or on
 * evidence alone; a no also as a job is undone that made it of a yes. No notice raises a no, unless the person
 * takes their objection back, or a restriction over it is lifted. What holds never becomes pending, a subscription
 * is a yes only under a purpose that is one, and beyond that holds the record's own `Rule`. A writer that has but
 * some `rules` names them: its condition is shorter, and a record by another is not written.
 */
export const mayBeWritten = (
  authority: string,
  { above = ABOVE, rules = RULES }: { above?: string; rules?: readonly Rule[] } = {},
): string => {
  const all = conditionsOf(above);
  return `${authority === BY_PERSON ? '' : raisesNothing(authority)}(${ASKED} <> ${CODES.informed} OR r.value ->> 'kind' = 'purpose')
  AND (${ASKED} <> ${CODES.pending} OR now.decision IS NULL OR NOT ${isHeld('now.decision')})
  AND (NOT ${isAYes(ASKED)}
    OR r.value ->> 'kind' = 'purpose'
    OR ${isHeld(above)}
    OR (${ASKED} = ${CODES.pending} AND ${above} IS ${CODES.pending}))
  AND CASE r.value ->> 'rule'
    ${rules.map((rule) => `WHEN '${rule}' THEN ${all[rule]}`).join('\n    ')}
    ELSE 0
  END`;
};

/**
 * Says what comes of a record `r` that nobody's authority is behind, by the very conditions under which it is
 * written: `new` where nothing stood, `changed`, the no that it is left alone for, or `unchanged`.
 */
export const outcomeOf = (above = ABOVE): string => `CASE
    WHEN ${mayBeWritten("'none'", { above })} THEN iif(${NOTHING}, 'new', 'changed')
    WHEN ${isANo('now.decision')} AND NOT ${NOTHING} THEN iif(now.decision = ${ASKED}, 'unchanged', ${wordOf('now.decision')})
    WHEN ${NOTHING} AND ${isANo(above)} THEN ${wordOf(above)}
    ELSE 'unchanged'
  END`;

/** What a writer wants of someone: the row that these conditions look at. */
export const wantedRow = ({
  purpose,
  subscription,
  decision,
  legalBasis,
  rule,
  undoes,
}: Pick<Choice, 'decision' | 'legalBasis' | 'rule' | 'undoes'> & {
  purpose?: string | null;
  subscription?: string | null;
}) => ({
  kind: purpose ? 'purpose' : 'subscription',
  item: purpose ?? subscription,
  code: CODES[decision],
  legalBasis,
  rule,
  undoes,
});
