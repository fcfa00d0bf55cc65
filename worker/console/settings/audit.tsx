import { Hono } from 'hono';
import { readActs } from '../../admin/audit/store.ts';
import { ActsQuery } from '../../contract/audit.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Field } from '../kit/fields.tsx';
import { queryWithoutFlash } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { EmptyState, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';

const ownWords = {
  en: {
    intro:
      'Every act of a user or a program, also one that was denied. It only grows: nobody can change or delete a line.',
    act: 'Act',
    object: 'On what',
    details: 'Before and after',
    none: 'Nothing fits.',
    before: 'Before',
    after: 'After',
    csv: 'Export as CSV',
  },
  da: {
    intro:
      'Hver handling af en bruger eller et program, også de afviste. Den kan kun vokse: ingen kan ændre eller slette en linje.',
    act: 'Handling',
    object: 'På hvad',
    details: 'Før og efter',
    none: 'Intet passer.',
    before: 'Før',
    after: 'Efter',
    csv: 'Eksportér som CSV',
  },
};

const shown = (value: unknown): string => JSON.stringify(value, null, 2);

/** Who did what. */
export const auditScreens = new Hono<ConsoleApp>()
  .use(requireRight('audit'))
  .get('/', async (c) => {
    const words = wordsOf(c);
    const own = localised(c, ownWords);
    const asked = queryWithoutFlash(c);
    const query = parse(ActsQuery, asked);
    const [acts, nameOf] = await Promise.all([
      readActs(c.get('db'), query),
      readActorNames(c.get('db'), words),
    ]);
    const last = acts.at(-1);
    const next = last && acts.length === query.limit ? last.sequence : undefined;
    const filter = { actor: query.actor, act: query.act, object: query.object };
    return show(c, {
      title: words.auditLog,
      actions: (
        <a class="quiet button" href={`/console/export/audit?${new URLSearchParams(filter)}`}>
          {own.csv}
        </a>
      ),
      children: (
        <>
          <p class="intro">{own.intro}</p>
          <form class="filter" method="get">
            <Field name="actor" label={words.who} value={query.actor} />
            <Field name="act" label={own.act} value={query.act} />
            <Field name="object" label={own.object} value={query.object} />
            <button class="quiet">{words.filter}</button>
          </form>
          {acts.length === 0 ? (
            <EmptyState title={own.none} />
          ) : (
            <Table
              label={words.auditLog}
              head={[words.when, words.who, own.act, own.object, own.details]}
            >
              {acts.map((act) => (
                <tr>
                  <td>
                    <Time at={act.recordedAt} locale={localeOf(c)} />
                  </td>
                  <td>
                    <a href={`?actor=${encodeURIComponent(act.actor)}`}>{nameOf(act.actor)}</a>
                  </td>
                  <td>
                    <code>{act.act}</code>
                  </td>
                  <td>
                    <code class="long">{act.object}</code>
                  </td>
                  <td>
                    {act.before === null && act.after === null ? (
                      words.none
                    ) : (
                      <details>
                        <summary>{own.details}</summary>
                        {act.before === null ? null : (
                          <>
                            <h3>{own.before}</h3>
                            <pre>{shown(act.before)}</pre>
                          </>
                        )}
                        {act.after === null ? null : (
                          <>
                            <h3>{own.after}</h3>
                            <pre>{shown(act.after)}</pre>
                          </>
                        )}
                      </details>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
          {next ? (
            <p class="pages">
              <a href={`?${new URLSearchParams({ ...filter, before: String(next) })}`}>
                {words.nextPage}
              </a>
            </p>
          ) : null}
        </>
      ),
    });
  });
