import { readBreach } from '../../admin/breach/cases.ts';
import type { BreachCase } from '../../contract/breach.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Fact, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fillCount, localeOf, localised, wordsOf } from '../kit/words.ts';
import { breachFacts } from './breach-form.tsx';
import { breachWords } from './words/breaches.ts';

const Notified = ({ c, breach }: { c: ConsoleContext; breach: BreachCase }) => {
  const locale = localeOf(c);
  return (
    <>
      {fillCount(c, localised(c, breachWords).notified, breach.notified)}{' '}
      {breach.firstNotifiedAt === null ? null : (
        <>
          <Time at={breach.firstNotifiedAt} locale={locale} /> –{' '}
          <Time at={breach.lastNotifiedAt} locale={locale} />
        </>
      )}
    </>
  );
};

/** Shows the report of a breach that the authority needs (GDPR art. 33(3)), to print. */
export const showBreachReport = async (c: ConsoleContext): Promise<Response> => {
  const breach = await readBreach(c.get('db'), c.req.param('id') ?? '');
  const own = localised(c, breachWords);
  const locale = localeOf(c);
  const sender = await readSetting(c.get('db'), 'sender');
  return show(c, {
    title: `${own.report}: ${breach.title}`,
    back: [`/breaches/${breach.id}`, breach.title],
    children: (
      <dl class="facts card wide">
        <Fact term={own.controller}>
          {sender.name} {sender.address}
        </Fact>
        <Fact term={own.discoveredAt}>
          <Time at={breach.discoveredAt} locale={locale} />
        </Fact>
        <Fact term={own.authorityNotifiedAt}>
          <Time at={breach.authorityAt} locale={locale} />
        </Fact>
        {breachFacts.map((fact) => (
          <Fact term={own[fact]}>{breach.facts[fact]}</Fact>
        ))}
        <Fact term={own.contact}>{breach.facts.contact}</Fact>
        <Fact term={wordsOf(c).people}>
          <Notified c={c} breach={breach} />
        </Fact>
      </dl>
    ),
  });
};
