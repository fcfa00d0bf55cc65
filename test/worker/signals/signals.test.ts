import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { Providers } from '../../../worker/contract/signals.ts';
import worker from '../../../worker/index.ts';
import { readSendGrid } from '../../../worker/signals/sendgrid.ts';
import { readSes } from '../../../worker/signals/ses.ts';
import { forgetOldSignals, takeReceived } from '../../../worker/signals/take.ts';
import {
  aForm,
  anEmail,
  as,
  count,
  findPerson,
  problemOf,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../builders.ts';
import { writers } from '../ledger/writers.ts';
import { onPlan } from '../refusing.ts';
import { aPost, fixture, type Post, post, signSns } from './posting.ts';
import { certificateUrl, secrets } from './provider-keys.ts';

const form = await aForm();
const DAY_MS = 86_400_000;

const both = { subscriptions: { newsletter: true, invitations: true } };

const aSubscriber = async (): Promise<string> => {
  const email = anEmail();
  await signUp(form, email, both);
  return email;
};

const isUndeliverable = async (email: string): Promise<boolean> =>
  (await count(
    'SELECT COUNT(*) AS count FROM undeliverable u JOIN person p ON p.id = u.person WHERE p.email = ?1',
    email,
  )) === 1;

const on = { 'e-marketing': 'given', newsletter: 'given', invitations: 'given' };
const off = { 'e-marketing': 'withdrawn', newsletter: 'withdrawn', invitations: 'withdrawn' };

/** Hands over messages as a queue does. */
const queued = (...bodies: string[]) => {
  const messages = bodies.map((body) => ({
    id: crypto.randomUUID(),
    timestamp: new Date(),
    attempts: 1,
    body: JSON.parse(body) as unknown,
    ack() {},
    retry() {},
  }));
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } };
  const batch = { queue: 'samtykke-events', messages, metadata, ackAll() {}, retryAll() {} };
  return worker.queue(batch, env, createExecutionContext());
};

const posting = ['ses', 'postmark', 'brevo', 'mailgun', 'sendgrid', 'resend'] as const;

/** Tells of an address what a case of a provider says, by the way that the provider has. */
const tell = async (provider: string, name: string, email: string, at = Date.now()) => {
  if (provider === 'cloudflare') return queued(fixture(provider, name, email, at));
  const answer = await post(provider, await aPost(provider, name, email, { at }));
  expect(answer.status, await answer.text()).toBe(200);
};

const all = [...posting, 'cloudflare'] as const;

describe.each(all)('%s', (provider) => {
  test('tells of a complaint: everything is withdrawn, and whose word that is stands beside it', async () => {
    const email = await aSubscriber();
    await tell(provider, 'complaint', email);
    expect(await standingsOf(email)).toEqual(off);
    expect(await isUndeliverable(email)).toBe(false);
    const last = (await recordsOf(email)).at(-1);
    expect(last?.content).toMatchObject({ actor: 'system', source: 'e-mail' });
    expect(last?.comment?.text).toMatch(/^Spam complaint reported by [A-Z]/);
  });

  test('tells of an address that bounces for good: it gets no more, and nothing is withdrawn', async () => {
    const email = await aSubscriber();
    await tell(provider, 'bounce', email);
    expect(await isUndeliverable(email)).toBe(true);
    expect(await standingsOf(email)).toEqual(on);
  });

  test('tells of a mailbox that is full: nothing follows', async () => {
    const email = await aSubscriber();
    await tell(provider, 'soft', email);
    expect(await isUndeliverable(email)).toBe(false);
    expect(await standingsOf(email)).toEqual(on);
  });

  test('tells of a complaint from before the person agreed again: the consent still holds', async () => {
    const email = await aSubscriber();
    await tell(provider, 'complaint', email, Date.now() - DAY_MS);
    expect(await standingsOf(email)).toEqual(on);
  });

  test('tells of an address that nobody has: it leaves no trace but in a count', async () => {
    const taken = () => count('SELECT COUNT(*) AS count FROM signal_taken');
    const sum = () =>
      count(
        'SELECT COALESCE(SUM(taken), 0) AS count FROM signal_provider WHERE provider = ?1',
        provider,
      );
    const before = { taken: await taken(), sum: await sum() };
    await tell(provider, 'complaint', anEmail());
    expect(await sum()).toBe(before.sum + 1);
    // The token of a post of Mailgun is good once, whatever it says.
    expect(await taken()).toBe(before.taken + (provider === 'mailgun' ? 1 : 0));
  });
});

