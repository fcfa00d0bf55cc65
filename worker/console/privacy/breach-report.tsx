import type { Context } from 'hono';
import { readBreach } from '../../admin/breach/cases.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { parts } from './breach-parts.tsx';
import { officeWords } from './words.ts';

/** What the authority is told of a breach (GDPR art. 33(3)), to be printed. */
export const showReport = async (c: Context<ConsoleApp>) => {
  const breach = await readBreach(c.get('db'), c.req.param('id') ?? '');
  const words = wordsOf(c);
  const mine = said(c, officeWords);
  const locale = localeOf(c);
  const sender = await readSetting(c.get('db'), 'sender');
  return show(c, {
    title: `${mine.report}: ${breach.title}`,
    back: [`/breaches/${breach.id}`, breach.title],
    children: (
      <dl class="facts card wide">
        <dt>{mine.controller}</dt>
        <dd>
          {sender.name} {sender.address}
        </dd>
        <dt>{mine.discovered}</dt>
        <dd>
          <Time at={breach.discoveredAt} locale={locale} />
        </dd>
        <dt>{mine.authorityAt}</dt>
        <dd>
          <Time at={breach.authorityAt} locale={locale} />
        </dd>
        {parts.map((part) => (
          <>
            <dt>{mine[part]}</dt>
            <dd>{breach.facts[part]}</dd>
          </>
        ))}
        <dt>{mine.contact}</dt>
        <dd>{breach.facts.contact}</dd>
        <dt>{words.people}</dt>
        <dd>
          {fill(mine.told, { n: breach.told })}{' '}
          {breach.firstToldAt === null ? null : (
            <>
              <Time at={breach.firstToldAt} locale={locale} /> –{' '}
              <Time at={breach.lastToldAt} locale={locale} />
            </>
          )}
        </dd>
      </dl>
    ),
  });
};
