import { env } from 'cloudflare:test';
import { z } from 'zod';
import { aDefinition, aForm, anEmail, as, aToken, call, findPerson, signUp } from '../builders.ts';
import { connect } from '../connectors/connecting.ts';
import { seal } from '../log/sealing.ts';
import { aPost } from '../signals/posting.ts';
import type { Cases } from './asked.ts';

const Made = z.object({ id: z.string() });

const formKey = async () => ({ path: { key: await aForm() } });

const aDraft = async () => {
  const key = await aForm();
  const { put } = await as(['forms']);
  await put(`/v1/forms/${key}/draft`, aDefinition({ submit: { en: 'Subscribe', da: 'Tilmeld' } }));
  return { path: { key } };
};

const toolSettings = { url: 'https://lists.test', user: 'samtykke', token: 'a-token' };

const aConnection = async () => {
  const mapping = [{ item: 'subscription:newsletter', target: '1' }];
  return { path: { id: await connect('listmonk', toolSettings, mapping) } };
};

const texts = {
  purposes: {
    title: 'News',
    approval: 'Yes, send me news.',
    notice: 'We send you news.',
    description: 'You can unsubscribe at any time.',
    privacyTitle: 'Privacy',
    privacyUrl: 'https://site.test/privacy',
  },
  named: { name: 'Letter', description: 'What came by post.' },
};

const emailTexts = { subject: 'Hello', body: 'Hello.', button: 'Go', footer: 'From us.' };

const facts = {
  nature: 'A laptop was stolen.',
  consequences: 'Someone may read addresses.',
  measures: 'It was wiped.',
  contact: 'privacy@site.test',
};
const breach = { title: 'Laptop', discoveredAt: 1764093600000, facts };

const aBreach = async () => {
  const { post } = await as(['breach']);
  return { path: { id: Made.parse(await (await post('/v1/breaches', breach)).json()).id } };
};

