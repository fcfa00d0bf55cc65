import type { FormView } from '../../contract/form.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { SubmissionAnswer, SubmissionBody } from '../../contract/submission.ts';
import { type KnownForm, knownVersion } from '../../forms/cache.ts';
import { personFields } from '../../forms/person-fields.ts';
import { commit } from '../../ledger/commitment.ts';
import { occasionId, seal } from '../../ledger/record.ts';
import { formTextsIn } from '../../locales/form.ts';
import type { Caller } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { sha256 } from '../../platform/hash.ts';
import { DAY, HOUR } from '../../platform/time.ts';
import type { WhereFrom } from '../../platform/where-from.ts';
import { keyHash } from '../../submissions/store.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import { type GoodAnswers, readAnswers, withoutNotices } from './answers.ts';
import { namesOfFiles } from './files.ts';
import { writeSubmission } from './store.ts';

/** A submission as it came in, and from where. */
export type Incoming = {
  /** Without the answer of the robot check, which differs when the same request is sent again. */
  body: Omit<SubmissionBody, 'turnstile'>;
  idempotencyKey: string;
  /** The page, as far as it is kept. */
  page: string | null;
  from: WhereFrom;
};

export type Submitted =
  | { state: 'recorded'; answer: SubmissionAnswer }
  | { state: 'invalid'; errors: FieldError[] }
  | { state: 'unknown-version' }
  | { state: 'inactive' }
  | { state: 'mismatch' };

/**
 * Puts the names of files in the place of their ids, which only the page that sent them knows. A form that asks
 * for none reads nothing.
 */
const readFiles = async (
  db: Database,
  form: string,
  view: FormView,
  { fields }: GoodAnswers,
): Promise<{ ids: string[]; errors: FieldError[] }> => {
  const asked = Object.fromEntries(
    view.sections
      .flatMap((section) => section.fields)
      .flatMap(({ key, kind }) => {
        const id = fields[key];
        return kind === 'file' && typeof id === 'string' ? [[key, id]] : [];
      }),
  );
  const ids = Object.values(asked);
  if (ids.length === 0) return { ids, errors: [] };
  const names = Object.entries(await namesOfFiles({ db }, form, asked));
  for (const [key, name] of names) if (name !== null) fields[key] = name;
  const { file } = formTextsIn(view.locale);
  return {
    ids,
    errors: names
      .filter(([, name]) => name === null)
      .map(([key]) => ({ field: `fields.${key}`, code: 'file', message: file })),
  };
};

/**
 * Takes a submission: checks it against the version the visitor saw, seals its records and writes it
 * all in one batch. The answer is a function of the request alone: it never reveals whether the
 * address was known, nor what stood about it.
 */
export const submit = async (
  { db, now: recordedAt, later, post }: Caller,
  form: KnownForm,
  incoming: Incoming,
): Promise<Submitted> => {
  const { body, idempotencyKey } = incoming;
  const version = await knownVersion(db, form, body.version);
  const shown = version?.shown.get(`${body.locale}/${body.part}`);
  if (!version || !shown) return { state: 'unknown-version' };

  const read = readAnswers(shown.view, body, formTextsIn(body.locale));
  if (!read.ok) return { state: 'invalid', errors: read.errors };
  const { answers } = read;
  if (form.settings.heedsPrivacyControl && incoming.from.privacyControl)
    answers.decisions = withoutNotices(answers.decisions);
  const sent = await readFiles(db, form.settings.key, shown.view, answers);
  if (sent.errors.length > 0) return { state: 'invalid', errors: sent.errors };

  const { key, evidenceDays, confirmHours } = form.settings;
  const id = occasionId(recordedAt);
  const message = crypto.randomUUID();
  const subject = await commit(answers.email);
  const context = {
    subject: subject.sha256,
    source: 'web-form',
    actor: 'person',
    recordedAt,
    statement: shown.statement,
    form: key,
    version: version.version,
    page: incoming.page,
    locale: body.locale,
    comment: null,
    submission: id,
  };
  const [bodySha256, hash, records] = await Promise.all([
    sha256(JSON.stringify(body)),
    keyHash(idempotencyKey),
    seal(
      id,
      answers.decisions.map(
        ({ rule, purpose = null, subscription = null, decision, legalBasis }) => ({
          content: { purpose, subscription, decision, legalBasis, ...context },
          rule,
        }),
      ),
    ),
  ]);

  const written = await writeSubmission(db, {
    id,
    form: key,
    version: version.version,
    person: crypto.randomUUID(),
    email: answers.email,
    keyHash: hash,
    bodySha256,
    receipt: body.receipt ?? null,
    message,
    statement: shown.statement,
    view: shown.view,
    locale: body.locale,
    page: context.page,
    fields: answers.fields,
    files: sent.ids,
    personFields: personFields(version.definition, answers.fields),
    review: form.settings.review,
    decisions: answers.decisions.map(({ rule: _, ...decided }) => decided),
    recordedAt,
    subject,
    records,
    confirmation: answers.decisions.some(({ decision }) => decision === 'pending')
      ? { expiresAt: recordedAt + confirmHours * HOUR }
      : null,
    evidence:
      evidenceDays > 0
        ? {
            ...incoming.from,
            expiresAt: recordedAt + evidenceDays * DAY,
          }
        : null,
  });
  if (!written) return { state: 'inactive' };
  const { kept, email } = written;
  const { bodySha256: first, person: _, template: __, ...recorded } = kept;
  if (first !== bodySha256) return { state: 'mismatch' };
  if (email) later(() => post(email));
  const outcome = outcomeOf(shown.view, recorded.decisions, answers.email);
  return { state: 'recorded', answer: { ...recorded, outcome } };
};
