import { missingRight } from '../../admin/jobs/orders.ts';
import type { Republished, Wordings } from '../../contract/lists.ts';
import { type WholeLists, yesTo } from '../../lists/whole.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { LinkButton, Table } from '../kit/parts.tsx';
import { fill, formatNumber, localised } from '../kit/words.ts';
import { listWords } from './words.ts';

/** Lists the forms that could not be published with the new texts, and why. */
export const FailedForms = ({ c, failed }: { c: ConsoleContext; failed: Republished['failed'] }) =>
  failed.length > 0 ? (
    <div class="problem" role="alert">
      <p>{localised(c, listWords).failedForms}</p>
      <ul>
        {failed.map(({ form, errors }) => (
          <li>
            <a href={`/console/forms/${form}`}>{form}</a>:{' '}
            {errors.map(({ message }) => message).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  ) : null;

type OlderWording = Wordings['older'][number];

const OlderWordingRow = ({
  c,
  wording: { locale, title, text, description, count },
}: {
  c: ConsoleContext;
  wording: OlderWording;
}) => (
  <tr>
    <td>{formatNumber(c, count)}</td>
    <td>
      <details lang={locale}>
        <summary>{text}</summary>
        <p>
          <strong>{title}</strong>
        </p>
        <p>{description}</p>
      </details>
    </td>
    <td>{locale}</td>
  </tr>
);

/** The older wordings that people consented to, and a button that asks them again. */
const OlderWordings = ({
  c,
  lists,
  purpose,
  older,
}: {
  c: ConsoleContext;
  lists: WholeLists;
  purpose: string;
  older: readonly OlderWording[];
}) => {
  const own = localised(c, listWords);
  const stands = `purpose=${purpose}&decision=${yesTo(lists, purpose)}&wording=older`;
  const job = `/jobs/new?kind=consent-renewal&${stands}`;
  return (
    <>
      <Table label={own.olderWordings} head={[own.people, own.olderWordings, own.languages]}>
        {older.map((wording) => (
          <OlderWordingRow c={c} wording={wording} />
        ))}
      </Table>
      <p>{own.askAgainText}</p>
      {missingRight(c.get('rights'), 'consent-renewal') ? null : (
        <LinkButton to={job}>{own.askAgain}</LinkButton>
      )}
    </>
  );
};

/** Shows how many people consented to, or were told by, the current wording of a purpose, and to older ones. */
export const WordingVersions = ({
  c,
  lists,
  purpose,
  wordings: { current, older },
}: {
  c: ConsoleContext;
  lists: WholeLists;
  purpose: string;
  wordings: Wordings;
}) => {
  const own = localised(c, listWords);
  const olderCount = older.reduce((sum, { count }) => sum + count, 0);
  const text = older.length > 0 ? own.someOlder : current > 0 ? own.noneOlder : own.noConsents;
  const counts = { current: formatNumber(c, current), older: formatNumber(c, olderCount) };
  return (
    <section class="card wide" id="older">
      <h2>{own.wordingVersions}</h2>
      <p>
        <strong>{fill(text, counts)}</strong>
      </p>
      {older.length > 0 ? (
        <OlderWordings c={c} lists={lists} purpose={purpose} older={older} />
      ) : null}
    </section>
  );
};
