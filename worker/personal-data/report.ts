import { decidedIn } from '../../widget/preferences/words/words.ts';
import type { KeptData } from '../contract/data.ts';
import type { PersonRequest } from '../contract/requests.ts';
import { isYes } from '../ledger/rules.ts';
import { namedIn } from '../lists/names.ts';
import type { WholeLists } from '../lists/whole.ts';
import { type PreferenceTexts, preferenceTextsIn } from '../locales/preferences.ts';
import type { ReportTexts } from '../locales/privacy/texts.ts';
import { textsIn } from '../locales/shipped.ts';
import { readSubjects } from '../outbox/templates.ts';
import type { Database } from '../platform/database.ts';
import { momentsIn } from '../platform/zone.ts';
import { readSetting } from '../settings/store.ts';
import { type Disclosing, disclosedOf, readDisclosing, rightsIn } from './disclosure.ts';
import { composeHistory } from './history.ts';
import { showPreferences } from './preferences.ts';
import { type Part, type Row, reportPage } from './report-page.ts';

type Shown = Awaited<ReturnType<typeof showPreferences>>['preferences'];

/** What the parts of a report are composed with: the data, and the words and times of its reader. */
type Reporting = {
  data: KeptData;
  shown: Shown;
  locale: string;
  words: PreferenceTexts;
  headings: ReportTexts;
  lists: WholeLists;
  when: (time: number) => string;
};

const answered = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

/** Says what an email is called, with the facts that are known of it; an ellipsis stands for each other one. */
export type SubjectOf = (template: string, facts?: Readonly<Record<string, string>>) => string;

/** Reads what emails are called in a locale. */
export const subjectsIn = async (db: Database, locale: string): Promise<SubjectOf> => {
  const [subjectOf, { name, address }] = await Promise.all([
    readSubjects(db, locale),
    readSetting(db, 'sender'),
  ]);
  return (template, facts = {}) =>
    subjectOf(template)
      ?.replace('{sender}', () => name || address)
      .replace(/\{(\w+)\}/g, (_, place: string) => facts[place] ?? '…') ?? template;
};

const detailsOf = ({ data, shown, words, headings, when }: Reporting): Row[] => {
  const { person, bouncedAt } = data;
  const bounced =
    bouncedAt === null ? [] : [headings.bounced.replace('{date}', () => when(bouncedAt))];
  return [
    { name: words.email, value: person.email, more: bounced },
    ...shown.fields
      .filter(({ value }) => value)
      .map(({ label, value = '' }) => ({ name: label, value })),
  ];
};

/** What the data is used for: each purpose that applies, with what art. 15(1) asks to be said of it. */
const usesOf = ({ data, locale, headings, lists }: Reporting, disclosing: Disclosing): Row[] =>
  data.person.standings.flatMap(({ purpose, decision, legalBasis, source }) => {
    if (!purpose || !isYes(decision)) return [];
    const { name, description } = namedIn(lists.purposes, purpose, locale);
    const came = namedIn(lists.sources, source, locale).name;
    return [
      {
        name,
        value: description,
        more: [
          ...disclosedOf(disclosing, purpose, locale, legalBasis),
          headings.source.replace('{name}', () => came),
        ],
      },
    ];
  });

const choicesOf = ({ shown, words, headings, when }: Reporting): Row[] => {
  const since = ({ since: time, source }: { since: number | null; source: string | null }) =>
    time === null ? '' : [when(time), source].filter(Boolean).join(' · ');
  return shown.purposes.flatMap((purpose) => [
    {
      name: purpose.title,
      value: decidedIn(words, 'purpose', purpose.decision),
      more: [
        since(purpose),
        purpose.shownThen ? `${headings.wording} “${purpose.shownThen.text}”` : '',
      ],
    },
    ...purpose.subscriptions.map((each) => ({
      name: each.name,
      value: decidedIn(words, 'subscription', each.decision),
      more: [since(each)],
    })),
  ]);
};

