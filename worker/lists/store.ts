import { z } from 'zod';
import type { PurposeTexts, SubscriptionTypeTexts } from '../contract/definition.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

/** A purpose with its texts in every locale it has them in. */
export const Purpose = z.object({
  key: z.string(),
  legalBasis: z.string(),
  explicit: z.boolean(),
  texts: z.record(
    z.string(),
    z.object({
      title: z.string(),
      approval: z.string(),
      notice: z.string(),
      description: z.string(),
      privacyTitle: z.string(),
      privacyUrl: z.string(),
    }),
  ),
});
export type Purpose = z.infer<typeof Purpose>;

/** A subscription type with its texts in every locale it has them in. */
export const SubscriptionType = z.object({
  key: z.string(),
  purpose: z.string(),
  channel: z.string(),
  texts: z.record(
    z.string(),
    z.object({ name: z.string(), description: z.string(), frequency: z.string() }),
  ),
});
export type SubscriptionType = z.infer<typeof SubscriptionType>;

/** What forms are made of, by key. Only what is active. */
export type Lists = {
  legalBases: ReadonlySet<string>;
  purposes: ReadonlyMap<string, Purpose>;
  subscriptionTypes: ReadonlyMap<string, SubscriptionType>;
};

export const LEGAL_BASES = 'SELECT key FROM legal_basis WHERE active = 1';

export const PURPOSES = `
SELECT p.key, p.legal_basis AS legalBasis, p.explicit, json_group_object(t.locale, json_object(
  'title', t.title, 'approval', t.approval, 'notice', t.notice, 'description', t.description,
  'privacyTitle', t.privacy_title, 'privacyUrl', t.privacy_url)) AS texts
FROM purpose p
JOIN purpose_text t ON t.purpose = p.key
WHERE p.active = 1
GROUP BY p.key`;

export const SUBSCRIPTION_TYPES = `
SELECT s.key, s.purpose, s.channel, json_group_object(t.locale, json_object(
  'name', t.name, 'description', t.description, 'frequency', t.frequency)) AS texts
FROM subscription_type s
JOIN subscription_type_text t ON t.subscription_type = s.key
WHERE s.active = 1
GROUP BY s.key`;

const Keyed = z.object({ key: z.string() });
const PurposeRow = z.object({
  key: z.string(),
  legalBasis: z.string(),
  explicit: z.number(),
  texts: z.string(),
});
const SubscriptionTypeRow = z.object({
  key: z.string(),
  purpose: z.string(),
  channel: z.string(),
  texts: z.string(),
});

/** The active lists with all their texts, in one round trip. They are short: tens of rows. */
export const readLists = async (db: Database): Promise<Lists> => {
  const [legalBases, purposes, types] = await db.batch([
    db.prepare(LEGAL_BASES),
    db.prepare(PURPOSES),
    db.prepare(SUBSCRIPTION_TYPES),
  ]);
  return {
    legalBases: new Set(parseRows(Keyed, legalBases?.results).map(({ key }) => key)),
    purposes: new Map(
      parseRows(PurposeRow, purposes?.results).map((row) => [
        row.key,
        Purpose.parse({
          key: row.key,
          legalBasis: row.legalBasis,
          explicit: row.explicit === 1,
          texts: JSON.parse(row.texts),
        }),
      ]),
    ),
    subscriptionTypes: new Map(
      parseRows(SubscriptionTypeRow, types?.results).map((row) => [
        row.key,
        SubscriptionType.parse({ ...row, texts: JSON.parse(row.texts) }),
      ]),
    ),
  };
};

/** The privacy statements of the purposes in use, in the order of the list. It is short: tens of rows. */
export const PRIVACY_LINKS = `
SELECT t.locale, t.privacy_url AS url
FROM purpose p
JOIN purpose_text t ON t.purpose = p.key
WHERE p.active = 1 AND t.privacy_url <> ''
ORDER BY p.rank, p.key`;

const PrivacyLink = z.object({ locale: z.string(), url: z.string() });

/** Reads where the privacy statement is in each language: that of the first purpose that has one there. */
export const readPrivacyLinks = async (db: Database): Promise<Record<string, string>> => {
  const { results } = await db.prepare(PRIVACY_LINKS).all();
  const links = parseRows(PrivacyLink, results).toReversed();
  return Object.fromEntries(links.map(({ locale, url }) => [locale, url]));
};

export const WRITE_PURPOSE_TEXTS = `
INSERT INTO purpose_text (purpose, locale, title, approval, notice, description, privacy_title, privacy_url)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (purpose, locale) DO UPDATE SET
  title = excluded.title,
  approval = excluded.approval,
  notice = excluded.notice,
  description = excluded.description,
  privacy_title = excluded.privacy_title,
  privacy_url = excluded.privacy_url`;

export const writePurposeTexts = (
  db: Database,
  purpose: string,
  locale: string,
  texts: PurposeTexts,
): D1PreparedStatement =>
  db
    .prepare(WRITE_PURPOSE_TEXTS)
    .bind(
      purpose,
      locale,
      texts.title,
      texts.approval,
      texts.notice,
      texts.description,
      texts.privacyTitle,
      texts.privacyUrl,
    );

export const WRITE_SUBSCRIPTION_TYPE_TEXTS = `
INSERT INTO subscription_type_text (subscription_type, locale, name, description, frequency)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (subscription_type, locale) DO UPDATE SET
  name = excluded.name,
  description = excluded.description,
  frequency = excluded.frequency`;

export const writeSubscriptionTypeTexts = (
  db: Database,
  subscriptionType: string,
  locale: string,
  { name, description, frequency }: SubscriptionTypeTexts,
): D1PreparedStatement =>
  db
    .prepare(WRITE_SUBSCRIPTION_TYPE_TEXTS)
    .bind(subscriptionType, locale, name, description, frequency);
