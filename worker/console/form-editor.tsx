import type { Context } from 'hono';
import { PersonField } from '../contract/definition.ts';
import { FieldKind } from '../contract/form.ts';
import type { App } from '../env.ts';
import type { Draft, DraftField, DraftSection } from '../forms/draft.ts';
import type { Warning } from '../forms/warnings.ts';
import { formWords } from './form-words.ts';
import type { Names } from './names.ts';
import { Area, Check, Field, type Given, Select, Wrong } from './parts.tsx';
import { fill, localeOf, said, wordsOf } from './words/words.ts';

/** What the editor shows: the draft in one language. */
export type Editing = {
  c: Context<App>;
  form: string;
  draft: Draft;
  names: Names;
  /** The language whose texts are written. */
  locale: string;
  warnings: readonly Warning[];
  given: Given;
  said?: string;
};

const textIn = (texts: Record<string, string> | undefined, locale: string): string =>
  texts?.[locale] ?? '';

/** A text in the language that is written, with that of the fallback as an example inside. */
const Text = ({
  editing,
  name,
  label,
  texts,
  isLong,
}: {
  editing: Editing;
  name: string;
  label: string;
  texts?: Record<string, string>;
  isLong?: boolean;
}) => {
  const { locale, draft } = editing;
  const value = textIn(texts, locale);
  const hint = locale === draft.locale ? undefined : textIn(texts, draft.locale) || undefined;
  return isLong ? (
    <Area {...{ name, label, value }} help={hint} lang={locale} />
  ) : (
    <Field {...{ name, label, value }} placeholder={hint} />
  );
};

const When = ({
  editing,
  at,
  when,
}: {
  editing: Editing;
  at: string;
  when: DraftField['when'];
}) => {
  const mine = said(editing.c, formWords);
  const keys = editing.draft.sections.flatMap(({ fields }) => fields.map(({ key }) => key));
  return (
    <div class="sides">
      <Select
        name={`${at}.when`}
        label={mine.whenField}
        value={when?.field ?? ''}
        choices={[['', mine.always], ...keys.map((key) => [key, key] as const)]}
      />
      <Field name={`${at}.whenIs`} label={mine.whenIs} value={when?.is?.join(', ')} />
    </div>
  );
};

const optionLines = ({ options = [] }: DraftField, locale: string): string =>
  options.map(({ value, label }) => `${value} = ${label[locale] ?? ''}`).join('\n');

const FieldItem = ({
  editing,
  field,
  s,
  f,
}: {
  editing: Editing;
  field: DraftField;
  s: number;
  f: number;
}) => {
  const { c, draft, locale } = editing;
  const words = wordsOf(c);
  const mine = said(c, formWords);
  const at = `s.${s}.f.${f}`;
  const name = textIn(field.label, locale) || textIn(field.label, draft.locale) || field.key;
  return (
    <details class="item">
      <summary>
        {name} <span class="help">{mine.kinds[field.kind]}</span>
      </summary>
      <div>
        <input type="hidden" name={`${at}.was`} value={field.key} />
        <Text {...{ editing }} name={`${at}.label`} label={mine.label} texts={field.label} />
        <div class="sides">
          <Field
            name={`${at}.key`}
            label={mine.key}
            value={field.key}
            pattern="[A-Za-z0-9][A-Za-z0-9\-]*"
          />
          <Select
            name={`${at}.kind`}
            label={mine.kind}
            value={field.kind}
            choices={FieldKind.options.map((kind) => [kind, mine.kinds[kind] ?? kind] as const)}
          />
        </div>
        <Check name={`${at}.required`} label={mine.required} checked={field.required === true} />
        <Check name={`${at}.half`} label={mine.half} checked={field.width === 'half'} />
        {['select', 'radio', 'checkboxes'].includes(field.kind) ? (
          <Area
            name={`${at}.options`}
            label={mine.options}
            value={optionLines(field, locale)}
            rows={5}
          />
        ) : null}
        <details>
          <summary>{mine.moreOfField}</summary>
          <Text {...{ editing }} name={`${at}.help`} label={mine.help} texts={field.help} />
          <Text
            {...{ editing }}
            name={`${at}.placeholder`}
            label={mine.placeholder}
            texts={field.placeholder}
          />
          <div class="sides">
            <Field
              name={`${at}.minLength`}
              label={mine.minLength}
              value={field.minLength}
              type="number"
            />
            <Field
              name={`${at}.maxLength`}
              label={mine.maxLength}
              value={field.maxLength}
              type="number"
            />
            <Field name={`${at}.min`} label={mine.min} value={field.min} />
            <Field name={`${at}.max`} label={mine.max} value={field.max} />
            <Field name={`${at}.value`} label={mine.value} value={field.value} />
            <Field
              name={`${at}.autocomplete`}
              label={mine.autocomplete}
              value={field.autocomplete}
            />
            <Select
              name={`${at}.stores`}
              label={mine.stores}
              value={field.stores ?? ''}
              choices={[
                ['', words.none],
                ...PersonField.options.map((each) => [each, each] as const),
              ]}
            />
          </div>
          <When {...{ editing, at }} when={field.when} />
        </details>
        <div class="sides">
          <label class="field">
            {mine.place}
            <input data-place type="number" min={1} name={`${at}.place`} value={f + 1} />
          </label>
          <Select
            name={`${at}.section`}
            label={mine.moveTo}
            value={String(s + 1)}
            choices={draft.sections.map(
              (_, n) => [String(n + 1), fill(mine.section, { n: n + 1 })] as const,
            )}
          />
        </div>
        <button class="danger" name="do" value={`remove-field:${s}.${f}`}>
          {mine.removeField}
        </button>
      </div>
    </details>
  );
};