describe.each(posting)('%s', (provider) => {
  test('tells of an unsubscribe: everything is withdrawn, or only what its address names', async () => {
    const [email, other] = [await aSubscriber(), await aSubscriber()];
    await tell(provider, 'unsubscribe', email);
    expect(await standingsOf(email)).toEqual(off);
    await post(provider, await aPost(provider, 'unsubscribe', other), '?subscription=newsletter');
    expect(await standingsOf(other)).toEqual({ ...on, newsletter: 'withdrawn' });
  });

  test('posts the same twice, and both at once: it is recorded and audited once', async () => {
    const email = await aSubscriber();
    const same = await aPost(provider, 'complaint', email);
    const audited = () =>
      count(
        "SELECT COUNT(*) AS count FROM audit WHERE act = 'mailing.complaint' AND object = ?1",
        provider,
      );
    const before = await audited();
    const answers = await Promise.all([post(provider, same), post(provider, same)]);
    answers.push(await post(provider, same));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await audited()).toBe(before + 1);
    const records = (await recordsOf(email)).filter(({ decision }) => decision === 'withdrawn');
    expect(records).toHaveLength(3);
  });

  test('comes again after the person has signed up again: the yes stands', async () => {
    const email = await aSubscriber();
    const same = await aPost(provider, 'complaint', email);
    await post(provider, same);
    await signUp(form, email, both);
    await post(provider, same);
    expect(await standingsOf(email)).toEqual(on);
  });

  test('is not believed without its proof, with a wrong one, or for another body', async () => {
    const email = await aSubscriber();
    const { headers, body } = await aPost(provider, 'complaint', email);
    const broken = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        /signature|authorization/i.test(name) ? value.replace(/.{6}(=*)$/, 'AAAAAA$1') : value,
      ]),
    );
    const wrong = body.replace(/("[Ss]ignature":\s*")[^"]{4}/, '$10000');
    const tried: Post[] = [
      { headers: {}, body: wrong },
      { headers: broken, body: wrong },
      ...(provider === 'postmark' || provider === 'brevo'
        ? []
        : [
            {
              headers,
              body: body.replace('{', '{"also":1,').replace('"timestamp":"', '"timestamp":"1'),
            },
          ]),
    ];
    for (const each of tried) {
      // SNS and Mailgun sign parts of the body only, which stay as they are in the last.
      if (each === tried[2] && (provider === 'ses' || provider === 'mailgun')) continue;
      const answer = await post(provider, each);
      expect(answer.status).toBe(401);
      expect((await problemOf(answer)).type).toBe('/problems/unproven');
    }
    expect(await standingsOf(email)).toEqual(on);
  });

  test('is ignored where it says anything else, and counted', async () => {
    const email = await aSubscriber();
    const ignored = () =>
      count(
        'SELECT COALESCE(SUM(ignored), 0) AS count FROM signal_provider WHERE provider = ?1',
        provider,
      );
    const before = await ignored();
    await tell(provider, 'soft', email);
    expect(await ignored()).toBeGreaterThan(before);
  });
});

test.each([
  ['ses', 'suppressed'],
  ['ses', 'not-spam'],
  ['ses', 'delivery'],
  ['postmark', 'spam-notification'],
  ['postmark', 'by-hand'],
  ['postmark', 'resubscribe'],
  ['postmark', 'open'],
  ['brevo', 'delivered'],
  ['mailgun', 'suppressed'],
  ['mailgun', 'opened'],
  ['resend', 'resubscribe'],
  ['resend', 'opened'],
  ['cloudflare', 'delivered'],
])('%s: %s changes nothing', async (provider, name) => {
  const email = await aSubscriber();
  await tell(provider, name, email);
  expect(await standingsOf(email)).toEqual(on);
  expect(await isUndeliverable(email)).toBe(false);
});

