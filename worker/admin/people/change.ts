import type { Person } from '../../contract/people.ts';
import type { DecisionBody } from '../../contract/registering.ts';
import { holds } from '../../contract/standing.ts';
import { decide } from '../../ledger/decide.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { audit } from '../../platform/audit.ts';
import type { Caller } from '../../platform/caller.ts';
import { invalidField, ProblemError } from '../../platform/problems/problem.ts';
import { yesErrors } from './yes-errors.ts';

const wrong = (field: string, message: string): ProblemError =>
  invalidField(field, 'unknown', message);

/**
 * Records a decision on a person's behalf, with the actor's name and reason. A purpose needs the right
 * `consents-write`; a subscription `subscriptions-write`, for by default nobody but the person changes
 * those. The ledger ends the subscriptions of a purpose with it. What ends keeps its legal basis unless the
 * body names another.
 */
export const changeFor = async (
  caller: Caller,
  person: Person,
  body: DecisionBody,
): Promise<void> => {
  const { db, actor, rights, now } = caller;
  const { purpose, subscription, decision, source, comment } = body;
  const needed = purpose ? 'consents-write' : 'subscriptions-write';
  if (!rights.includes(needed)) {
    await audit(caller, { act: 'denied', object: needed }).run();
    throw new ProblemError('forbidden', { detail: `This needs the right "${needed}".` });
  }
  const lists = await readWholeLists(db);
  const types = lists['subscription-types'];
  const owner = purpose ?? types.find(({ key }) => key === subscription)?.purpose;
  const entry = lists.purposes.find(({ key }) => key === owner);
  if (!entry) throw wrong(purpose ? 'purpose' : 'subscription', 'There is no such entry.');
  const stands = person.standings.find(
    (standing) => standing.purpose === purpose && standing.subscription === subscription,
  );
  if (subscription && decision === 'informed')
    throw wrong('decision', 'Nobody is told of a subscription: record what the person said.');
  const errors = purpose ? yesErrors(lists, purpose, decision) : [];
  if (errors.length > 0) throw new ProblemError('invalid-fields', { errors });
  const own = holds(decision) ? undefined : stands?.legalBasis;
  const legalBasis = body.legalBasis ?? own ?? entry.legalBasis;
  if (body.legalBasis && !lists['legal-bases'].some(({ key }) => key === legalBasis))
    throw wrong('legalBasis', 'There is no such legal basis.');
  if (!lists.sources.some(({ key }) => key === source))
    throw wrong('source', 'There is no such source.');
  const purposeStands = person.standings.some(
    (standing) => standing.purpose === owner && holds(standing.decision),
  );
  if (subscription && decision === 'given' && !purposeStands)
    throw wrong('subscription', `It is under "${owner}", which the person has not agreed to.`);
  await db.batch([
    ...(await decide(
      db,
      { person, source, actor, authority: 'evidence', statement: null, page: null, comment },
      [{ ...(purpose ? { purpose } : { subscription }), decision, legalBasis, rule: 'registered' }],
      now,
    )),
    audit(caller, {
      act: 'people.decide',
      object: person.id,
      after: { ...(purpose ? { purpose } : { subscription }), decision, legalBasis, source },
    }),
  ]);
};
