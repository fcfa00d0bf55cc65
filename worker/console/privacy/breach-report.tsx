import { readWholeBreach } from '../../admin/breach/documents.ts';
import type { BreachCase, WholeBreach } from '../../contract/breach.ts';
import { readOperator } from '../../lists/stated.ts';
import { readActorNames } from '../kit/actors.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Fact, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { fillCount, formatNumber, localeOf, localised, wordsOf } from '../kit/words.ts';
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

/** What the authority asks for (GDPR art. 33(3)). */
const Details = ({ c, breach: { details } }: { c: ConsoleContext; breach: BreachCase }) => {
  const own = localised(c, breachWords);
  const { none } = wordsOf(c);
  const count = (what: 'people' | 'records'): string => {
    const many = details[what];
    return many === null
      ? own.unknown
      : `${own.knownAs[details[`${what}Known`]]} ${formatNumber(c, many)}`;
  };
  return (
    <>
      <Fact term={own.happened}>{details.happened || none}</Fact>
      <Fact term={own.kinds}>
        {details.kinds.map((kind) => own.kindNames[kind]).join('; ') || none}
      </Fact>
      <Fact term={own.peopleCategories}>{details.peopleCategories || none}</Fact>
      <Fact term={own.people}>{count('people')}</Fact>
      <Fact term={own.dataCategories}>{details.dataCategories || none}</Fact>
      <Fact term={own.records}>{count('records')}</Fact>
      <Fact term={own.risk}>{own.risks[details.risk]}</Fact>
      <Fact term={own.reasons}>{details.reasons || none}</Fact>
    </>
  );
};

const Notes = ({
  c,
  breach: { notes, files },
  actorName,
}: {
  c: ConsoleContext;
  breach: WholeBreach;
  actorName: (actor: string) => string;
}) => {
  const own = localised(c, breachWords);
  return (
    <>
      {notes.length === 0 ? null : (
        <Fact term={own.notes}>
          <ul>
            {notes.map(({ actor, text, notedAt }) => (
              <li>
                <Time at={notedAt} locale={localeOf(c)} /> · {actorName(actor)}: {text}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {files.length === 0 ? null : (
        <Fact term={own.files}>{files.map(({ name }) => name).join(', ')}</Fact>
      )}
    </>
  );
};

/** Shows the report of a breach that the authority needs (GDPR art. 33(3)), to print. */
export const showBreachReport = async (c: ConsoleContext): Promise<Response> => {
  const db = c.get('db');
  const own = localised(c, breachWords);
  const locale = localeOf(c);
  const [breach, { controller }, actorName] = await Promise.all([
    readWholeBreach(db, c.req.param('id') ?? ''),
    readOperator(db),
    readActorNames(db, wordsOf(c)),
  ]);
  const { name, address, email, officer } = controller;
  return show(c, {
    title: `${own.report}: ${breach.title}`,
    back: [`/breaches/${breach.id}`, breach.title],
    children: (
      <dl class="facts card wide">
        <Fact term={own.controller}>{[name, address, email].filter(Boolean).join(', ')}</Fact>
        {officer ? <Fact term={own.officer}>{officer}</Fact> : null}
        <Fact term={own.discoveredAt}>
          <Time at={breach.discoveredAt} locale={locale} />
        </Fact>
        <Fact term={own.authorityNotifiedAt}>
          <Time at={breach.authorityAt} locale={locale} /> {breach.authorityReference}
        </Fact>
        <Details c={c} breach={breach} />
        {breachFacts.map((fact) => (
          <Fact term={own[fact]}>{breach.facts[fact]}</Fact>
        ))}
        <Fact term={own.contact}>{breach.facts.contact}</Fact>
        <Fact term={wordsOf(c).people}>
          <Notified c={c} breach={breach} />
        </Fact>
        <Notes c={c} breach={breach} actorName={actorName} />
      </dl>
    ),
  });
};
