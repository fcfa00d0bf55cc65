import type { WholeBreach } from '../../contract/breach.ts';
import { minuteIn } from '../../platform/zone.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, Field, type Submitted } from '../kit/fields.tsx';
import { PostButton, Time } from '../kit/parts.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { breachWords } from './words/breaches.ts';

type Props = { c: ConsoleContext; breach: WholeBreach; submitted: Submitted };

/** Records when the authority was informed, and its own number of the case. */
export const AuthorityForm = ({ c, breach, submitted }: Props) => {
  const own = localised(c, breachWords);
  return (
    <section class="card">
      <h2>{own.authority}</h2>
      <form method="post" action={`/console/breaches/${breach.id}/authority`}>
        <div class="sides">
          <Field
            name="at"
            type="datetime-local"
            label={own.authorityNotifiedAt}
            value={minuteIn(c.get('timeZone'), breach.authorityAt ?? Date.now())}
            required
            submitted={submitted}
          />
          <Field
            name="reference"
            label={own.authorityReference}
            help={own.authorityHelp}
            value={breach.authorityReference}
            submitted={submitted}
          />
        </div>
        <button class="quiet">{own.authorityNotified}</button>
      </form>
    </section>
  );
};

/** The files of a case, and the form that adds one. */
export const BreachFiles = ({
  c,
  breach: { id, files },
  submitted,
  actorName,
}: Props & { actorName: (actor: string) => string }) => {
  const own = localised(c, breachWords);
  const kilobytes = new Intl.NumberFormat(localeOf(c), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  });
  return (
    <section class="card">
      <h2>{own.files}</h2>
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      {files.length === 0 ? <p>{own.noFiles}</p> : null}
      <ul>
        {files.map((file) => (
          <li>
            <a href={`/console/breaches/${id}/files/${file.id}`}>{file.name}</a> ·{' '}
            {kilobytes.format(Math.ceil(file.size / 1000))} · {actorName(file.actor)} ·{' '}
            <Time at={file.addedAt} locale={localeOf(c)} />{' '}
            <PostButton
              action={`/breaches/${id}/files/${file.id}/remove`}
              label={own.removeFile}
              kind="small"
            />
          </li>
        ))}
      </ul>
      <form method="post" action={`/console/breaches/${id}/files`} enctype="multipart/form-data">
        <Field name="file" type="file" label={own.file} required />
        <button class="quiet">{own.addFile}</button>
      </form>
    </section>
  );
};