const aBreachFile = async () => {
  const { path } = await aBreach();
  const answer = await call(`/v1/breaches/${path.id}/files?name=log.txt`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await aToken(['breach'])}` },
    body: 'a log',
  });
  return { path: { ...path, file: Made.parse(await answer.json()).id } };
};

const report = { text: 'I got an email that was meant for someone else.' };

const staffReport = async () =>
  (await as(['settings'])).put('/v1/settings/breach-reports', 'staff');

const aReport = async () => {
  await staffReport();
  const { post } = await as(['breach']);
  return { path: { id: Made.parse(await (await post('/v1/breach-reports', report)).json()).id } };
};

const aSubscriber = async () => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true } });
  return email;
};

const aDeadEmail = async () => {
  await signUp(await aForm({ confirm: true }), anEmail());
  await env.DB.prepare("UPDATE outbox SET state = 'dead'").run();
  return {};
};

const webhook = { name: 'CRM', url: 'https://hooks.example.com/', types: ['consent.given'] };

const aWebhookPath = async () => {
  const { post } = await as(['settings']);
  return { path: { id: Made.parse(await (await post('/v1/webhooks', webhook)).json()).id } };
};

const user = { name: 'Anna', rights: ['forms'] };

/** How what an office does is asked for: forms, lists, mail, breaches, users. */
export const officeCases: Cases = {
  listWebhooks: aWebhookPath,
  makeWebhook: () => ({ body: webhook }),
  readWebhook: aWebhookPath,
  saveWebhook: async () => ({ ...(await aWebhookPath()), body: { ...webhook, active: false } }),
  deleteWebhook: aWebhookPath,
  rotateWebhookSecret: aWebhookPath,
  testWebhook: aWebhookPath,
  listAttempts: aWebhookPath,
  replayEvents: async () => ({ ...(await aWebhookPath()), body: { since: 1764093600000 } }),
  readFeed: () => ({}),
  switchFeed: () => ({ body: { on: true } }),
  readChanges: async () => {
    await (await as(['settings'])).put('/v1/changes/feed', { on: true });
    await aSubscriber();
    return { query: { types: 'consent.given', fields: 'email', limit: '10' } };
  },
  listForms: async () => {
    await aDraft();
    return {};
  },
  publishForm: async () => ({ ...(await formKey()), body: aDefinition() }),
  readDraft: aDraft,
  saveDraft: async () => ({ ...(await formKey()), body: aDefinition({ origins: [] }) }),
  deleteDraft: aDraft,
  deleteForm: formKey,
  saveFormImage: () => ({
    // The head of a PNG of one pixel: no more of it is read.
    body: new Uint8Array([
      ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
      ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4],
    ]),
  }),
  publishDraft: aDraft,
  listVersions: async () => {
    const key = await aForm();
    await aForm({ submit: { en: 'Subscribe', da: 'Tilmeld' } }, key);
    return { path: { key } };
  },
  readFormCounts: async () => {
    const key = await aForm();
    await signUp(key, anEmail());
    return { path: { key }, query: { days: '7' } };
  },
  checkPage: async () => ({ ...(await formKey()), body: { page: 'https://site.test/' } }),
  listFormTemplates: () => ({}),
  listPurposes: () => ({}),
  readPurpose: () => ({ path: { key: 'e-marketing' } }),
  readPurposeTexts: () => ({ path: { key: 'e-marketing' } }),
  savePurpose: () => ({ path: { key: 'surveys' }, body: { legalBasis: '61A', explicit: true } }),
  savePurposeTexts: () => ({
    path: { key: 'e-marketing', locale: 'en' },
    body: texts.purposes,
  }),
  readWordings: async () => {
    await aSubscriber();
    return { path: { key: 'e-marketing' } };
  },
  listLegalBases: () => ({}),
  readLegalBasis: () => ({ path: { key: '61A' } }),
  readLegalBasisTexts: () => ({ path: { key: '61A' } }),
  saveLegalBasis: () => ({ path: { key: '61G' }, body: { rank: 7 } }),
  saveLegalBasisTexts: () => ({ path: { key: '61A', locale: 'en' }, body: texts.named }),
  listSources: () => ({}),
  readSource: () => ({ path: { key: 'manual' } }),
  readSourceTexts: () => ({ path: { key: 'manual' } }),
  saveSource: () => ({ path: { key: 'letter' }, body: { noticeAutomatic: false } }),
  saveSourceTexts: () => ({ path: { key: 'manual', locale: 'en' }, body: texts.named }),
  listSubscriptionTypes: () => ({}),
  readSubscriptionType: () => ({ path: { key: 'newsletter' } }),
  readSubscriptionTypeTexts: () => ({ path: { key: 'newsletter' } }),
  saveSubscriptionType: () => ({
    path: { key: 'magazine' },
    body: { purpose: 'e-marketing', channel: 'post' },
  }),
  saveSubscriptionTypeTexts: () => ({
    path: { key: 'newsletter', locale: 'en' },
    body: texts.named,
  }),
  readSettings: () => ({}),
  readSetting: () => ({ path: { key: 'notice-days' } }),
  saveSetting: () => ({ path: { key: 'notice-days' }, body: 20 }),
  listEmailTexts: () => ({}),
  readEmailTexts: () => ({ path: { template: 'confirmation', locale: 'en' } }),
  saveEmailTexts: () => ({
    path: { template: 'confirmation', locale: 'en' },
    body: emailTexts,
  }),
  resetEmailTexts: async () => {
    const { put } = await as(['mail']);
    const path = { template: 'entry', locale: 'en' };
    await put('/v1/mail/templates/entry/en', emailTexts);
    return { path };
  },
  previewEmail: () => ({
    path: { template: 'confirmation', locale: 'en' },
    body: emailTexts,
  }),
  testEmail: async () => {
    const { post, put } = await as(['users', 'settings', 'forms']);
    await put('/v1/settings/sender', { name: 'Us', address: 'us@site.test' });
    const added = { ...user, email: anEmail() };
    await post('/v1/users', added);
    return {
      path: { template: 'notice-partners', locale: 'en' },
      body: { ...emailTexts, to: added.email },
    };
  },
  readOutboxHealth: () => ({}),
  listDeadEmails: aDeadEmail,
  retryDeadEmails: aDeadEmail,
  checkMailing: async () => ({
    body: { emails: [await aSubscriber(), anEmail()], purpose: 'e-marketing' },
  }),
  exportMailingAudience: async () => {
    await aSubscriber();
    return { path: { subscription: 'newsletter' }, query: { format: 'ndjson' } };
  },
  listLinks: async () => {
    await aSubscriber();
    return { query: { subscription: 'newsletter', limit: '1' } };
  },
  listSignalProviders: () => ({}),
  takeProviderEvents: async () => ({
    path: { provider: 'postmark' },
    ...(await aPost('postmark', 'bounce', await aSubscriber())),
  }),
  reportSignal: async () => ({ body: { email: await aSubscriber(), kind: 'bounce' } }),
  sendBreachNotices: async () => {
    const person = await findPerson(await aSubscriber());
    const { id } = (await aBreach()).path;
    return { body: { ...facts, people: [person?.id, crypto.randomUUID()], breach: id } };
  },
  listBreaches: async () => {
    await aBreach();
    return {};
  },
  openBreach: () => ({ body: breach }),
  readBreach: aBreach,
  changeBreach: async () => ({ ...(await aBreach()), body: breach }),
  exportNotifiedPeople: async () => ({ ...(await aBreach()), query: { format: 'csv' } }),
  markAuthorityNotified: aBreach,
  closeBreach: aBreach,
  noteOnBreach: async () => ({ ...(await aBreach()), body: { text: 'Called the authority.' } }),
  addBreachFile: async () => ({
    ...(await aBreach()),
    query: { name: 'log.txt' },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: 'a log',
  }),
  readBreachFile: aBreachFile,
  removeBreachFile: aBreachFile,
  listBreachReports: async () => {
    await aReport();
    return {};
  },
  reportBreach: async () => {
    await staffReport();
    return { body: report };
  },
  closeBreachReport: async () => ({ ...(await aReport()), body: { breach: null } }),
  exportPeople: () => ({ query: { format: 'csv' } }),
  exportRecords: () => ({ query: { format: 'ndjson' } }),
  exportAudience: () => ({ path: { subscription: 'newsletter' }, query: { format: 'xlsx' } }),
  exportAudit: () => ({ query: { format: 'csv' } }),
  listActs: async () => {
    await aForm();
    return { query: { limit: '1' } };
  },
  listUsers: async () => {
    const { post } = await as(['users', 'forms']);
    await post('/v1/users', { ...user, email: anEmail() });
    return {};
  },
  readUser: async () => {
    const { post } = await as(['users', 'forms']);
    const answer = await post('/v1/users', { ...user, email: anEmail() });
    return { path: { id: Made.parse(await answer.json()).id } };
  },
  addUser: () => ({ body: { ...user, email: anEmail() } }),
  changeUser: async () => {
    const { post } = await as(['users', 'forms']);
    const answer = await post('/v1/users', { ...user, email: anEmail() });
    return { path: { id: Made.parse(await answer.json()).id }, body: { ...user, active: false } };
  },
  unlinkAccount: async () => {
    const { post } = await as(['users', 'forms']);
    const answer = await post('/v1/users', { ...user, email: anEmail() });
    const { id } = Made.parse(await answer.json());
    await env.DB.prepare(
      'UPDATE user SET oidc_issuer = ?2, oidc_subject = ?1, oidc_since = 1764093600000 WHERE id = ?1',
    )
      .bind(id, 'https://login.example.com')
      .run();
    return { path: { id } };
  },
  listConnections: () => ({}),
  makeConnection: () => ({
    body: { connector: 'listmonk', name: 'Our listmonk', settings: toolSettings },
  }),
  getConnection: aConnection,
  listConnectionTargets: aConnection,
  saveConnection: async () => ({
    ...(await aConnection()),
    body: {
      name: 'Our listmonk',
      settings: {},
      mapping: [{ item: 'subscription:newsletter', target: '1' }],
      limit: 100,
      takesIn: null,
    },
  }),
  actOnConnection: async () => ({ ...(await aConnection()), body: { act: 'pause' } }),
  removeConnection: aConnection,
  checkToolEvents: aConnection,
  reportToolEvent: async () => ({
    path: { id: await connect('brevo', { key: 'a-key', secret: 'a-secret' }, []) },
    headers: { Authorization: 'Bearer a-secret', 'Content-Type': 'application/json' },
    body: {},
  }),
  listApiKeys: () => ({}),
  makeApiKey: () => ({ body: { name: 'Mailing tool', rights: ['mailing'], days: 30 } }),
  endApiKey: async () => {
    const { post } = await as(['api-keys', 'mailing']);
    const answer = await post('/v1/api-keys', { name: 'Old', rights: ['mailing'] });
    return { path: { id: Made.parse(await answer.json()).id } };
  },
  readUpcoming: () => ({}),
  exportRegister: () => ({ query: { format: 'csv' } }),
  exportDataMapping: () => ({ query: { format: 'csv' } }),
  readRegister: async () => {
    await aForm();
    return {};
  },
  succeedLog: async () => {
    await aSubscriber();
    await seal();
    await env.DB.prepare(
      "UPDATE log SET halted_at = 1, halted_by = 'shorter' WHERE halted_at IS NULL",
    ).run();
    return { body: { reason: 'Restored the backup of Monday.' } };
  },
  readOverview: async () => {
    await aSubscriber();
    return {};
  },
};
