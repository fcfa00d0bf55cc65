import { draftImport } from '../../admin/jobs/import-upload.ts';
import { RegisteringBody } from '../../contract/registering.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { receive } from '../../platform/tables/received.ts';
import { UnreadableFile } from '../../platform/tables/unreadable.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { ErrorSummary, Field, type Submitted } from '../kit/fields.tsx';
import { type Names, readNames } from '../kit/names.ts';
import { SubmitButton } from '../kit/parts.tsx';
import { attempt, type Posted, textOf } from '../kit/posted.ts';
import { ReasonField } from '../kit/reason-field.tsx';
import { show } from '../kit/shell.tsx';
import { readUpload, withFile } from '../kit/upload.ts';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { importWords } from './words/import.ts';

const EXAMPLE = `email,first name,newsletter,consent date
anna@example.com,Anna,yes,2024-03-31
bo@example.com,Bo,no,`;

const UploadForm = ({
  c,
  names,
  basis,
  submitted,
}: {
  c: ConsoleContext;
  names: Names;
  basis: string;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, importWords);
  return (
    <form method="post" enctype="multipart/form-data" class="sheet">
      <p class="intro">{own.intro}</p>
      <details>
        <summary>{own.example}</summary>
        <pre>{EXAMPLE}</pre>
      </details>
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="file" type="file" label={own.file} required submitted={submitted} />
      <SourceSelect c={c} names={names} submitted={submitted} value="import" />
      <LegalBasisSelect
        c={c}
        choices={names.choices('legal-bases')}
        submitted={submitted}
        value={basis}
      />
      <ReasonField own={own} submitted={submitted} />
      <SubmitButton label={words.continue} />
    </form>
  );
};

/** Asks for a file, and where its people come from. */
export const showUpload = async (c: ConsoleContext, submitted: Submitted = {}) => {
  const [names, basis] = await Promise.all([
    readNames(c.get('db'), localeOf(c)),
    readSetting(c.get('db'), 'default-legal-basis'),
  ]);
  return show(
    c,
    {
      title: localised(c, importWords).title,
      back: ['/jobs', wordsOf(c).jobs],
      children: <UploadForm c={c} names={names} basis={basis} submitted={submitted} />,
    },
    submitted.errors ? 422 : 200,
  );
};

/** Keeps a file that was uploaded as a draft, and leads to its columns. */
export const upload = async (c: ConsoleContext): Promise<Response> => {
  const values: Posted = {};
  const drafted = await attempt(() =>
    withFile(c, async () => {
      const { posted, file } = await readUpload(c);
      Object.assign(values, posted);
      const occasion = parse(RegisteringBody, {
        source: textOf(posted, 'source'),
        legalBasis: textOf(posted, 'legalBasis'),
        comment: textOf(posted, 'comment'),
      });
      if (!file) throw new UnreadableFile('missing');
      return receive(c.env, file.stream(), (source) =>
        draftImport(callerOf(c), {
          source: occasion.source,
          legalBasis: occasion.legalBasis,
          comment: occasion.comment,
          name: file.name.slice(0, 200),
          file: source,
          locale: localeOf(c),
        }),
      );
    }),
  );
  if (!drafted.ok) return showUpload(c, { values, errors: drafted.errors });
  return c.redirect(`/console/jobs/import/${drafted.value.id}`, 303);
};