test.each([
  ['ses', 'topic'],
  ['ses', 'unsubscribe'],
  ['postmark', 'stream'],
  ['postmark', 'answered'],
])('%s: %s ends the subscription type that it names, or all', async (provider, name) => {
  const email = await aSubscriber();
  await tell(provider, name, email);
  const one = { ...on, newsletter: 'withdrawn' };
  const namesNone = name === 'unsubscribe' || name === 'answered';
  expect(await standingsOf(email)).toEqual(namesNone ? off : one);
  expect(await isUndeliverable(email)).toBe(false);
});

test('what was chosen since stands, and its purpose, though that is older than the complaint', async () => {
  const email = await aSubscriber();
  const person = await findPerson(email);
  const since = Math.max(...(person?.standings ?? []).map((standing) => standing.since));
  await writers['unsubscribe from one'](email);
  await expect.poll(() => Date.now()).toBeGreaterThan(since + 1);
  await writers['preferences, newsletter on'](email);
  await tell('postmark', 'complaint', email, since + 1);
  expect(await standingsOf(email)).toEqual({ ...on, invitations: 'withdrawn' });
});

test('no signal raises a no to a yes', async () => {
  const email = await aSubscriber();
  await tell('postmark', 'complaint', email);
  await tell('postmark', 'resubscribe', email);
  await tell('resend', 'resubscribe', email);
  await tell('sendgrid', 'soft', email);
  expect(await standingsOf(email)).toEqual(off);
});

test('a bounce that comes again after the address was confirmed says nothing', async () => {
  const email = await aSubscriber();
  const same = await aPost('postmark', 'bounce', email);
  await post('postmark', same);
  await env.DB.prepare('DELETE FROM undeliverable').run();
  await post('postmark', same);
  expect(await isUndeliverable(email)).toBe(false);
  await tell('postmark', 'bounce', email, Date.now() - 31 * DAY_MS);
  expect(await isUndeliverable(email)).toBe(false);
});

test('the record keeps both when it happened and when it came', async () => {
  const email = await aSubscriber();
  const at = Date.now();
  const caller = theSystem(env, at + DAY_MS);
  const received = { signals: [{ email, kind: 'complaint', at, id: 'one' } as const], events: 1 };
  await takeReceived(caller, 'postmark', received);
  const withdrawn = (await recordsOf(email)).filter(({ decision }) => decision === 'withdrawn');
  expect(withdrawn.map(({ content }) => [content.decidedAt, content.recordedAt])).toEqual(
    withdrawn.map(() => [at, at + DAY_MS]),
  );
});

test('what stands by the word of an import is ended by a complaint from before it', async () => {
  const email = await aSubscriber();
  const person = await findPerson(email);
  const received = (name: string) => ({
    signals: [{ email, kind: 'complaint', at: 1000, id: name } as const],
    events: 1,
  });
  await takeReceived(theSystem(), 'postmark', received('one'));
  expect(await standingsOf(email)).toEqual(on);
  const { post: send } = await as(['consents-write']);
  const registered = { decision: 'given', source: 'phone', comment: 'Asked for news by phone.' };
  await send(`/v1/people/${person?.id}/decisions`, {
    purpose: 'e-marketing',
    ...registered,
    legalBasis: '61F',
  });
  await takeReceived(theSystem(), 'postmark', received('two'));
  expect(await standingsOf(email)).toMatchObject({ 'e-marketing': 'withdrawn' });
});

test('a post of more events than D1 answers at once goes on where it was when it comes again', async () => {
  const emails = await Promise.all(Array.from({ length: 6 }, aSubscriber));
  const at = Date.now() + 1000;
  const signals = emails.map((email) => ({ email, kind: 'complaint', at, id: email }) as const);
  const take = () =>
    takeReceived(theSystem(onPlan(50)), 'sendgrid', { signals, events: 6 }, undefined, 2);
  const ended = async () =>
    (await Promise.all(emails.map(standingsOf))).filter(({ newsletter }) => newsletter !== 'given')
      .length;
  await expect(take()).rejects.toThrow('Too many API requests');
  const first = await ended();
  expect([2, 4]).toContain(first);
  while ((await ended()) < 6) await take().catch(() => undefined);
  for (const email of emails) {
    const records = await recordsOf(email);
    expect(records.filter(({ content: { decision } }) => decision === 'withdrawn')).toHaveLength(3);
  }
});

