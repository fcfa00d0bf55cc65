import { html, raw } from 'hono/html';
import { directionOf } from '../../widget/locales/texts.ts';
import { decidedIn } from '../../widget/preferences/words/words.ts';
import type { KeptData } from '../contract/data.ts';
import type { PersonRequest } from '../contract/requests.ts';
import { preferenceTextsIn } from '../locales/preferences.ts';
import { textsIn } from '../locales/shipped.ts';
import { readSubjects } from '../outbox/templates.ts';
import type { Database } from '../platform/database.ts';
import { sha256Source } from '../platform/hash.ts';
import { momentsIn } from '../platform/zone.ts';
import { readSetting } from '../settings/store.ts';
import { readHistory } from './history.ts';
import { showPreferences } from './preferences.ts';

/** Its only style sheet: a report is one file, which opens and prints anywhere. */
const styles = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-inline-size: 44rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-block: 2rem 0.5rem; font-size: 1.15rem; break-after: avoid; }
table { inline-size: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-block-end: 1px solid #8886; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { inline-size: 35%; font-weight: 600; }
tr { break-inside: avoid; }
small { display: block; opacity: 0.8; overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; font-size: 10pt; } body { max-inline-size: none; padding: 0; } }`;

/** The policy of the report as a page: it holds no script and fetches nothing. */
export const reportPolicy = async (): Promise<string> =>
  `default-src 'none'; style-src ${await sha256Source(styles)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type Row = { name: string; value: string; more?: string };

const table = (title: string, rows: readonly Row[], nothing: string) => html`
<h2>${title}</h2>
${
  rows.length === 0
    ? html`<p>${nothing}</p>`
    : html`<table>${rows.map(
        ({ name, value, more }) =>
          html`<tr><th scope="row">${name}</th><td>${value}${more ? html`<small>${more}</small>` : ''}</td></tr>`,
      )}</table>`
}`;

const answered = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

/** What emails are called in a locale, without what differs from one to the next. */
const subjectsIn = async (db: Database, locale: string): Promise<(template: string) => string> => {
  const [subjectOf, { name, address }] = await Promise.all([
    readSubjects(db, locale),
    readSetting(db, 'sender'),
  ]);
  return (template) =>
    subjectOf(template)
      ?.replace('{sender}', () => name || address)
      .replace(/\{\w+\}/g, '…') ?? template;
};

/** Everything that is kept of a person (GDPR art. 15) in the words of a locale, as a page to print. */
export const reportOn = async (db: Database, data: KeptData, locale: string) => {
  const { person, submissions, records, requests, bouncedAt, segments, breaches, emails } = data;
  const [{ preferences }, history, subjects] = await Promise.all([
    showPreferences(db, person, locale),
    readHistory(db, person, locale),
    subjectsIn(db, locale),
  ]);
  const words = preferenceTextsIn(locale);
  const headings = textsIn(locale).report;
  const format = momentsIn(locale, preferences.timeZone, { withTime: true, month: 'long' });
  const when = (time: number) => format.format(time);
  const since = ({ since: time, source }: { since: number | null; source: string | null }) =>
    time === null ? '' : [when(time), source].filter(Boolean).join(' · ');
  const title = headings.title.replace('{email}', () => person.email);

  const details: Row[] = [
    {
      name: words.email,
      value: person.email,
      more:
        bouncedAt === null ? undefined : headings.bounced.replace('{date}', () => when(bouncedAt)),
    },
    ...preferences.fields
      .filter(({ value }) => value)
      .map(({ label, value = '' }) => ({ name: label, value })),
  ];
  const choices: Row[] = preferences.purposes.flatMap((purpose) => [
    {
      name: purpose.title,
      value: decidedIn(words, 'purpose', purpose.decision),
      more: [
        since(purpose),
        words.basis.replace('{name}', () => purpose.legalBasis.name),
        purpose.text,
      ]
        .filter(Boolean)
        .join('. '),
    },
    ...purpose.subscriptions.map((each) => ({
      name: each.name,
      value: decidedIn(words, 'subscription', each.decision),
      more: since(each),
    })),
  ]);
  /** Where a submission came from, while that is kept. */
  const evidenceOf = (submission: string): string => {
    const evidence = records.find(({ content }) => content.submission === submission)?.evidence;
    return [evidence?.ip, evidence?.userAgent, evidence?.confirmedIp, evidence?.confirmedUserAgent]
      .filter(Boolean)
      .join(', ');
  };
  const sent: Row[] = submissions.map(
    ({ id, form, version, page, statement, fields, recordedAt }) => ({
      name: when(recordedAt),
      value: Object.entries(fields)
        .map(([key, value]) => `${key}: ${answered(value)}`)
        .join('; '),
      more: `${page ?? ''} (${form}, ${version}) ${evidenceOf(id)} ${headings.shown} ${statement}`,
    }),
  );
  const stateOf = ({ state, dueAt, actsAt, endedAt }: PersonRequest): string => {
    const time = (state === 'open' ? dueAt : state === 'waiting' ? actsAt : endedAt) ?? dueAt;
    return words[state].replace('{date}', () => when(time));
  };
  const asked: Row[] = requests.map((request) => ({
    name: `${request.number}: ${words[request.kind]}`,
    value: stateOf(request),
    more: request.message ?? undefined,
  }));
  const decided: Row[] = history.map(
    ({ recordedAt, kind, title: name, decision, source, page }) => ({
      name: when(recordedAt),
      value: `${name}: ${decidedIn(words, kind, decision)}`,
      more: `${source}. ${page ?? ''}`,
    }),
  );

  const also: Row[] = [
    ...segments.map((name) => ({ name: headings.segment, value: name })),
    ...breaches.map(({ title: name, notifiedAt }) => ({
      name: headings.breach,
      value: name,
      more: when(notifiedAt),
    })),
  ];

  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(styles)}</style></head>
<body><main>
<h1>${title}</h1>
<p>${headings.made.replace('{date}', () => when(Date.now()))}</p>
${table(words.mine, details, headings.nothing)}
${table(headings.choices, choices, headings.nothing)}
${table(words.history, decided, headings.nothing)}
${table(headings.submissions, sent, headings.nothing)}
${table(words.rights, asked, headings.nothing)}
${table(headings.also, also, headings.nothing)}
${table(
  headings.messages,
  emails.map(({ template, createdAt }) => ({ name: when(createdAt), value: subjects(template) })),
  headings.nothing,
)}
</main></body>
</html>`;
};
