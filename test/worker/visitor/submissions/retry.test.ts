import { beforeAll, describe, expect, test } from 'vitest';
import { SubmissionAnswer } from '../../../../worker/contract/submission.ts';
import { aForm, count, submission, yes } from '../../builders.ts';
import { setSender } from '../../emails/receiving.ts';
import { countTrips } from '../../trips.ts';

/** A request that a widget sends again, byte for byte, because its answer was lost. */
const aRequest = async (draft: Parameters<typeof aForm>[0] = {}) => {
  const request = submission(await aForm(draft), {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: yes,
  });
  return () => countTrips(...request);
};

const emails = () => count('SELECT COUNT(*) AS count FROM outbox');

beforeAll(setSender);

describe.each([
  ['a privacy notice', {}],
  ['a confirmation', { confirm: true }],
])('a submission that brings %s, sent again', (_, draft) => {
  test('gets the same answer for one round trip, and sends no second email', async () => {
    const send = await aRequest(draft);
    const first = await send();
    expect(first.response.status).toBe(201);
    const sent = await emails();
    const again = await send();
    expect(again.response.status).toBe(201);
    expect(SubmissionAnswer.parse(await again.response.json())).toEqual(
      SubmissionAnswer.parse(await first.response.json()),
    );
    expect(again).toMatchObject({ before: 1, behind: 0 });
    expect(await emails()).toBe(sent);
  });
});
