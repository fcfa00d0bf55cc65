import { expect, test } from 'vitest';
import { z } from 'zod';
import { runJob } from '../../../../worker/admin/jobs/run.ts';
import { anEmail, standingsOf, theSystem } from '../../builders.ts';
import { makeKnown, makeStand } from '../../ledger/writers.ts';
import { workOver } from '../../people/working.ts';
import { atConsole } from '../signing-in.ts';

const purpose = 'e-marketing';
const update = {
  kind: 'bulk-update',
  purpose,
  decision: 'withdrawn',
  legalBasis: '61A',
  source: 'manual',
  comment: 'A mistake.',
};

test('a bulk update is undone from its screen, once the user has seen what would come of it', async () => {
  const email = anEmail();
  await makeKnown(email);
  await makeStand(email, { purpose }, 'given');
  const { id } = await workOver({ email }, update);
  const at = await atConsole(['bulk-update', 'bulk', 'people-read']);
  expect(await (await at.get(`/jobs/${id}`)).text()).toContain(`/console/jobs/${id}/undo`);
  const page = await (await at.get(`/jobs/${id}/undo`)).text();
  expect(page).toContain('Restored to the earlier status');
  expect(page).toContain(`${email}</a>`);
  const posted = { expected: '1', typed: '1', comment: 'The wrong list.' };
  expect((await at.post(`/jobs/${id}/undo`, { ...posted, typed: '2' })).status).toBe(422);
  expect((await at.post(`/jobs/${id}/undo`, { ...posted, comment: '' })).status).toBe(422);
  expect((await standingsOf(email))[purpose]).toBe('withdrawn');
  const begun = await at.post(`/jobs/${id}/undo`, posted);
  const path = z.string().parse(begun.headers.get('Location'));
  await runJob(theSystem(), path.replace('/console/jobs/', ''));
  expect((await standingsOf(email))[purpose]).toBe('given');
  const undone = await (await at.get(`/jobs/${id}`)).text();
  expect(undone).toContain('This job has been undone.');
  expect(undone).not.toContain(`/console/jobs/${id}/undo`);
  expect(await (await at.get(path.replace('/console', ''))).text()).toContain('Restored');
});

test('nobody undoes a job from its screen without the rights to it', async () => {
  const email = anEmail();
  await makeKnown(email);
  const { id } = await workOver({ email }, update);
  const at = await atConsole(['people-register', 'bulk']);
  expect(await (await at.get(`/jobs/${id}`)).text()).not.toContain(`/console/jobs/${id}/undo`);
  expect((await at.get(`/jobs/${id}/undo`)).status).toBe(403);
  const posted = { expected: '1', typed: '1', comment: 'The wrong list.' };
  expect((await at.post(`/jobs/${id}/undo`, posted)).status).not.toBe(303);
});
