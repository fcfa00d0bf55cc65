import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { accessQueries } from '../../../worker/access/key.ts';
import { audienceQueries } from '../../../worker/admin/audiences/audience.ts';
import { mailingQueries } from '../../../worker/admin/audiences/check.ts';
import { auditQueries } from '../../../worker/admin/audit/store.ts';
import { caseQueries } from '../../../worker/admin/breach/cases.ts';
import { exportQueries } from '../../../worker/admin/export/store.ts';
import { inboxQueries } from '../../../worker/admin/inbox/inbox.ts';
import { importQueries } from '../../../worker/admin/jobs/import-store.ts';
import { jobQueries } from '../../../worker/admin/jobs/store.ts';
import { noticeQueries } from '../../../worker/admin/notices/store.ts';
import { noticeWriteQueries } from '../../../worker/admin/notices/write.ts';
import { registerQueries } from '../../../worker/admin/people/register.ts';
import { retentionQueries } from '../../../worker/admin/retention/store.ts';
import { sessionQueries } from '../../../worker/admin/users/session.ts';
import { signInQueries } from '../../../worker/admin/users/sign-in.ts';
import { userQueries } from '../../../worker/admin/users/store.ts';
import { formQueries } from '../../../worker/forms/store.ts';
import { personLedgerQueries } from '../../../worker/ledger/person.ts';
import { ledgerQueries } from '../../../worker/ledger/store.ts';
import { wordingQueries } from '../../../worker/ledger/wordings.ts';
import { aboutQueries } from '../../../worker/outbox/about.ts';
import { outboxQueries } from '../../../worker/outbox/outbox.ts';
import { queueQueries } from '../../../worker/outbox/queue.ts';
import { templateQueries } from '../../../worker/outbox/templates.ts';
import { eraseQueries } from '../../../worker/people/erase.ts';
import { listedQueries } from '../../../worker/people/listed.ts';
import { searchQueries } from '../../../worker/people/search.ts';
import { peopleQueries } from '../../../worker/people/store.ts';
import { suppressionQueries } from '../../../worker/people/suppression.ts';
import { statisticsQueries } from '../../../worker/statistics/store.ts';
import { confirmationQueries } from '../../../worker/visitor/confirm/store.ts';
import { correctionQueries } from '../../../worker/visitor/corrections/store.ts';
import { preferencesQueries } from '../../../worker/visitor/preferences/store.ts';
import { receiptQueries } from '../../../worker/visitor/receipts/store.ts';
import { answerQueries } from '../../../worker/visitor/requests/answers.ts';
import { requestQueries } from '../../../worker/visitor/requests/store.ts';
import { evidenceQueries } from '../../../worker/visitor/submissions/evidence.ts';
import { submissionQueries } from '../../../worker/visitor/submissions/store.ts';
import { identityQueries } from '../../../worker/visitor/verify/identity.ts';
import { entryQueries } from '../../../worker/visitor/verify/store.ts';

const Step = z.object({ detail: z.string() });

const plan = async (sql: string): Promise<string[]> => {
  const parameters = Math.max(0, ...[...sql.matchAll(/\?(\d+)/g)].map(([, n]) => Number(n)));
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...Array.from({ length: parameters }, () => null))
    .all();
  return z
    .array(Step)
    .parse(results)
    .map(({ detail }) => detail);
};

describe('no hot query scans a table', () => {
  const queries = {
    ...submissionQueries,
    ...ledgerQueries,
    ...wordingQueries,
    ...caseQueries,
    ...aboutQueries,
    ...listedQueries,
    ...formQueries,
    ...peopleQueries,
    ...accessQueries,
    ...receiptQueries,
    ...evidenceQueries,
    ...outboxQueries,
    ...queueQueries,
    ...Object.fromEntries(
      Object.entries(entryQueries).map(([name, sql]) => [`entry ${name}`, sql]),
    ),
    ...preferencesQueries,
    ...identityQueries,
    ...Object.fromEntries(
      Object.entries(requestQueries).map(([name, sql]) => [`request ${name}`, sql]),
    ),
    ...answerQueries,
    ...personLedgerQueries,
    ...audienceQueries,
    ...mailingQueries,
    ...confirmationQueries,
    ...templateQueries,
    ...jobQueries,
    ...importQueries,
    ...noticeQueries,
    ...noticeWriteQueries,
    ...registerQueries,
    ...retentionQueries,
    ...statisticsQueries,
    ...suppressionQueries,
    ...eraseQueries,
    ...userQueries,
    ...sessionQueries,
    ...signInQueries,
    ...exportQueries,
    ...searchQueries,
    ...inboxQueries,
    ...auditQueries,
    ...Object.fromEntries(
      Object.entries(correctionQueries).map(([name, sql]) => [`correction ${name}`, sql]),
    ),
  };

  test.each(Object.entries(queries))('%s', async (_, sql) => {
    const steps = await plan(sql);
    // json_each reads the submission's own array; SQLite calls that a scan of a virtual table.
    const scans = steps.filter(
      (step) =>
        /^SCAN /.test(step) &&
        !/VIRTUAL TABLE|CONSTANT ROW/.test(step) &&
        // A slice of candidates, which its own LIMIT bounds, and the log in its own order.
        !/^SCAN (c|candidate|audit)$/.test(step),
    );
    expect(scans).toEqual([]);
  });

  test('a scan would be noticed', async () => {
    expect((await plan("SELECT id FROM person WHERE locale = 'da'")).join()).toContain('SCAN');
  });
});
