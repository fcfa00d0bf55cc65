import { locales } from '../../../widget/locales/texts.ts';
import type { Person } from '../../contract/people.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { hasRight } from '../kit/guard.ts';
import { Fact, LinkButton, PostButton, Time } from '../kit/parts.tsx';
import { languageName, localeOf, localised, personFieldName, wordsOf } from '../kit/words.ts';
import { personWords } from './words/person.ts';

type PersonProps = { c: ConsoleContext; person: Person };

/** Sends the privacy notice by hand, in the person's own language unless another is chosen. */
const NoticeForm = ({ c, person }: PersonProps) => {
  const own = localised(c, personWords);
  return (
    <form method="post" action={`/console/people/${person.id}/notice`} class="act joined">
      <select name="locale" aria-label={own.noticeLanguage}>
        {[...new Set([person.locale, ...locales])].map((locale) => (
          <option value={locale}>{languageName(c, locale)}</option>
        ))}
      </select>
      <button class="quiet">{own.sendNotice}</button>
    </form>
  );
};

/** What a user can send to a person, and the reports of what is kept of them. */
export const PersonActions = ({ c, person }: PersonProps) => {
  const own = localised(c, personWords);
  const path = `/people/${person.id}`;
  return (
    <>
      {hasRight(c, 'people-register') ? (
        <>
          <NoticeForm c={c} person={person} />
          <PostButton action={`${path}/link`} label={own.sendPreferencesLink} />
          <PostButton action={`${path}/end-links`} label={own.endLinks} />
        </>
      ) : null}
      <LinkButton to={`${path}/proof`}>{own.proof}</LinkButton>
      <LinkButton to={`${path}/report`}>{own.report}</LinkButton>
      <LinkButton to={`${path}/report?format=json`}>{own.reportJson}</LinkButton>
    </>
  );
};

/** A person's id, language and fields, and whether emails reach them. */
export const PersonFacts = ({
  c,
  person,
  bouncedAt,
}: PersonProps & { bouncedAt: number | null }) => {
  const own = localised(c, personWords);
  return (
    <dl class="facts card">
      <Fact term={own.id}>
        <code>{person.id}</code>
      </Fact>
      <Fact term={own.knownSince}>
        <Time at={person.createdAt} locale={localeOf(c)} />
      </Fact>
      <Fact term={wordsOf(c).language}>{languageName(c, person.locale)}</Fact>
      {bouncedAt === null ? null : (
        <Fact term={own.bouncedSince}>
          <Time at={bouncedAt} locale={localeOf(c)} />
        </Fact>
      )}
      {Object.entries(person.fields).map(([name, value]) => (
        <Fact term={personFieldName(c, name) ?? name}>{value}</Fact>
      ))}
    </dl>
  );
};
