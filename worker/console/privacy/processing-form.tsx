import type { Setting, SettingKey } from '../../contract/settings.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { ErrorSummary, Field, type Submitted, TextArea } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { linesOf, type Posted, textOf } from '../kit/posted.ts';
import { fill, languageName, localised, wordsOf } from '../kit/words.ts';
import { processingWords } from './words/processing.ts';

const STATEMENTS = ['subjects', 'transfers', 'security'] as const;

/** What holds for every purpose that does not say otherwise, and what people are told besides. */
export type Shared = {
  recipients: Setting<'recipients'>;
  statements: Record<(typeof STATEMENTS)[number], string>;
  authority: Setting<'authority'>;
  automated: Setting<'automated-decisions'>;
};

export const readShared = async (db: Database): Promise<Shared> => {
  const [recipients, subjects, transfers, security, authority, automated] = await Promise.all([
    readSetting(db, 'recipients'),
    readSetting(db, 'subjects'),
    readSetting(db, 'transfers'),
    readSetting(db, 'security'),
    readSetting(db, 'authority'),
    readSetting(db, 'automated-decisions'),
  ]);
  return { recipients, statements: { subjects, transfers, security }, authority, automated };
};

const AUTOMATED = 'automated.';

/** Returns the settings that the posted form holds. */
export const sharedFrom = (posted: Posted): [SettingKey, unknown][] => [
  ['recipients', linesOf(posted, 'recipients')],
  ...STATEMENTS.map((key): [SettingKey, unknown] => [key, textOf(posted, key).trim()]),
  [
    'authority',
    { name: textOf(posted, 'authority').trim(), url: textOf(posted, 'authorityUrl').trim() },
  ],
  [
    'automated-decisions',
    Object.fromEntries(
      Object.keys(posted)
        .filter((name) => name.startsWith(AUTOMATED))
        .map((name) => [name.slice(AUTOMATED.length), textOf(posted, name).trim()])
        .filter(([, text]) => text),
    ),
  ],
];

/** Names the control of an error in one of these settings. */
export const sharedControl = (key: SettingKey, field: string): string => {
  if (key === 'automated-decisions') return `${AUTOMATED}${field}`;
  return key === 'authority' && field === 'url' ? 'authorityUrl' : key;
};

/** The form for what holds for all purposes; `languages` are those that people read. */
export const SharedForm = ({
  c,
  shared: { recipients, statements, authority, automated },
  languages,
  editable,
  submitted,
}: {
  c: ConsoleContext;
  shared: Shared;
  languages: readonly string[];
  editable: Editable;
  submitted: Submitted;
}) => {
  const own = localised(c, processingWords);
  return (
    <form method="post" class="sheet">
      <h2>{own.shared}</h2>
      <p>{own.sharedIntro}</p>
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      <ErrorSummary submitted={submitted} words={wordsOf(c)} />
      <TextArea
        name="recipients"
        label={own.heads.recipients}
        help={own.recipientsHelp}
        value={recipients.join('\n')}
        submitted={submitted}
      />
      {STATEMENTS.map((key) => (
        <TextArea name={key} label={own.heads[key]} value={statements[key]} submitted={submitted} />
      ))}
      <Field
        name="authority"
        label={own.authority}
        help={own.authorityHelp}
        value={authority.name}
        submitted={submitted}
      />
      <Field
        name="authorityUrl"
        type="url"
        label={own.authorityUrl}
        value={authority.url}
        submitted={submitted}
      />
      {languages.map((locale) => (
        <TextArea
          name={`${AUTOMATED}${locale}`}
          label={fill(own.automated, { language: languageName(c, locale) })}
          help={own.automatedHelp}
          value={automated[locale]}
          lang={locale}
          submitted={submitted}
        />
      ))}
      <SubmitButton label={wordsOf(c).save} />
    </form>
  );
};
