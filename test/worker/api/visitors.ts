import { env } from 'cloudflare:test';
import { Preferences } from '../../../worker/contract/preferences.ts';
import { Receipt, SubmissionAnswer } from '../../../worker/contract/submission.ts';
import { signLink } from '../../../worker/platform/signing/link.ts';
import {
  aForm,
  aFormWith,
  anEmail,
  anIp,
  call,
  findPerson,
  openForm,
  signUp,
  site,
} from '../builders.ts';
import { seal } from '../log/sealing.ts';
import { messagesTo } from '../outbox/mailbox.ts';
import { ask, enter, post } from '../visitor/verify/entering.ts';
import type { Cases } from './asked.ts';

const both = { subscriptions: { newsletter: true, invitations: true } };

const aPerson = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, both);
  return { email, headers: await enter(email) };
};

const receiptOf = async (email: string, draft = {}) =>
  SubmissionAnswer.parse(await (await signUp(await aForm(draft), email, both)).json()).receipt;

const anErasure = async () => {
  const { headers } = await aPerson();
  const answer = await post('/v1/preferences/requests', { kind: 'erasure' }, headers);
  const { number } = (await answer.json()) as { number: number };
  return { headers, path: { number: String(number) } };
};

const aSubscriberSealed = async () => {
  await aPerson();
  await seal();
};

const leaving = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, both);
  const subject = (await findPerson(email))?.id ?? '';
  const link = { scope: 'unsubscribe', subject, item: 'newsletter', seconds: 60 } as const;
  return { path: { token: await signLink(env, link) } };
};

const shown = async (headers: Record<string, string>) =>
  Preferences.parse(await (await call('/v1/preferences?locale=en', { headers })).json());

/** How what visitors do is asked for. */
export const visitorCases: Cases = {
  readForm: async () => ({ path: { key: await aForm() }, query: { locale: 'da', part: 'field' } }),
  countStarted: async () => ({
    path: { key: await aForm() },
    headers: { Origin: site, 'CF-Connecting-IP': anIp() },
  }),
  sendFile: async () => ({
    path: {
      key: await aForm(aFormWith({ key: 'cv', kind: 'file', label: { en: 'CV' } })),
      field: 'cv',
    },
    query: { name: 'cv.pdf' },
    headers: { Origin: site, 'CF-Connecting-IP': anIp() },
    body: 'A life.',
  }),
  submitForm: async () => {
    const key = await aForm();
    const { version } = await openForm(key);
    return {
      path: { key },
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: {
        version,
        locale: 'en',
        fields: { email: anEmail() },
        purposes: { 'e-marketing': true },
        subscriptions: { newsletter: true },
      },
    };
  },
  readReceipt: async () => ({ path: { id: await receiptOf(anEmail()) } }),
  confirmByCode: async () => {
    const email = anEmail();
    const id = await receiptOf(email, { confirm: true });
    const [message] = await messagesTo(email);
    return { path: { id }, body: { code: /^\d{6}$/m.exec(message?.text ?? '')?.[0] } };
  },
  resendConfirmation: async () => ({ path: { id: await receiptOf(anEmail(), { confirm: true }) } }),
  readReceiptProof: async () => ({ path: { id: await receiptOf(anEmail()) } }),
  readStatement: async () => {
    const id = await receiptOf(anEmail());
    const receipt = Receipt.parse(await (await call(`/v1/receipts/${id}`)).json());
    return { path: { sha256: receipt.statement.sha256 } };
  },
  readLog: async () => {
    await aSubscriberSealed();
    return {};
  },
  readBranding: () => ({ query: { locale: 'da' } }),
  readHealth: () => ({}),
  readProblem: () => ({ path: { kind: 'not-found' } }),
  showUnsubscribe: leaving,
  unsubscribe: async () => ({
    ...(await leaving()),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  }),
  requestCode: () => ({ body: { email: anEmail(), locale: 'da' } }),
  startSessionByCode: async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const { entry, code } = await ask(email);
    return { path: { id: entry }, body: { code } };
  },
  endSession: async () => ({ headers: (await aPerson()).headers }),
  startSession: async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const { link } = await ask(email);
    return { body: { link } };
  },
  readPreferences: async () => ({ headers: (await aPerson()).headers }),
  savePreferences: async () => {
    const { headers } = await aPerson();
    const { statement, purposes } = await shown(headers);
    const purpose = purposes.find(({ key }) => key === 'e-marketing');
    const changes = [{ purpose: 'e-marketing', on: false, seen: purpose?.record ?? null }];
    return { headers, body: { statement, locale: 'en', changes } };
  },
  readHistory: async () => ({ headers: (await aPerson()).headers, query: { locale: 'en' } }),
  listOwnRequests: async () => ({ headers: (await anErasure()).headers }),
  makeRequest: async () => ({
    headers: (await aPerson()).headers,
    body: { kind: 'rectification', message: 'My name is Anna.' },
  }),
  cancelRequest: anErasure,
  correctDetails: async () => ({
    headers: (await aPerson()).headers,
    body: { locale: 'en', fields: {} },
  }),
  sendSaveReceipt: async () => ({
    headers: (await aPerson()).headers,
    body: { recordedAt: Date.now() },
  }),
  readOwnProof: async () => ({ headers: (await aPerson()).headers }),
  readOwnData: async () => ({ headers: (await aPerson()).headers, query: { format: 'json' } }),
};
