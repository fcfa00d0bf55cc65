import type { Context } from 'hono';
import { Hono } from 'hono';
import { readOverview } from '../../admin/overview/needs.ts';
import type { Need } from '../../contract/overview.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Bars } from '../kit/charts.tsx';
import { has } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Badge, Empty, Table } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { officeWords } from '../privacy/words.ts';

type Told = { text: string; href: string; isLate: boolean };

/** A need as a sentence, and where one sees to it. */
const tell = (c: Context<ConsoleApp>, need: Need): Told => {
  const mine = said(c, officeWords).attention;
  switch (need.kind) {
    case 'breach':
      return {
        text: fill(mine.breach, need),
        href: `/breaches/${need.id}`,
        isLate: need.hours < 0,
      };
    case 'request':
      return {
        text: fill(need.days < 0 ? mine.requestLate : mine.request, {
          n: need.number,
          days: Math.abs(need.days),
        }),
        href: `/requests/${need.number}`,
        isLate: need.days < 0,
      };
    case 'untold':
      return { text: fill(mine.untold, { n: need.count }), href: '/notices', isLate: true };
    case 'dead-letters':
      return { text: fill(mine.dead, { n: need.count }), href: '/mail', isLate: true };
    case 'no-public-url':
      return { text: mine.publicUrl, href: '/settings', isLate: false };
    case 'no-sender':
      return { text: mine.sender, href: '/settings', isLate: false };
    case 'no-privacy-link':
      return { text: mine.link, href: '/lists', isLate: false };
  }
};

/** What needs attention first, and how things go. Nothing here is counted at reading. */
export const overview = new Hono<ConsoleApp>().get('/', async (c) => {
  const words = wordsOf(c);
  const mine = said(c, officeWords);
  const locale = localeOf(c);
  const [seen, names] = await Promise.all([
    readOverview(callerOf(c)),
    readNames(c.get('db'), locale),
  ]);
  const { mail } = seen;
  const needs = seen.needs.map((need) => tell(c, need));
  const days = seen.days.map(({ day }) => day);
  const given = seen.days.map((day) => day.given);
  const withdrawn = seen.days.map((day) => day.withdrawn);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
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
            <strong>{number.format(seen.people)}</strong>
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
          {mail ? (
            <a class="tile" href="/console/mail">
              <strong>{number.format(mail.sent)}</strong>
              <span>{fill(mine.mailTile, { waiting: mail.waiting, dead: mail.dead })}</span>
            </a>
          ) : null}
        </div>
        {seen.people === 0 ? (
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
              {seen.standings.map(({ purpose, counts }) => (
                <tr>
                  <td>{names.name('purposes', purpose)}</td>
                  {shown.map((decision) => (
                    <td class="number">
                      {has(c, 'people-read') ? (
                        <a href={`/console/people?purpose=${purpose}&decision=${decision}`}>
                          {number.format(counts[decision] ?? 0)}
                        </a>
                      ) : (
                        number.format(counts[decision] ?? 0)
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
