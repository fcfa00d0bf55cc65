import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runJob } from '../../../../worker/admin/jobs/run.ts';
import { anEmail, count, findPerson, recordsOf, standingsOf, theSystem } from '../../builders.ts';
import { makeKnown, makeStand } from '../../ledger/writers.ts';
import { atConsole } from '../signing-in.ts';

const purpose = 'e-marketing';

/** Two people whom a filter finds: one agreed, the other has withdrawn. */
const twoPeople = async () => {
  const mark = `two-${crypto.randomUUID()}`;
  const [yes, no] = [`${mark}-yes@example.com`, `${mark}-no@example.com`];
  for (const email of [yes, no]) await makeKnown(email);
  await makeStand(yes, { purpose }, 'given');
  await makeStand(no, { purpose }, 'withdrawn');
  return { yes, no, path: `/jobs/new?kind=bulk-update&email=${mark}` };
};

const update = { purpose, decision: '', legalBasis: '61F', source: 'manual', comment: 'Reviewed.' };
const confirmed = { ...update, checked: `${purpose}  61F`, expected: '2', typed: '2' };

/** Runs the job that an answer leads to. */
const runOf = async (answer: Response): Promise<void> => {
  const path = z.string().parse(answer.headers.get('Location'));
  await runJob(theSystem(), path.replace('/console/jobs/', ''));
};

describe('a bulk update', () => {
  test('shows what would come of it before there is a button that begins it', async () => {
    const { yes, no, path } = await twoPeople();
    const at = await atConsole(['bulk-update', 'people-read']);
    expect(await (await at.get(path)).text()).not.toContain('name="typed"');
    const page = await (await at.post(path, { ...update, decision: 'given' })).text();
    expect(page).toContain('name="typed"');
    expect(page).toContain('Unchanged because they said no: Withdrawn');
    for (const email of [yes, no]) expect(page).toContain(`${email}</a>`);
    expect((await standingsOf(yes))[purpose]).toBe('given');
  });

  test('shows nobody to a user who may not see people', async () => {
    const { yes, path } = await twoPeople();
    const at = await atConsole(['bulk-update']);
    const page = await (await at.post(path, update)).text();
    expect(page).toContain('Unchanged because they said no: Withdrawn');
    expect(page).not.toContain(yes);
  });

  test('is previewed again when anything but the reason has changed since', async () => {
    const { yes, path } = await twoPeople();
    const at = await atConsole(['bulk-update']);
    const answer = await at.post(path, { ...confirmed, decision: 'withdrawn' });
    expect(answer.status).toBe(200);
    expect((await standingsOf(yes))[purpose]).toBe('given');
    expect((await at.post(path, confirmed)).status).toBe(303);
  });

  test('without a decision changes the legal basis of what holds, and of nothing else', async () => {
    const { yes, no, path } = await twoPeople();
    const unasked = yes.replace('-yes', '-unasked');
    await makeKnown(unasked);
    const at = await atConsole(['bulk-update']);
    await runOf(await at.post(path, { ...confirmed, expected: '3', typed: '3' }));
    const standing = async (email: string) => (await findPerson(email))?.standings[0];
    expect(await standing(yes)).toMatchObject({ decision: 'given', legalBasis: '61F' });
    expect(await standing(no)).toMatchObject({ decision: 'withdrawn', legalBasis: '61A' });
    expect(await standing(unasked)).toBeUndefined();
    expect((await recordsOf(no)).length).toBe(1);
  });

  test('keeps its preview when the phrase is mistyped', async () => {
    const { path } = await twoPeople();
    const at = await atConsole(['bulk-update']);
    const answer = await at.post(path, { ...confirmed, typed: '3' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Unchanged because they said no: Withdrawn');
  });
});

test('the preview of a mass erasure shows people only to users who may see them, and audits it', async () => {
  const email = anEmail();
  await makeKnown(email);
  const path = `/jobs/new?kind=bulk-delete&email=${email}`;
  const blind = await atConsole(['bulk-delete']);
  const page = await (await blind.get(path)).text();
  expect(page).toContain('1 person matches.');
  expect(page).not.toContain(`${email}</a>`);
  const seeing = await atConsole(['bulk-delete', 'people-read']);
  expect(await (await seeing.get(path)).text()).toContain(`${email}</a>`);
  const shown = "SELECT COUNT(*) AS count FROM audit WHERE act = 'jobs.preview' AND actor = ?1";
  expect(await count(shown, `user:${blind.user.id}`)).toBe(0);
  expect(await count(shown, `user:${seeing.user.id}`)).toBe(1);
});
