import { env } from 'cloudflare:test';

/** A mailing: an email to each of many new people, whose addresses begin with a name. Answers the addresses. */
export const aMailing = async (
  many: number,
  { name = 'anna', template = 'source-notice' } = {},
): Promise<string[]> => {
  const ids = Array.from({ length: many }, () => crypto.randomUUID());
  const each = JSON.stringify(ids);
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO person (id, email, locale, created_at)
      SELECT value, ?2 || '.' || value || '@example.com', 'en', 1
      FROM json_each(?1)`,
    ).bind(each, name),
    env.DB.prepare(
      `INSERT INTO outbox (id, person, template, locale, facts, next_at, created_at)
      SELECT 'email-' || value, value, ?2, 'en', '{"source":"phone"}', 0, 0
      FROM json_each(?1)`,
    ).bind(each, template),
  ]);
  return ids.map((id) => `${name}.${id}@example.com`);
};
