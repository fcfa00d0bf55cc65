import { type Context, Hono } from 'hono';
import { AUTHORITY_MS, readBreaches } from '../breach/cases.ts';
import type { App } from '../env.ts';
import { readOutboxHealth } from '../mail/outbox.ts';
import { countUntold } from '../notices/store.ts';
import { requestsIn } from '../requests/store.ts';
import { readSetting, settings } from '../settings/store.ts';
import { dayOf, readCounts, readDecisions } from '../statistics/store.ts';
import { Bars } from './charts.tsx';
import { has } from './guard.ts';
import { readNames } from './names.ts';
import { officeWords } from './office-words.ts';
import { Badge, Empty, Table } from './parts.tsx';
import { show } from './shell.tsx';
import { fill, localeOf, said, wordsOf } from './words/words.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const SOON_DAYS = 7;

type Need = { text: string; href: string; isLate: boolean };

/** What somebody with these rights should see to first. */
const needsOf = async (c: Context<App>): Promise<Need[]> => {
  const mine = said(c, officeWords).attention;
  const now = Date.now();
  const [requests, untold, mail, breaches, sender, names] = await Promise.all([
    has(c, 'requests') ? requestsIn(c.env.DB, 'open') : [],
    has(c, 'people-read') ? countUntold(c.env.DB, now) : { late: 0 },
    has(c, 'mail') ? readOutboxHealth(c.env.DB, now) : { dead: 0 },
    has(c, 'breach') ? readBreaches(c.env.DB) : [],
    readSetting(c.env.DB, 'sender', settings.sender),
    readNames(c.env.DB, 'en'),
  ]);
  const unlinked = names.lists.purposes.some(
    ({ active, texts }) => active && Object.values(texts).some(({ privacyUrl }) => !privacyUrl),
  );
  return [
    ...breaches
      .filter(({ closedAt, authorityAt }) => closedAt === null && authorityAt === null)
      .map(({ id, title, discoveredAt }) => {
        const hours = Math.floor((discoveredAt + AUTHORITY_MS - now) / HOUR_MS);
        return {
          text: fill(mine.breach, { title, hours }),
          href: `/breaches/${id}`,
          isLate: hours < 0,
        };
      }),
    ...requests
      .map(({ number, dueAt }) => ({ number, days: Math.ceil((dueAt - now) / DAY_MS) }))
      .filter(({ days }) => days <= SOON_DAYS)
      .map(({ number, days }) => ({
        text: fill(days < 0 ? mine.requestLate : mine.request, { n: number, days: Math.abs(days) }),
        href: `/requests/${number}`,
        isLate: days < 0,
      })),
    ...(untold.late > 0
      ? [{ text: fill(mine.untold, { n: untold.late }), href: '/notices', isLate: true }]
      : []),
    ...(mail.dead > 0
      ? [{ text: fill(mine.dead, { n: mail.dead }), href: '/mail', isLate: true }]
      : []),
    ...(sender.address ? [] : [{ text: mine.sender, href: '/settings', isLate: false }]),
    ...(unlinked && has(c, 'lists') ? [{ text: mine.link, href: '/lists', isLate: false }] : []),
  ];
};

/** What needs attention first, and how things go. Nothing here is counted at reading. */
export const overview = new Hono<App>().get('/', async (c) => {
  const words = wordsOf(c);
  const mine = said(c, officeWords);
  const locale = localeOf(c);
  const now = Date.now();
  const days = Array.from({ length: 30 }, (_, at) => dayOf(now - (29 - at) * DAY_MS));
  const [needs, counts, names] = await Promise.all([
    needsOf(c),
    readCounts(c.env.DB),
    readNames(c.env.DB, locale),
  ]);
  const purposes = names.lists.purposes.filter(({ active }) => active);
  const decisions = await Promise.all(
    purposes.map(({ key }) => readDecisions(c.env.DB, key, days[0] ?? '')),
  );
  const byDay = (day: string, decision: string) =>
    decisions
      .flat()
      .filter((each) => each.day === day && each.decision === decision)
      .reduce((sum, { count }) => sum + count, 0);
  const given = days.map((day) => byDay(day, 'given'));
  const withdrawn = days.map((day) => byDay(day, 'withdrawn'));
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const standing = (item: string, decision: string) =>
    counts.standings.find(
      (each) => each.item_kind === 'purpose' && each.item === item && each.decision === decision,
    )?.count ?? 0;
  const shown = [
    'given',
    'pending',
    'refused',
    'withdrawn',
    'objected',
    'restricted',
    'expired',
  ] as const;
  const number = new Intl.NumberFormat(locale);
  return show(c, {
    title: words.overview,
    children: (
      <>
        <section class="card wide">
          <h2>{mine.overviewAttention}</h2>
          {needs.length === 0 ? (
            <p>{mine.allWell}</p>
          ) : (
            <ul class="needs">
              {needs.map(({ text, href, isLate }) => (
                <li>
                  <Badge is={isLate ? 'bad' : 'warn'}>!</Badge>{' '}
                  <a href={`/console${href}`}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
        <div class="tiles">
          <a class="tile" href="/console/people">
            <strong>{number.format(counts.people)}</strong>
            <span>{mine.people}</span>
          </a>
          <div class="tile">
            <strong>{number.format(sum(given))}</strong>
            <span>{mine.given}</span>
          </div>
          <div class="tile">
            <strong>{number.format(sum(withdrawn))}</strong>
            <span>{mine.withdrawn}</span>
          </div>
        </div>
        {counts.people === 0 ? (
          <Empty title={mine.noForms}>
            <p>{mine.noFormsText}</p>
            <a class="main button" href="/console/forms">
              {words.forms}
            </a>
          </Empty>
        ) : (
          <>
            <section class="card wide">
              <h2>{mine.byDay}</h2>
              <Bars
                label={mine.byDay}
                days={days}
                series={[
                  { name: words.given, values: given },
                  { name: words.withdrawn, values: withdrawn },
                ]}
              />
              <details>
                <summary>{mine.numbers}</summary>
                <Table label={mine.byDay} head={[words.when, words.given, words.withdrawn]}>
                  {days.map((day, at) => (
                    <tr>
                      <td>{day}</td>
                      <td class="number">{given[at]}</td>
                      <td class="number">{withdrawn[at]}</td>
                    </tr>
                  ))}
                </Table>
              </details>
            </section>
            <h2>{mine.standing}</h2>
            <Table
              label={mine.standing}
              head={[mine.purposeColumn, ...shown.map((each) => words[each])]}
            >
              {purposes.map(({ key }) => (
                <tr>
                  <td>{names.name('purposes', key)}</td>
                  {shown.map((decision) => (
                    <td class="number">
                      {has(c, 'people-read') ? (
                        <a href={`/console/people?purpose=${key}&decision=${decision}`}>
                          {number.format(standing(key, decision))}
                        </a>
                      ) : (
                        number.format(standing(key, decision))
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </Table>
          </>
        )}
      </>
    ),
  });
});