const Purposes = ({
  editing,
  section,
  s,
}: {
  editing: Editing;
  section: DraftSection;
  s: number;
}) => {
  const { c, names } = editing;
  const mine = said(c, formWords);
  return (
    <fieldset>
      <legend>{mine.purposes}</legend>
      {names.choices('purposes').map(([key, label]) => {
        const asked = section.purposes.find(({ purpose }) => purpose === key);
        const types = names.lists['subscription-types'].filter(
          ({ purpose, active }) => active && purpose === key,
        );
        return (
          <div>
            <Check
              name={`s.${s}.purposes`}
              value={key}
              label={label}
              checked={asked !== undefined}
            />
            <div class="under">
              {types.map((type) => (
                <Check
                  name={`s.${s}.subscriptions.${key}`}
                  value={type.key}
                  label={names.name('subscription-types', type.key)}
                  checked={asked?.subscriptions.includes(type.key) ?? false}
                />
              ))}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
};

const SectionItem = ({
  editing,
  section,
  s,
}: {
  editing: Editing;
  section: DraftSection;
  s: number;
}) => {
  const { c, draft } = editing;
  const mine = said(c, formWords);
  const at = `s.${s}`;
  return (
    <section class="card wide">
      <h3>{fill(mine.section, { n: s + 1 })}</h3>
      <input type="hidden" name={`${at}.was`} value={section.key} />
      <input type="hidden" name={`${at}.key`} value={section.key} />
      <Text {...{ editing }} name={`${at}.title`} label={mine.sectionTitle} texts={section.title} />
      <div>
        {section.fields.map((field, f) => (
          <FieldItem {...{ editing, field, s, f }} />
        ))}
      </div>
      <p>
        <button class="quiet" name="do" value={`add-field:${s}`}>
          {mine.addField}
        </button>
      </p>
      <Purposes {...{ editing, section, s }} />
      {draft.sections.length > 1 ? (
        <details>
          <summary>{mine.moreOfField}</summary>
          <Text
            {...{ editing }}
            name={`${at}.intro`}
            label={mine.introText}
            texts={section.intro}
            isLong
          />
          <Field name={`${at}.place`} type="number" min={1} label={mine.place} value={s + 1} />
          <When {...{ editing, at }} when={section.when} />
          <button class="danger" name="do" value={`remove-section:${s}`}>
            {mine.removeSection}
          </button>
        </details>
      ) : (
        <input type="hidden" name={`${at}.intro`} value={textIn(section.intro, editing.locale)} />
      )}
    </section>
  );
};

const warningText = ({ c, names }: Editing, warning: Warning): string => {
  const mine = said(c, formWords);
  const text = mine.warnings[warning.code] ?? warning.code;
  return fill(text, {
    ...warning,
    ...('purpose' in warning ? { purpose: names.name('purposes', warning.purpose) } : {}),
    ...('fields' in warning ? { fields: warning.fields.slice(0, 6).join(', ') } : {}),
    ...('scheme' in warning ? { scheme: mine[warning.scheme] } : {}),
  });
};

const Rules = ({ editing }: { editing: Editing }) => {
  const { c, draft } = editing;
  const mine = said(c, formWords);
  const day =
    draft.expiresAt === undefined ? '' : new Date(draft.expiresAt).toISOString().slice(0, 10);
  return (
    <section class="card wide">
      <h2>{mine.rules}</h2>
      <Check name="active" label={mine.active} checked={draft.active} />
      <Check name="confirm" label={mine.confirm} help={mine.confirmHelp} checked={draft.confirm} />
      <Area
        name="origins"
        label={mine.origins}
        help={mine.originsHelp}
        value={draft.origins.join('\n')}
      />
      <div class="sides">
        <Field name="expires" type="date" label={mine.expires} value={day} />
        <Field name="most" type="number" min={1} label={mine.most} value={draft.maxSubmissions} />
        <Field name="redirect" type="url" label={mine.redirect} value={draft.done.redirect} />
        <Field
          name="redirectHosts"
          label={mine.redirectHosts}
          value={draft.redirectHosts.join(', ')}
        />
      </div>
    </section>
  );
};

const Texts = ({ editing }: { editing: Editing }) => {
  const { draft } = editing;
  const mine = said(editing.c, formWords);
  return (
    <section class="card wide">
      <h2>{mine.texts}</h2>
      <Text {...{ editing }} name="title" label={mine.title} texts={draft.title} />
      <Text {...{ editing }} name="intro" label={mine.introText} texts={draft.intro} isLong />
      <Text {...{ editing }} name="submit" label={mine.submit} texts={draft.submit} />
      <Text {...{ editing }} name="doneTitle" label={mine.doneTitle} texts={draft.done.title} />
      <Text {...{ editing }} name="doneText" label={mine.doneText} texts={draft.done.text} isLong />
      <Text {...{ editing }} name="inactive" label={mine.inactive} texts={draft.inactive} />
    </section>
  );
};

const Languages = ({ editing }: { editing: Editing }) => {
  const { c, draft, locale } = editing;
  const mine = said(c, formWords);
  const names = new Intl.DisplayNames([localeOf(c)], { type: 'language' });
  const nameOf = (tag: string): string => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
  return (
    <section class="card wide">
      <input type="hidden" name="editing" value={locale} />
      <p class="tags">
        {mine.editing}
        {draft.locales.map((tag) => (
          <button
            class="small"
            name="do"
            value={`edit:${tag}`}
            aria-pressed={tag === locale ? 'true' : 'false'}
          >
            {nameOf(tag)}
          </button>
        ))}
      </p>
      <div class="sides">
        <Field name="locales" label={mine.languages} value={draft.locales.join(' ')} />
        <Select
          name="base"
          label={mine.base}
          value={draft.locale}
          choices={draft.locales.map((tag) => [tag, nameOf(tag)] as const)}
        />
      </div>
    </section>
  );
};

const Preview = ({ editing }: { editing: Editing }) => {
  const { c, draft, locale } = editing;
  const mine = said(c, formWords);
  return (
    <div class="preview">
      <div class="filter">
        <Select
          name="preview-locale"
          label={mine.previewIn}
          value={locale}
          choices={draft.locales.map((tag) => [tag, tag] as const)}
        />
        <Select
          name="preview-scheme"
          label={mine.scheme}
          choices={[
            ['light', mine.light],
            ['dark', mine.dark],
          ]}
        />
        <button
          class="quiet"
          formtarget="preview"
          formaction={`/console/forms/${editing.form}/preview`}
          formnovalidate
        >
          {mine.show}
        </button>
      </div>
      <iframe name="preview" title={mine.preview} sandbox="allow-scripts allow-same-origin" />
    </div>
  );
};

/** The editor: what is written, and beside it what a visitor sees. It works without JavaScript. */
export const Editor = ({ editing }: { editing: Editing }) => {
  const { c, draft, given, warnings } = editing;
  const words = wordsOf(c);
  const mine = said(c, formWords);
  return (
    <form method="post" action={`/console/forms/${editing.form}`} data-preview class="builder">
      <div>
        {/* What Enter does in a line: it saves, and removes nothing. */}
        <button class="quietly" name="do" value="save" tabindex={-1} aria-label={mine.save} />
        <Wrong given={given} words={words} />
        {warnings.length > 0 ? (
          <details class="warning" open={warnings.length < 4}>
            <summary>
              {mine.warningsTitle} ({warnings.length})
            </summary>
            <ul>
              {warnings.map((warning) => (
                <li>{warningText(editing, warning)}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <Languages {...{ editing }} />
        <Texts {...{ editing }} />
        <h2>{mine.sections}</h2>
        {draft.sections.map((section, s) => (
          <SectionItem {...{ editing, section, s }} />
        ))}
        <p>
          <button class="quiet" name="do" value="add-section">
            {mine.addSection}
          </button>
        </p>
        <Rules {...{ editing }} />
        <p class="buttons sticky">
          <button class="main" name="do" value="publish">
            {mine.publish}
          </button>
          <button class="quiet" name="do" value="save">
            {mine.save}
          </button>
        </p>
      </div>
      <Preview {...{ editing }} />
    </form>
  );
};
