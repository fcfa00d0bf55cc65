import type { Context } from 'hono';
import { locales } from '../../../widget/locales/texts.ts';
import type { KeptData } from '../../contract/data.ts';
import type { Person, RecordProof } from '../../contract/people.ts';
import { preferenceTextsIn } from '../../locales/preferences.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { DecisionSelect, LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { has } from '../kit/guard.ts';
import type { Names } from '../kit/names.ts';
import { Area, Badge, Field, type Given, Select, Table, Time, Wrong } from '../kit/parts.tsx';
import { fill, languageName, localeOf, said, wordsOf } from '../kit/words/words.ts';
import { peopleWords } from './words.ts';

export type Seeing = {
  c: Context<ConsoleApp>;
  person: Person;
  data: KeptData;
  names: Names;
  nameOf: (actor: string) => string;
};

const itemName = (names: Names, item: { purpose?: string | null; subscription?: string | null }) =>
  item.purpose
    ? names.name('purposes', item.purpose)
    : names.name('subscription-types', item.subscription ?? '');

export const NowStands = ({ c, person, names }: Seeing) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  return (
    <Table
      label={mine.standings}
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

export const Line = ({ seeing, proof }: { seeing: Seeing; proof: RecordProof }) => {
  const { c, names, nameOf } = seeing;
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const { content, comment, sequence } = proof;
  return (
    <li>
      <strong>{itemName(names, content)}</strong>{' '}
      <Badge is={content.decision}>{words[content.decision]}</Badge>{' '}
      <span class="help">
        <Time at={content.recordedAt} locale={localeOf(c)} />{' '}
        {fill(mine.by, { who: nameOf(content.actor) })} · {names.name('sources', content.source)} ·{' '}
        {names.name('legal-bases', content.legalBasis)}
        {content.page ? ` · ${fill(mine.onPage, { page: content.page })}` : ''}
      </span>
      {comment ? <p>“{comment.text}”</p> : null}
      <span class="help">
        {mine.record} {sequence} · <code class="long">{proof.sha256}</code>
        {content.statement ? (
          <>
            {' '}
            · <a href={`/v1/statements/${content.statement}`}>{mine.shown}</a>
          </>
        ) : null}
      </span>
    </li>
  );
};

export const ChangeForm = ({
  c,
  names,
  given,
}: {
  c: Context<ConsoleApp>;
  names: Names;
  given: Given;
}) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const items = [
    ...(has(c, 'consents-write')
      ? names.choices('purposes').map(([key, name]) => [`purpose:${key}`, name] as const)
      : []),
    ...(has(c, 'subscriptions-write')
      ? names
          .choices('subscription-types')
          .map(([key, name]) => [`subscription:${key}`, `– ${name}`] as const)
      : []),
  ];
  return (
    <form method="post" action={`/console/people/${c.req.param('id')}/decisions`} class="sheet">
      <h2>{mine.change}</h2>
      <p class="intro">{mine.changeIntro}</p>
      <Wrong given={given} words={words} />
      <div class="sides">
        <Select name="item" label={mine.item} choices={items} given={given} />
        <DecisionSelect c={c} given={given} />
        <LegalBasisSelect c={c} names={names} given={given} value="61A" />
        <SourceSelect c={c} names={names} given={given} value="phone" />
      </div>
      <Area name="comment" label={mine.why} help={mine.whyHelp} required given={given} />
      <p class="buttons">
        <button class="main">{words.save}</button>
      </p>
    </form>
  );
};

export const Sent = ({ c, data }: Seeing) => {
  const words = wordsOf(c);
  const mine = said(c, peopleWords);
  const locale = localeOf(c);
  return (
    <>
      <h2>{mine.submissions}</h2>
      {data.submissions.length === 0 ? (
        <p>{mine.nothing}</p>
      ) : (
        <Table label={mine.submissions} head={[words.when, mine.form, words.what]}>
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
      <h2>{mine.requests}</h2>
      {data.requests.length === 0 ? (
        <p>{mine.nothing}</p>
      ) : (
        <ul>
          {data.requests.map(({ number, kind, state, askedAt }) => (
            <li>
              {has(c, 'requests') ? <a href={`/console/requests/${number}`}>{number}</a> : number}{' '}
              {preferenceTextsIn(locale)[kind]} · {state} · <Time at={askedAt} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      <h2>{mine.letters}</h2>
      {data.letters.length === 0 ? (
        <p>{mine.nothing}</p>
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

export const Danger = ({ c, given }: { c: Context<ConsoleApp>; given: Given }) => {
  const mine = said(c, peopleWords);
  const id = c.req.param('id');
  return (
    <>
      {has(c, 'consents-write') ? (
        <section class="card">
          <h2>{mine.restrict}</h2>
          <p>{mine.restrictText}</p>
          <form method="post" action={`/console/people/${id}/restrict`}>
            <Field name="comment" label={mine.why} required />
            <button class="quiet">{mine.restrict}</button>
          </form>
        </section>
      ) : null}
      {has(c, 'bulk-delete') ? (
        <section class="card">
          <h2>{mine.eraseTitle}</h2>
          <p>{mine.eraseText}</p>
          <form method="post" action={`/console/people/${id}/erase`}>
            <Field
              name="typed"
              label={mine.typeAddress}
              autocomplete="off"
              required
              given={given}
            />
            <button class="danger">{mine.erase}</button>
          </form>
        </section>
      ) : null}
    </>
  );
};

/** Sends the privacy notice by hand, in their own language unless another is chosen. */
export const NoticeForm = ({ c, person }: { c: Context<ConsoleApp>; person: Person }) => {
  const mine = said(c, peopleWords);
  return (
    <form method="post" action={`/console/people/${person.id}/notice`} class="act joined">
      <select name="locale" aria-label={mine.noticeIn}>
        {[...new Set([person.locale, ...locales])].map((locale) => (
          <option value={locale}>{languageName(c, locale)}</option>
        ))}
      </select>
      <button class="quiet">{mine.sendNotice}</button>
    </form>
  );
};
