import type { Context } from 'hono';
import type { Republished, Wordings } from '../../contract/lists.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { has } from '../kit/guard.ts';
import { Table } from '../kit/parts.tsx';
import { fill, localeOf, said } from '../kit/words/words.ts';
import { listWords } from './words.ts';

/** Forms that could not be published with the words of now, and why. */
export const NotShown = ({
  c,
  failed,
}: {
  c: Context<ConsoleApp>;
  failed: Republished['failed'];
}) => {
  const mine = said(c, listWords);
  return failed.length > 0 ? (
    <div class="problem" role="alert">
      <p>{mine.notShown}</p>
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
export const OlderWords = ({
  c,
  purpose,
  wordings: { current, older },
}: {
  c: Context<ConsoleApp>;
  purpose: string;
  wordings: Wordings;
}) => {
  const mine = said(c, listWords);
  const number = new Intl.NumberFormat(localeOf(c));
  const many = older.reduce((sum, { count }) => sum + count, 0);
  const says = older.length > 0 ? mine.someOlder : current > 0 ? mine.noneOlder : mine.nobodyYet;
  const counts = { current: number.format(current), older: number.format(many) };
  return (
    <section class="card wide" id="older">
      <h2>{mine.anew}</h2>
      <p>
        <strong>{fill(says, counts)}</strong>
      </p>
      {older.length > 0 ? (
        <>
          <Table label={mine.olderWords} head={[mine.people, mine.olderWords, mine.languages]}>
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
          <p>{mine.anewText}</p>
          {has(c, 'bulk-update') ? (
            <a
              class="quiet button"
              href={`/console/jobs/new?kind=ask-anew&purpose=${purpose}&decision=given&wording=older`}
            >
              {mine.anewButton}
            </a>
          ) : null}
        </>
      ) : null}
    </section>
  );
};
