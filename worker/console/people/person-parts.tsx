import { locales } from '../../../widget/locales/texts.ts';
import type { KeptData } from '../../contract/data.ts';
import type { Person, RecordProof } from '../../contract/people.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { DecisionSelect, LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { ErrorSummary, Field, Select, type Submitted, TextArea } from '../kit/fields.tsx';
import { hasRight } from '../kit/guard.ts';
import type { Names } from '../kit/names.ts';
import { Badge, Table, Time } from '../kit/parts.tsx';
import { fill, languageName, localeOf, localised, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

export type PersonView = {
  c: ConsoleContext;
  person: Person;
  data: KeptData;
  names: Names;
  nameOf: (actor: string) => string;
};

const itemName = (names: Names, item: { purpose?: string | null; subscription?: string | null }) =>
  item.purpose
    ? names.name('purposes', item.purpose)
    : names.name('subscription-types', item.subscription ?? '');

export const CurrentStandings = ({ c, person, names }: PersonView) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  return (
    <Table
      label={own.standings}
      head={[words.what, words.state, words.legalBasis, words.source, words.when]}
    >
      {person.standings.map((standing) => (
        <tr>
          <td>{itemName(names, standing)}</td>
          <td>
            <Badge is={standing.decision}>{words[standing.decision]}</Badge>
          </td>
          <td>{names.name('legal-bases', standing.legalBasis)}</td>
          <td>{names.name('sources', standing.source)}</td>
          <td>
            <Time at={standing.since} locale={localeOf(c)} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

export const HistoryItem = ({ view, proof }: { view: PersonView; proof: RecordProof }) => {
  const { c, names, nameOf } = view;
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const { content, comment, sequence } = proof;
  return (
    <li>
      <strong>{itemName(names, content)}</strong>{' '}
      <Badge is={content.decision}>{words[content.decision]}</Badge>{' '}
      <span class="help">
        <Time at={content.recordedAt} locale={localeOf(c)} />{' '}
        {fill(own.by, { who: nameOf(content.actor) })} · {names.name('sources', content.source)} ·{' '}
        {names.name('legal-bases', content.legalBasis)}
        {content.page ? ` · ${fill(own.onPage, { page: content.page })}` : ''}
      </span>
      {comment ? <p>“{comment.text}”</p> : null}
      <span class="help">
        {own.record} {sequence} · <code class="long">{proof.sha256}</code>
        {content.statement ? (
          <>
            {' '}
            · <a href={`/v1/statements/${content.statement}`}>{own.shown}</a>
          </>
        ) : null}
      </span>
    </li>
  );
};

export const ChangeForm = ({
  c,
  names,
  submitted,
}: {
  c: ConsoleContext;
  names: Names;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const items = [
    ...(hasRight(c, 'consents-write')
      ? names.choices('purposes').map(([key, name]) => [`purpose:${key}`, name] as const)
      : []),
    ...(hasRight(c, 'subscriptions-write')
      ? names
          .choices('subscription-types')
          .map(([key, name]) => [`subscription:${key}`, `– ${name}`] as const)
      : []),
  ];
  return (
    <form method="post" action={`/console/people/${c.req.param('id')}/decisions`} class="sheet">
      <h2>{own.change}</h2>
      <p class="intro">{own.changeIntro}</p>
      <ErrorSummary submitted={submitted} words={words} />
      <div class="sides">
        <Select name="item" label={own.item} choices={items} submitted={submitted} />
        <DecisionSelect c={c} submitted={submitted} />
        <LegalBasisSelect c={c} names={names} submitted={submitted} value="61A" />
        <SourceSelect c={c} names={names} submitted={submitted} value="phone" />
      </div>
      <TextArea name="comment" label={own.why} help={own.whyHelp} required submitted={submitted} />
      <p class="buttons">
        <button class="main">{words.save}</button>
      </p>
    </form>
  );
};

export const Activity = ({ c, data }: PersonView) => {
  const words = wordsOf(c);
  const own = localised(c, peopleWords);
  const locale = localeOf(c);
  return (
    <>
      <h2>{own.submissions}</h2>
      {data.submissions.length === 0 ? (
        <p>{own.nothing}</p>
      ) : (
        <Table label={own.submissions} head={[words.when, own.form, words.what]}>
          {data.submissions.map((submission) => (
            <tr>
              <td>
                <Time at={submission.recordedAt} locale={locale} />
              </td>
              <td>
                {submission.form} ({submission.version})
              </td>
              <td>
                <dl class="facts">
                  {Object.entries(submission.fields).map(([name, value]) => (
                    <>
                      <dt>{name}</dt>
                      <dd>{[value].flat().join(', ')}</dd>
                    </>
                  ))}
                </dl>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <h2>{own.requests}</h2>
      {data.requests.length === 0 ? (
        <p>{own.nothing}</p>
      ) : (
        <ul>
          {data.requests.map(({ number, kind, state, askedAt }) => (
            <li>
              {hasRight(c, 'requests') ? (
                <a href={`/console/requests/${number}`}>{number}</a>
              ) : (
                number
              )}{' '}
              {preferenceTextsIn(locale)[kind]} · {state} · <Time at={askedAt} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      <h2>{own.letters}</h2>
      {data.letters.length === 0 ? (
        <p>{own.nothing}</p>
      ) : (
        <ul>
          {data.letters.map((letter) => (
            <li>
              <code>{letter.template}</code> ·{' '}
              <Time at={letter.sentAt ?? letter.createdAt} locale={locale} /> · {letter.state}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

export const DangerZone = ({ c, submitted }: { c: ConsoleContext; submitted: Submitted }) => {
  const own = localised(c, peopleWords);
  const id = c.req.param('id');
  return (
    <>
      {hasRight(c, 'consents-write') ? (
        <section class="card">
          <h2>{own.restrict}</h2>
          <p>{own.restrictText}</p>
          <form method="post" action={`/console/people/${id}/restrict`}>
            <Field name="comment" label={own.why} required />
            <button class="quiet">{own.restrict}</button>
          </form>
        </section>
      ) : null}
      {hasRight(c, 'bulk-delete') ? (
        <section class="card">
          <h2>{own.eraseTitle}</h2>
          <p>{own.eraseText}</p>
          <form method="post" action={`/console/people/${id}/erase`}>
            <Field
              name="typed"
              label={own.typeAddress}
              autocomplete="off"
              required
              submitted={submitted}
            />
            <button class="danger">{own.erase}</button>
          </form>
        </section>
      ) : null}
    </>
  );
};

/** Sends the privacy notice by hand, in their own language unless another is chosen. */
export const NoticeForm = ({ c, person }: { c: ConsoleContext; person: Person }) => {
  const own = localised(c, peopleWords);
  return (
    <form method="post" action={`/console/people/${person.id}/notice`} class="act joined">
      <select name="locale" aria-label={own.noticeIn}>
        {[...new Set([person.locale, ...locales])].map((locale) => (
          <option value={locale}>{languageName(c, locale)}</option>
        ))}
      </select>
      <button class="quiet">{own.sendNotice}</button>
    </form>
  );
};
