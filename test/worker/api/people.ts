import { env } from 'cloudflare:test';
import { z } from 'zod';
import { SubmissionAnswer } from '../../../worker/contract/submission.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  anIp,
  as,
  aToken,
  call,
  findPerson,
  send,
  signUp,
  site,
} from '../builders.ts';
import { enter, post } from '../visitor/verify/entering.ts';
import type { Cases } from './asked.ts';

const Made = z.object({ id: z.string() });

const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  return { email, id: (await findPerson(email))?.id ?? '' };
};
const theirId = async () => ({ path: { id: (await aPerson()).id } });

const occasion = { source: 'import', legalBasis: '61A', comment: 'From the old newsletter tool.' };

/** The id of what a key with all the rights that it takes has made. */
const made = async (path: string, body: unknown): Promise<string> => {
  const staff = await as(['people-read', 'people-register', 'bulk', 'bulk-update', 'breach']);
  return Made.parse(await (await staff.post(path, body)).json()).id;
};

const aSubmission = async () => {
  const sent = await send(await aForm({ confirm: true }));
  const id = SubmissionAnswer.parse(await sent.json()).submission;
  const die = "UPDATE outbox SET state = 'dead' WHERE facts ->> '$.submission' = ?1";
  await env.DB.prepare(die).bind(id).run();
  return { path: { id } };
};

const aRequest = async () => {
  const { email } = await aPerson();
  const body = { kind: 'rectification', message: 'My name is Anna.' };
  const answer = await post('/v1/preferences/requests', body, await enter(email));
  return { path: { number: String(((await answer.json()) as { number: number }).number) } };
};

const aCopyRequest = async () => {
  const { email } = await aPerson();
  const body = { kind: 'access', message: 'All since 2019, please.' };
  const answer = await post('/v1/preferences/requests', body, await enter(email));
  return { path: { number: String(((await answer.json()) as { number: number }).number) } };
};

const aJob = async () => {
  const orders = { kind: 'notice' };
  const filter = { email: `nobody-${crypto.randomUUID()}` };
  return { path: { id: await made('/v1/jobs', { filter, orders, expected: 0 }) } };
};

const aStoppedJob = async () => {
  const job = await aJob();
  await env.DB.prepare("UPDATE job SET state = 'stopped' WHERE id = ?1").bind(job.path.id).run();
  return job;
};

const anImport = async () => {
  const headers = { Authorization: `Bearer ${await aToken(['people-register', 'bulk'])}` };
  const body = 'email,name\nanna@example.com,Anna\nnobody,Bo\n';
  const path = `/v1/imports?${new URLSearchParams(occasion)}`;
  const answer = await call(path, { method: 'POST', headers, body });
  return { path: { id: Made.parse(await answer.json()).id } };
};

const mapping = { columns: ['email', 'name'], purposes: ['e-marketing'] };
const all = { email: '' };

