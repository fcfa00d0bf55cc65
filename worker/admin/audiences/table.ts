import { GradeQuery } from '../../contract/words.ts';
import { readLists, type SubscriptionType } from '../../lists/store.ts';
import { unsubscribeLink } from '../../people/links.ts';
import { type Caller, callerOf } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import type { AppContext } from '../../platform/env.ts';
import { ProblemError } from '../../platform/problems/problem.ts';
import { neededPublicUrl } from '../../platform/public-url.ts';
import { linkKeys } from '../../platform/signing/keys.ts';
import { answerTable } from '../../platform/tables/answer.ts';
import { inSlices, type Table } from '../../platform/tables/table.ts';
import { knownZone } from '../../settings/known-brand.ts';
import { readSetting } from '../../settings/store.ts';
import { audienceFrom, type Judged } from './audience.ts';

/** The subscription type of a key; 404 where there is none. */
export const subscriptionType = async (db: Database, key: string): Promise<SubscriptionType> => {
  const type = (await readLists(db)).subscriptionTypes.get(key);
  if (!type)
    throw new ProblemError('not-found', { detail: `There is no subscription type "${key}".` });
  return type;
};

/** Everybody who may get a subscription type now, each with the link that ends it. */
const audienceTable = (
  { env, db }: Pick<Caller, 'env' | 'db'>,
  type: SubscriptionType,
  judged: Judged,
  host: string,
): Table => ({
  name: type.key,
  head: ['id', 'email', 'locale', 'unsubscribe'],
  slices: (start) =>
    inSlices(start, {
      read: (after, limit) => audienceFrom(db, type, judged, after, limit),
      at: ({ number }) => String(number),
      cells: async ({ id, email, locale }) => [
        id,
        email,
        locale,
        await unsubscribeLink(env, host, id, type.key),
      ],
    }),
});

/** Streams everybody who may get the subscription type that the path names. */
export const answerAudience = async (c: AppContext): Promise<Response> => {
  const host = neededPublicUrl(c.env);
  // Known before the answer begins, which could not say so any more.
  linkKeys(c.env);
  const db = c.get('db');
  const [type, rule] = await Promise.all([
    subscriptionType(db, c.req.param('subscription') ?? ''),
    readSetting(db, 'mailing-rule'),
  ]);
  const { evidence } = GradeQuery.parse({ evidence: c.req.query('evidence') });
  const table = audienceTable(callerOf(c), type, { rule, evidence }, host);
  return answerTable(c, table, await knownZone(c.get('db')));
};