describe('Amazon SNS', () => {
  const notification = (email: string) => fixture('ses', 'complaint', email);

  test('signs by SHA-1 or by SHA-256, with a subject or without', async () => {
    for (const SignatureVersion of ['1', '2']) {
      const email = await aSubscriber();
      const signed = await signSns({
        Message: notification(email),
        Subject: 'Amazon SES Email Event Notification',
        SignatureVersion,
      });
      expect((await post('ses', signed)).status).toBe(200);
      expect(await standingsOf(email)).toEqual(off);
    }
  });

  const confirmation = {
    Type: 'SubscriptionConfirmation',
    Token: '2336412f37',
    SubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${secrets.SIGNAL_SES}&Token=2336412f37`,
    Message: 'You have chosen to subscribe to the topic.',
  };

  test.each([
    ['SigningCertURL', certificateUrl.replace('0123', 'ffff')],
    ['SubscribeURL', confirmation.SubscribeURL],
  ])(
    'that does not answer at %s is asked again with the next try of its message',
    async (...changed) => {
      const { headers, body } = await signSns({
        ...confirmation,
        ...Object.fromEntries([changed]),
      });
      for (const send of [
        () => Promise.reject(new DOMException('late', 'TimeoutError')),
        async () => new Response(null, { status: 500 }),
      ]) {
        const posted = { body, now: Date.now(), secrets: [secrets.SIGNAL_SES], send };
        await expect(readSes({ ...posted, headers: new Headers(headers) })).rejects.toMatchObject({
          kind: 'unavailable',
          headers: { 'Retry-After': '60' },
        });
      }
    },
  );

  test('asks for a confirmation, gets it, and sends a text for people', async () => {
    expect((await post('ses', await signSns(confirmation))).status).toBe(200);
    const Message = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect((await post('ses', await signSns({ Message }))).status).toBe(200);
    const Type = 'UnsubscribeConfirmation';
    expect((await post('ses', await signSns({ ...confirmation, Type }))).status).toBe(200);
  });

  test.each([
    ['the topic of someone else', { TopicArn: 'arn:aws:sns:eu-west-1:999999999999:ses-events' }],
    [
      'a certificate of another host',
      {
        SigningCertURL:
          'https://sns.eu-west-1.amazonaws.com.evil.test/SimpleNotificationService-1.pem',
      },
    ],
    [
      'a certificate of another region',
      { SigningCertURL: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem' },
    ],
    [
      'a certificate at another path',
      { SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/bucket/own.pem' },
    ],
    [
      'a certificate by http',
      { SigningCertURL: 'http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem' },
    ],
    ['a confirmation at another host', { ...confirmation, SubscribeURL: 'https://evil.test/' }],
    ['an old message', { Timestamp: new Date(Date.now() - 2 * DAY_MS).toISOString() }],
    ['a version that there is not', { SignatureVersion: '3' }],
  ])('is not believed for %s', async (_, changes) => {
    const email = await aSubscriber();
    const answer = await post('ses', await signSns({ Message: notification(email), ...changes }));
    expect(answer.status).toBe(401);
    expect(await standingsOf(email)).toEqual(on);
  });

  test('is not believed where its header names another type', async () => {
    const { body } = await signSns({ Message: notification(anEmail()) });
    const headers = { 'x-amz-sns-message-type': 'SubscriptionConfirmation' };
    expect((await post('ses', { headers, body })).status).toBe(401);
  });
});

describe('a proof', () => {
  test.each(['mailgun', 'sendgrid', 'resend'])(
    'of %s is good for a time only',
    async (provider) => {
      for (const now of [Date.now() - 2 * DAY_MS, Date.now() + 2 * DAY_MS]) {
        const old = await aPost(provider, 'complaint', await aSubscriber(), { now });
        expect((await post(provider, old)).status).toBe(401);
      }
    },
  );

  test('of Mailgun does not cover the event, so that its token is good once', async () => {
    const [one, other] = [await aSubscriber(), await aSubscriber()];
    const { headers, body } = await aPost('mailgun', 'opened', one);
    await post('mailgun', { headers, body });
    const { signature } = JSON.parse(body) as { signature: unknown };
    const event: unknown = JSON.parse(fixture('mailgun', 'complaint', other));
    const forged = JSON.stringify({ signature, 'event-data': event });
    expect((await post('mailgun', { headers, body: forged })).status).toBe(200);
    expect(await standingsOf(other)).toEqual(on);
  });

  test('is any of the secrets that are set, as a password or as a token', async () => {
    const { body } = await aPost('postmark', 'complaint', anEmail());
    const asked = async (Authorization: string) =>
      (await post('postmark', { headers: { Authorization }, body })).status;
    expect(await asked(`Basic ${btoa('anyone:the-last-one')}`)).toBe(200);
    expect(await asked('Bearer a-secret-of-postmark')).toBe(200);
    expect(await asked('Bearer a-secret-of-postmar')).toBe(401);
    expect(await asked(`Basic ${btoa('the-last-one')}`)).toBe(401);
    expect(await asked('Basic %%%')).toBe(401);
  });

  test('of SendGrid’s own example holds', async () => {
    const body = `${JSON.stringify([
      {
        email: 'hello@world.com',
        event: 'dropped',
        reason: 'Bounced Address',
        sg_event_id: 'ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA',
        sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
        'smtp-id': '<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>',
        timestamp: 1600112492,
      },
    ])}\r\n`;
    const headers = new Headers({
      'X-Twilio-Email-Event-Webhook-Timestamp': '1600112502',
      'X-Twilio-Email-Event-Webhook-Signature':
        'MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=',
    });
    const key =
      'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==';
    const posted = { headers, body, now: 1_600_112_502_000, secrets: [key], send: fetch };
    expect(await readSendGrid(posted)).toEqual({ signals: [], events: 1 });
    expect(await readSendGrid({ ...posted, body: body.trim() })).toBeNull();
  });
});

test('a post that is no JSON is 400, and of a provider that there is not 404', async () => {
  const { headers } = await aPost('postmark', 'bounce', anEmail());
  expect((await post('postmark', { headers, body: 'x' })).status).toBe(400);
  expect((await post('mailchimp', { headers, body: '{}' })).status).toBe(404);
});

test('many events come in one post, each about another person', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, aSubscriber));
  const events = people.flatMap(
    (email) => JSON.parse(fixture('brevo', 'complaint', email)) as unknown,
  );
  const { headers } = await aPost('brevo', 'complaint', anEmail());
  await post('brevo', { headers, body: JSON.stringify([...events, { event: 'a new one' }, 7]) });
  for (const email of people) expect(await standingsOf(email)).toEqual(off);
});

test('what was taken is forgotten after a month', async () => {
  await tell('postmark', 'complaint', await aSubscriber());
  await forgetOldSignals(theSystem(env, Date.now() + 29 * DAY_MS));
  expect(await count('SELECT COUNT(*) AS count FROM signal_taken')).toBeGreaterThan(0);
  await forgetOldSignals(theSystem(env, Date.now() + 31 * DAY_MS));
  expect(await count('SELECT COUNT(*) AS count FROM signal_taken')).toBe(0);
});

test('the providers are listed with where they post to, and when they did last', async () => {
  await tell('postmark', 'bounce', await aSubscriber());
  const { get } = await as(['settings']);
  const { providers } = Providers.parse(await (await get('/v1/signals')).json());
  const of = (name: string) => providers.find(({ provider }) => provider === name);
  expect(of('postmark')).toMatchObject({
    address: 'https://samtykke:SECRET@samtykke.test/v1/signals/postmark',
    secret: 'SIGNAL_POSTMARK',
    isSet: true,
    receivedAt: expect.any(Number),
  });
  expect(of('mailgun')?.address).toBe('https://samtykke.test/v1/signals/mailgun');
  expect(of('cloudflare')).toMatchObject({ address: null, secret: null, isSet: true });
});

test('an API key reports an unsubscribe from one subscription type, or from all', async () => {
  const email = await aSubscriber();
  const { post: send } = await as(['mailing']);
  await send('/v1/signals', { email, kind: 'unsubscribe', subscription: 'newsletter' });
  expect(await standingsOf(email)).toEqual({ ...on, newsletter: 'withdrawn' });
  await send('/v1/signals', { email, kind: 'unsubscribe' });
  expect(await standingsOf(email)).toEqual(off);
  expect(await findPerson(email)).toBeDefined();
});
