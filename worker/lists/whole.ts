import { z } from 'zod';
import { type EntryBody, entryBodies, type ListName, type NamedTexts } from '../contract/lists.ts';
import type { Database } from '../platform/database.ts';
import { parseRows } from '../platform/rows.ts';

export const PURPOSES = `
SELECT p.key, p.active, p.rank, p.legal_basis AS legalBasis, p.explicit, p.retention_days AS retentionDays,
  p.recipients, p.storage, p.subjects, p.transfers, p.security,
  (SELECT json_group_object(t.locale, json_object('title', t.title, 'approval', t.approval,
    'notice', t.notice, 'description', t.description, 'privacyTitle', t.privacy_title,
    'privacyUrl', t.privacy_url)) FROM purpose_text t WHERE t.purpose = p.key) AS texts
FROM purpose p
ORDER BY p.rank, p.key`;

export const LEGAL_BASES = `
SELECT l.key, l.active, l.rank,
  (SELECT json_group_object(t.locale, json_object('name', t.name, 'description', t.description))
    FROM legal_basis_text t WHERE t.legal_basis = l.key) AS texts
FROM legal_basis l
ORDER BY l.rank, l.key`;

export const SOURCES = `
SELECT s.key, s.active, s.rank, s.notice_template AS noticeTemplate, s.notice_automatic AS noticeAutomatic,
  (SELECT json_group_object(t.locale, json_object('name', t.name, 'description', ''))
    FROM source_text t WHERE t.source = s.key) AS texts
FROM source s
ORDER BY s.rank, s.key`;

export const SUBSCRIPTION_TYPES = `
SELECT s.key, s.active, s.rank, s.purpose, s.channel,
  (SELECT json_group_object(t.locale, json_object('name', t.name, 'description', t.description,
    'frequency', t.frequency)) FROM subscription_type_text t WHERE t.subscription_type = s.key) AS texts
FROM subscription_type s
ORDER BY s.rank, s.key`;

const Row = z
  .looseObject({ key: z.string(), active: z.number(), texts: z.string() })
  .transform(({ texts, active: isActive, ...row }) => ({
    ...row,
    ...('explicit' in row ? { explicit: row.explicit === 1 } : {}),
    ...('recipients' in row ? { recipients: JSON.parse(String(row.recipients)) } : {}),
    ...('noticeAutomatic' in row ? { noticeAutomatic: row.noticeAutomatic === 1 } : {}),
    active: isActive === 1,
    texts: z.record(z.string(), z.record(z.string(), z.string())).parse(JSON.parse(texts)),
  }));

/** An entry of a list with its texts by locale, also one that is not active. */
export type Entry<Name extends ListName = ListName> = EntryBody<Name> & {
  key: string;
  texts: Record<string, Record<string, string>>;
};

const entries = <Name extends ListName>(list: Name, rows: unknown[]): Entry<Name>[] =>
  parseRows(Row, rows).map(({ key, texts, ...body }) => ({
    ...(entryBodies[list].parse(body) as EntryBody<Name>),
    key,
    texts,
  }));

/** All four lists, whole. They are short: tens of rows. */
export type WholeLists = { [Name in ListName]: Entry<Name>[] };

export const readWholeLists = async (db: Database): Promise<WholeLists> => {
  const [purposes, bases, sources, types] = await db.batch([
    db.prepare(PURPOSES),
    db.prepare(LEGAL_BASES),
    db.prepare(SOURCES),
    db.prepare(SUBSCRIPTION_TYPES),
  ]);
  return {
    purposes: entries('purposes', purposes?.results ?? []),
    'legal-bases': entries('legal-bases', bases?.results ?? []),
    sources: entries('sources', sources?.results ?? []),
    'subscription-types': entries('subscription-types', types?.results ?? []),
  };
};

/** What a yes to a purpose is: a consent where the purpose asks for one, or else that the person was told. */
export const yesTo = (
  { purposes }: Pick<WholeLists, 'purposes'>,
  purpose: string,
): 'given' | 'informed' =>
  purposes.some(({ key, explicit }) => key === purpose && !explicit) ? 'informed' : 'given';

export const WRITE_PURPOSE = `
INSERT INTO purpose (key, active, rank, legal_basis, explicit, retention_days, recipients, storage, subjects,
  transfers, security)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (key) DO UPDATE SET
  active = excluded.active,
  rank = excluded.rank,
  legal_basis = excluded.legal_basis,
  explicit = excluded.explicit,
  retention_days = excluded.retention_days,
  recipients = excluded.recipients,
  storage = excluded.storage,
  subjects = excluded.subjects,
  transfers = excluded.transfers,
  security = excluded.security`;

export const WRITE_LEGAL_BASIS = `
INSERT INTO legal_basis (key, active, rank)
VALUES (?1, ?2, ?3)
ON CONFLICT (key) DO UPDATE SET active = excluded.active, rank = excluded.rank`;

export const WRITE_SOURCE = `
INSERT INTO source (key, active, rank, notice_template, notice_automatic)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (key) DO UPDATE SET
  active = excluded.active,
  rank = excluded.rank,
  notice_template = excluded.notice_template,
  notice_automatic = excluded.notice_automatic`;

export const WRITE_SUBSCRIPTION_TYPE = `
INSERT INTO subscription_type (key, active, rank, purpose, channel)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (key) DO UPDATE SET
  active = excluded.active,
  rank = excluded.rank,
  purpose = excluded.purpose,
  channel = excluded.channel`;

type Writers = {
  [Name in ListName]: (db: Database, key: string, body: EntryBody<Name>) => D1PreparedStatement;
};

/** Adds an entry or replaces all of it but its texts. */
export const writeEntry: Writers = {
  purposes: (db, key, { active: on, rank: place, recipients, ...purpose }) =>
    db
      .prepare(WRITE_PURPOSE)
      .bind(
        key,
        +on,
        place,
        purpose.legalBasis,
        +purpose.explicit,
        purpose.retentionDays,
        JSON.stringify(recipients),
        purpose.storage,
        purpose.subjects,
        purpose.transfers,
        purpose.security,
      ),
  'legal-bases': (db, key, { active: on, rank: place }) =>
    db.prepare(WRITE_LEGAL_BASIS).bind(key, +on, place),
  sources: (db, key, { active: on, rank: place, noticeTemplate, noticeAutomatic }) =>
    db.prepare(WRITE_SOURCE).bind(key, +on, place, noticeTemplate, +noticeAutomatic),
  'subscription-types': (db, key, { active: on, rank: place, purpose, channel }) =>
    db.prepare(WRITE_SUBSCRIPTION_TYPE).bind(key, +on, place, purpose, channel),
};

export const WRITE_LEGAL_BASIS_TEXTS = `
INSERT INTO legal_basis_text (legal_basis, locale, name, description)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (legal_basis, locale) DO UPDATE SET
  name = excluded.name,
  description = excluded.description`;

export const WRITE_SOURCE_TEXTS = `
INSERT INTO source_text (source, locale, name)
VALUES (?1, ?2, ?3)
ON CONFLICT (source, locale) DO UPDATE SET name = excluded.name`;

export const writeLegalBasisTexts = (
  db: Database,
  key: string,
  locale: string,
  texts: NamedTexts,
): D1PreparedStatement =>
  db.prepare(WRITE_LEGAL_BASIS_TEXTS).bind(key, locale, texts.name, texts.description);

export const writeSourceTexts = (
  db: Database,
  key: string,
  locale: string,
  texts: NamedTexts,
): D1PreparedStatement => db.prepare(WRITE_SOURCE_TEXTS).bind(key, locale, texts.name);
