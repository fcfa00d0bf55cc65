import { Hono } from 'hono';
import { readOverview } from '../../admin/overview/needs.ts';
import type { Need } from '../../contract/overview.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { BarChart } from '../kit/charts.tsx';
import { hasRight } from '../kit/guard.ts';
import { readNames } from '../kit/names.ts';
import { Badge, EmptyState, Table } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { officeWords } from '../privacy/words.ts';

type Told = { text: string; href: string; isLate: boolean };

/** A need as a sentence, and where one sees to it. */
const tell = (c: ConsoleContext, need: Need): Told => {
  const own = localised(c, officeWords).attention;
  switch (need.kind) {
    case 'breach':
      return {
        text: fill(own.breach, need),
        href: `/breaches/${need.id}`,
        isLate: need.hours < 0,
      };
    case 'request':
      return {
        text: fill(need.days < 0 ? own.requestLate : own.request, {
          n: need.number,
          days: Math.abs(need.days),
        }),
        href: `/requests/${need.number}`,
        isLate: need.days < 0,
      };
    case 'untold':
      return { text: fill(own.untold, { n: need.count }), href: '/notices', isLate: true };
    case 'dead-letters':
      return { text: fill(own.dead, { n: need.count }), href: '/mail', isLate: true };
    case 'no-public-url':
      return { text: own.publicUrl, href: '/settings', isLate: false };
    case 'no-sender':
      return { text: own.sender, href: '/settings', isLate: false };
    case 'no-privacy-link':
      return { text: own.link, href: '/lists', isLate: false };
  }
};

/** What needs attention first, and how things go. Nothing here is counted at reading. */
export const overview = new Hono<ConsoleApp>().get('/', async (c) => {
  const words = wordsOf(c);
  const own = localised(c, officeWords);
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
          <h2>{own.overviewAttention}</h2>
          {needs.length === 0 ? (
            <p>{own.allWell}</p>
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
            <span>{own.people}</span>
          </a>
          <div class="tile">
            <strong>{number.format(sum(given))}</strong>
            <span>{own.given}</span>
          </div>
          <div class="tile">
            <strong>{number.format(sum(withdrawn))}</strong>
            <span>{own.withdrawn}</span>
          </div>
          {mail ? (
            <a class="tile" href="/console/mail">
              <strong>{number.format(mail.sent)}</strong>
              <span>{fill(own.mailTile, { waiting: mail.waiting, dead: mail.dead })}</span>
            </a>
          ) : null}
        </div>
        {seen.people === 0 ? (
          <EmptyState title={own.noForms}>
            <p>{own.noFormsText}</p>
            <a class="main button" href="/console/forms">
              {words.forms}
            </a>
          </EmptyState>
        ) : (
          <>
            <section class="card wide">
              <h2>{own.byDay}</h2>
              <BarChart
                label={own.byDay}
                days={days}
                series={[
                  { name: words.given, values: given },
                  { name: words.withdrawn, values: withdrawn },
                ]}
              />
              <details>
                <summary>{own.numbers}</summary>
                <Table label={own.byDay} head={[words.when, words.given, words.withdrawn]}>
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
            <h2>{own.standing}</h2>
            <Table
              label={own.standing}
              head={[own.purposeColumn, ...shown.map((each) => words[each])]}
            >
              {seen.standings.map(({ purpose, counts }) => (
                <tr>
                  <td>{names.name('purposes', purpose)}</td>
                  {shown.map((decision) => (
                    <td class="number">
                      {hasRight(c, 'people-read') ? (
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
