import type { Republished, Wordings } from '../../contract/lists.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { hasRight } from '../kit/guard.ts';
import { Table } from '../kit/parts.tsx';
import { fill, localeOf, localised } from '../kit/words.ts';
import { listWords } from './words.ts';

/** Forms that could not be published with the words of now, and why. */
export const FailedForms = ({
  c,
  failed,
}: {
  c: ConsoleContext;
  failed: Republished['failed'];
}) => {
  const own = localised(c, listWords);
  return failed.length > 0 ? (
    <div class="problem" role="alert">
      <p>{own.notShown}</p>
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
};

/** How many said yes to the words of now and to older ones, and the way to ask those anew. */
export const WordingVersions = ({
  c,
  purpose,
  wordings: { current, older },
}: {
  c: ConsoleContext;
  purpose: string;
  wordings: Wordings;
}) => {
  const own = localised(c, listWords);
  const number = new Intl.NumberFormat(localeOf(c));
  const many = older.reduce((sum, { count }) => sum + count, 0);
  const says = older.length > 0 ? own.someOlder : current > 0 ? own.noneOlder : own.nobodyYet;
  const counts = { current: number.format(current), older: number.format(many) };
  return (
    <section class="card wide" id="older">
      <h2>{own.anew}</h2>
      <p>
        <strong>{fill(says, counts)}</strong>
      </p>
      {older.length > 0 ? (
        <>
          <Table label={own.olderWords} head={[own.people, own.olderWords, own.languages]}>
            {older.map(({ locale, title, text, description, count }) => (
              <tr>
                <td>{number.format(count)}</td>
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
            ))}
          </Table>
          <p>{own.anewText}</p>
          {hasRight(c, 'bulk-update') ? (
            <a
              class="quiet button"
              href={`/console/jobs/new?kind=ask-anew&purpose=${purpose}&decision=given&wording=older`}
            >
              {own.anewButton}
            </a>
          ) : null}
        </>
      ) : null}
    </section>
  );
};
