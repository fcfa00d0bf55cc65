import { readBreach } from '../../admin/breach/cases.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { parts } from './breach-parts.tsx';
import { officeWords } from './words.ts';

/** What the authority is told of a breach (GDPR art. 33(3)), to be printed. */
export const showBreachReport = async (c: ConsoleContext) => {
  const breach = await readBreach(c.get('db'), c.req.param('id') ?? '');
  const words = wordsOf(c);
  const own = localised(c, officeWords);
  const locale = localeOf(c);
  const sender = await readSetting(c.get('db'), 'sender');
  return show(c, {
    title: `${own.report}: ${breach.title}`,
    back: [`/breaches/${breach.id}`, breach.title],
    children: (
      <dl class="facts card wide">
        <dt>{own.controller}</dt>
        <dd>
          {sender.name} {sender.address}
        </dd>
        <dt>{own.discovered}</dt>
        <dd>
          <Time at={breach.discoveredAt} locale={locale} />
        </dd>
        <dt>{own.authorityAt}</dt>
        <dd>
          <Time at={breach.authorityAt} locale={locale} />
        </dd>
        {parts.map((part) => (
          <>
            <dt>{own[part]}</dt>
            <dd>{breach.facts[part]}</dd>
          </>
        ))}
        <dt>{own.contact}</dt>
        <dd>{breach.facts.contact}</dd>
        <dt>{words.people}</dt>
        <dd>
          {fill(own.told, { n: breach.told })}{' '}
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