/** How work with people is asked for. */
export const peopleCases: Cases = {
  findPeople: async () => ({ query: { email: (await aPerson()).email } }),
  registerPerson: () => ({
    body: {
      email: anEmail(),
      purposes: ['e-marketing'],
      fields: { name: 'Anna' },
      ...occasion,
      decidedAt: 1,
    },
  }),
  readPerson: theirId,
  erasePerson: async () => ({ ...(await theirId()), query: { reason: 'request' } }),
  readPersonData: async () => ({ ...(await theirId()), query: { format: 'json' } }),
  readPersonProof: theirId,
  listRecords: async () => ({ ...(await theirId()), query: { limit: '1' } }),
  recordDecision: async () => ({
    ...(await theirId()),
    body: { purpose: 'e-marketing', decision: 'withdrawn', source: 'phone', comment: 'Called us.' },
  }),
  sendNotice: async () => ({ ...(await theirId()), body: { locale: 'da' } }),
  sendPreferencesLink: theirId,
  endLinks: theirId,
  listSubmissions: async () => {
    await aSubmission();
    return { query: { limit: '1' } };
  },
  readSubmissionFile: async () => {
    const form = await aForm(aFormWith({ key: 'cv', kind: 'file', label: { en: 'CV' } }));
    const file = await call(`/v1/forms/${form}/files/cv?name=cv.pdf`, {
      method: 'POST',
      headers: { Origin: site, 'CF-Connecting-IP': anIp() },
      body: 'A life.',
    });
    const email = anEmail();
    const { id } = Made.parse(await file.json());
    const sent = await signUp(form, email, { fields: { email, cv: id } });
    return { path: { id: SubmissionAnswer.parse(await sent.json()).submission, field: 'cv' } };
  },
  markProcessed: aSubmission,
  retrySubmissionEmails: aSubmission,
  takeOverFields: aSubmission,
  listSegments: async () => {
    await made('/v1/segments', { name: 'All', filter: all });
    return {};
  },
  saveSegment: () => ({ body: { name: 'Two', emails: [anEmail(), anEmail()] } }),
  deleteSegment: async () => ({
    path: { id: await made('/v1/segments', { name: 'All', filter: all }) },
  }),
  dryRunJob: async () => ({
    body: {
      filter: { email: (await aPerson()).email },
      orders: {
        kind: 'bulk-update',
        purpose: 'e-marketing',
        decision: 'withdrawn',
        ...occasion,
      },
    },
  }),
  beginJob: () => ({
    body: {
      filter: { email: `nobody-${crypto.randomUUID()}` },
      orders: { kind: 'bulk-delete', reason: 'other', comment: 'They were bought.' },
      expected: 0,
    },
  }),
  listJobs: async () => {
    await aJob();
    return {};
  },
  readJob: aJob,
  stopJob: aJob,
  resumeJob: aStoppedJob,
  draftImport: () => ({ query: occasion, body: 'email\nanna@example.com\n' }),
  dryRunImport: async () => ({ ...(await anImport()), body: mapping }),
  beginImport: async () => ({ ...(await anImport()), body: mapping }),
  listImportProblems: anImport,
  listRequests: async () => {
    await aRequest();
    return { query: { state: 'open' } };
  },
  readRequest: aRequest,
  takeRequest: async () => ({
    body: { kind: 'access', email: (await aPerson()).email, channel: 'phone', identity: 'known' },
  }),
  assignRequest: async () => ({ ...(await aRequest()), body: { assignee: null } }),
  noteOnRequest: async () => ({ ...(await aRequest()), body: { text: 'Called back.' } }),
  extendRequest: async () => ({
    ...(await aRequest()),
    body: { months: 1, reason: 'There are many systems to look in.' },
  }),
  recordToldRecipient: async () => ({
    ...(await aRequest()),
    body: { recipient: 'The newsletter tool' },
  }),
  carryOutRequest: aCopyRequest,
  correctForRequest: async () => ({
    ...(await aRequest()),
    body: { fields: { name: 'Anna Holm' }, reason: 'As she asked.' },
  }),
  correctPerson: async () => ({
    ...(await theirId()),
    body: { fields: { name: 'Anna Holm' }, reason: 'She wrote to us.' },
  }),
  liftRestriction: async () => {
    const { email, id } = await aPerson();
    await post('/v1/preferences/requests', { kind: 'restriction' }, await enter(email));
    return { path: { id }, body: { reason: 'We have corrected your data.' } };
  },
  finishRequest: async () => ({
    ...(await aRequest()),
    body: { note: 'Corrected in the billing system.' },
  }),
  refuseRequest: async () => ({
    ...(await aRequest()),
    body: { reason: 'The law asks us to keep it for five years.' },
  }),
  listDueNotices: async () => {
    await made('/v1/people', {
      email: anEmail(),
      source: 'manual',
      legalBasis: '61F',
      comment: 'Met.',
    });
    return {};
  },
};
