// The floor that the bench compares with: a bare Hono route that writes the same rows in one batch,
// without a check, a hash, a rule or a trigger. It is no part of the product.
import { Hono } from 'hono';

type Sent = { version: number; locale: string; fields: { email: string }; page: string };

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

const PERSON = 'INSERT INTO person (id, email, locale, created_at) VALUES (?, ?, ?, ?)';
const SUBMISSION = `
INSERT INTO submission (id, form, version, person, idempotency_key, body_sha256, secret, statement,
  locale, page, fields, decisions, recorded_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT number FROM statement WHERE sha256 = ?8), ?9, ?10, ?11, ?12, ?13)`;
const NUMBER = '(SELECT number FROM person WHERE id = ?1)';
const OCCASION = `
INSERT INTO occasion (base, person, subject, source, actor, recorded_at, statement, form, form_version,
  page, locale, submission, counted_as)
SELECT ?2, ${NUMBER}, ?3, 1, 12, ?4, number, 1, ?5, 1, 1, x'', 9 FROM statement WHERE sha256 = ?6`;
const LAST = '(SELECT MAX(number) FROM occasion)';
const RECORDS = `
INSERT INTO decided (occasion, n, item, decision, legal_basis, sha256)
VALUES ${[1, 2, 3, 4].map((item) => `(${LAST}, ${item}, ${item}, 1, 1, ?1)`).join()}`;
const HELD = `
INSERT INTO held (person, item, decision, legal_basis, source, since, occasion, n)
VALUES ${[1, 2, 3, 4].map((item) => `(${NUMBER}, ${item}, 1, 1, 1, ?2, ${LAST}, ${item})`).join()}`;
const SUBJECT = `INSERT INTO subject (person, sha256, email, salt) VALUES (${NUMBER}, ?2, ?3, ?4)`;
const EVIDENCE =
  'INSERT INTO evidence (submission, ip, user_agent, expires_at) VALUES (?, ?, ?, ?)';
const COUNT = `
INSERT INTO form_count (form, day, what, page, count)
VALUES (?1, date(?2 / 1000, 'unixepoch'), 'submitted', ?3, 1)
ON CONFLICT DO UPDATE SET count = count + 1`;

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
    const [id, person, subject] = [crypto.randomUUID(), crypto.randomUUID(), bytes(32)];
    await DB.batch([
      DB.prepare(PERSON).bind(person, email, sent.locale, now),
      DB.prepare(SUBMISSION).bind(
        ...[id, form, sent.version, person, bytes(16), bytes(32), bytes(16)],
        ...[statement, sent.locale, sent.page, JSON.stringify(sent.fields), '[]', now],
      ),
      DB.prepare(OCCASION).bind(person, bytes(16), subject, now, sent.version, statement),
      DB.prepare(RECORDS).bind(bytes(32)),
      DB.prepare(HELD).bind(person, now),
      DB.prepare(SUBJECT).bind(person, subject, email, bytes(16)),
      DB.prepare(EVIDENCE).bind(
        id,
        c.req.header('CF-Connecting-IP') ?? null,
        c.req.header('User-Agent') ?? null,
        now,
      ),
      DB.prepare(COUNT).bind(form, now, sent.page),
      DB.prepare(OUTBOX).bind(
        ...[crypto.randomUUID(), person, 'privacy-notice', sent.locale, '{}', now, now],
      ),
    ]);
    return c.json({ submission: id, recordedAt: now }, 201);
  });