const submissionsOf = ({ data, headings, when }: Reporting): Row[] => {
  /** Where a submission came from, while that is kept. */
  const evidenceOf = (submission: string): string => {
    const evidence = data.records.find(
      ({ content }) => content.submission === submission,
    )?.evidence;
    return [
      evidence?.ip,
      evidence?.userAgent,
      evidence?.confirmedIp,
      evidence?.confirmedUserAgent,
      evidence?.privacyControl && 'Global Privacy Control',
    ]
      .filter(Boolean)
      .join(', ');
  };
  return data.submissions.map(({ id, form, version, page, statement, fields, recordedAt }) => ({
    name: when(recordedAt),
    value: Object.entries(fields)
      .map(([key, value]) => `${key}: ${answered(value)}`)
      .join('; '),
    more: [`${page ?? ''} (${form}, ${version})`, evidenceOf(id), `${headings.shown} ${statement}`],
  }));
};

const requestsOf = ({ data, words, when }: Reporting): Row[] => {
  const stateOf = ({ state, dueAt, actsAt, endedAt }: PersonRequest): string => {
    const time = (state === 'open' ? dueAt : state === 'waiting' ? actsAt : endedAt) ?? dueAt;
    return words[state === 'refused' ? 'declined' : state].replace('{date}', () => when(time));
  };
  return data.requests.map((request) => ({
    name: `${request.number}: ${words[request.kind]}`,
    value: stateOf(request),
    more: [request.message ?? ''],
  }));
};

const alsoOf = ({ data, headings, when }: Reporting): Row[] => [
  ...data.segments.map((name) => ({ name: headings.segment, value: name })),
  ...data.breaches.map(({ title, notifiedAt }) => ({
    name: headings.breach,
    value: title,
    more: [when(notifiedAt)],
  })),
];

/** Everything that is kept of a person (GDPR art. 15) in the words of a locale and the times of a zone, to print. */
export const reportOn = async (db: Database, data: KeptData, locale: string, timeZone?: string) => {
  const { person, emails } = data;
  const [{ preferences: shown, seen }, subjects, disclosing] = await Promise.all([
    showPreferences(db, person, locale),
    subjectsIn(db, locale),
    readDisclosing(db),
  ]);
  const { lists } = seen.centre;
  const history = composeHistory(data.records, lists, locale);
  const words = preferenceTextsIn(locale);
  const headings = textsIn(locale).report;
  const zone = timeZone ?? shown.timeZone;
  const format = momentsIn(locale, zone, { withTime: true, month: 'long' });
  const when = (time: number) => format.format(time);
  const reporting: Reporting = { data, shown, locale, words, headings, lists, when };
  const decided = history.map(({ recordedAt, kind, title, decision, source, page }) => ({
    name: when(recordedAt),
    value: `${title}: ${decidedIn(words, kind, decision)}`,
    more: [source, page ?? ''],
  }));
  const parts: Part[] = [
    { title: words.mine, rows: detailsOf(reporting) },
    { title: headings.uses, rows: usesOf(reporting, disclosing) },
    { title: headings.choices, rows: choicesOf(reporting) },
    { title: headings.rights, text: rightsIn(disclosing, locale) },
    { title: words.history, rows: decided },
    { title: headings.submissions, rows: submissionsOf(reporting) },
    { title: words.requests, rows: requestsOf(reporting) },
    { title: headings.also, rows: alsoOf(reporting) },
    {
      title: headings.messages,
      rows: emails.map(({ template, createdAt }) => ({
        name: when(createdAt),
        value: subjects(template),
      })),
    },
  ];
  const made = headings.made
    .replace('{date}', () => when(Date.now()))
    .replace('{zone}', () => zone);
  const title = headings.title.replace('{email}', () => person.email);
  return reportPage({ locale, title, made, nothing: headings.nothing }, parts);
};
