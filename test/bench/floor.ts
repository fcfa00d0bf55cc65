// The floor that the bench compares with: a bare Hono route that writes the same rows in one batch,
// without a check, a hash, a rule or a trigger. It is no part of the product.
import { Hono } from 'hono';

type Sent = { version: number; locale: string; fields: { email: string }; page: string };

const RECORDS = 4;
const sha = 'a'.repeat(64);
const items = ['e-marketing', 'newsletter', 'product-news', 'invitations'];
const marks = (rows: number, columns: number) =>
  Array(rows)
    .fill(`(${Array(columns).fill('?').join()})`)
    .join();

const PERSON = 'INSERT INTO person (id, email, locale, created_at) VALUES (?, ?, ?, ?)';
const SUBMISSION = `
INSERT INTO submission (id, form, version, person, idempotency_key, body_sha256, receipt, statement,
  locale, page, fields, decisions, recorded_at)
VALUES ${marks(1, 13)}`;
const SUBJECT = 'INSERT INTO subject (sha256, person, email, salt) VALUES (?, ?, ?, ?)';
const RECORD = `
INSERT INTO record (id, person, subject, item_kind, item, decision, legal_basis, source, actor,
  recorded_at, statement, form, form_version, page, locale, submission, sha256)
VALUES ${marks(RECORDS, 17)}`;
const STANDING = `
INSERT INTO standing (person, item_kind, item, decision, legal_basis, source, since, record)
VALUES ${marks(RECORDS, 8)}`;
const EVIDENCE =
  'INSERT INTO evidence (submission, ip, user_agent, expires_at) VALUES (?, ?, ?, ?)';

const OUTBOX = `
INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
VALUES (?, ?, ?, ?, ?, ?, ?)`;

let statement: string | undefined;

export default new Hono<{ Bindings: { DB: D1Database } }>()
  .get('/v1/health', (c) => c.json({ ok: true }))
  .post('/v1/forms/:form/submissions', async (c) => {
    const sent = await c.req.json<Sent>();
    const { DB } = c.env;
    statement ??= (await DB.prepare('SELECT sha256 FROM statement LIMIT 1').first('sha256')) ?? '';
    const { email } = sent.fields;
    const form = c.req.param('form');
    const now = Date.now();
    const [id, person, subject] = [
      crypto.randomUUID(),
      crypto.randomUUID(),
      crypto.randomUUID() + sha,
    ];
    const records = items.map((item, at) => ({ item, id: crypto.randomUUID(), at }));
    const kind = (at: number) => (at === 0 ? 'purpose' : 'subscription');
    await DB.batch([
      DB.prepare(PERSON).bind(person, email, sent.locale, now),
      DB.prepare(SUBMISSION).bind(
        ...[id, form, sent.version, person, c.req.header('Idempotency-Key') ?? id, sha, id],
        ...[statement, sent.locale, sent.page, JSON.stringify(sent.fields), '[]', now],
      ),
      DB.prepare(SUBJECT).bind(subject, person, email, sha),
      DB.prepare(RECORD).bind(
        ...records.flatMap(({ item, id: record, at }) => [
          ...[record, person, subject, kind(at), item, 'given', '61A', 'web-form', 'person', now],
          ...[statement, form, sent.version, sent.page, sent.locale, id, sha],
        ]),
      ),
      DB.prepare(STANDING).bind(
        ...records.flatMap(({ item, id: record, at }) => [
          ...[person, kind(at), item, 'given', '61A', 'web-form', now, record],
        ]),
      ),
      DB.prepare(EVIDENCE).bind(
        id,
        c.req.header('CF-Connecting-IP') ?? null,
        c.req.header('User-Agent') ?? null,
        now,
      ),
      DB.prepare(OUTBOX).bind(
        ...[crypto.randomUUID(), person, 'privacy-notice', sent.locale, '{}', now, now],
      ),
    ]);
    return c.json({ submission: id, recordedAt: now }, 201);
  });
