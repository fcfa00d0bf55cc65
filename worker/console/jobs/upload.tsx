import { draftImport } from '../../admin/jobs/import-draft.ts';
import { RegisteringBody } from '../../contract/registering.ts';
import { readForm } from '../../platform/api/form-body.ts';
import { callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { LegalBasisSelect, SourceSelect } from '../kit/choices.tsx';
import { ErrorSummary, Field, ReasonField, type Submitted } from '../kit/fields.tsx';
import { type Names, readNames } from '../kit/names.ts';
import { SubmitButton } from '../kit/parts.tsx';
import { attempt } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { importWords } from './words/import.ts';

const MAX_BYTES = 30_000_000;

const EXAMPLE = 'email,first name,newsletter\nanna@example.com,Anna,yes\nbo@example.com,Bo,';

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

/** Asks for a CSV file, and where its people come from. */
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
  const body = await readForm(() => c.req.parseBody());
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const values = {
    source: text('source'),
    legalBasis: text('legalBasis'),
    comment: text('comment'),
  };
  const { file } = body;
  if (!(file instanceof File) || file.size === 0 || file.size > MAX_BYTES) {
    const message = localised(c, importWords).intro;
    return showUpload(c, { values, errors: [{ field: 'file', code: 'file', message }] });
  }
  const drafted = await attempt(async () => {
    const occasion = parse(RegisteringBody, values);
    return draftImport(callerOf(c), {
      ...occasion,
      name: file.name.slice(0, 200),
      text: await file.text(),
      locale: localeOf(c),
    });
  });
  if (!drafted.ok) return showUpload(c, { values, errors: drafted.errors });
  return c.redirect(`/console/jobs/import/${drafted.value}`, 303);
};
