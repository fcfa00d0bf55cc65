import { PersonField } from '../../contract/definition.ts';
import type { DraftField, DraftSection } from '../../contract/draft.ts';
import { fieldKinds } from '../../contract/field-kinds.ts';
import { FieldKind } from '../../contract/form.ts';
import { Area, Check, Field, Select } from '../kit/parts.tsx';
import { fill, said, wordsOf } from '../kit/words/words.ts';
import type { Editing } from './editor.tsx';
import { formWords } from './words.ts';

const textIn = (texts: Record<string, string> | undefined, locale: string): string =>
  texts?.[locale] ?? '';

/** A text in the language that is written, with that of the fallback as an example inside. */
export const Text = ({
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
    <Area name={name} label={label} value={value} help={hint} lang={locale} />
  ) : (
    <Field name={name} label={label} value={value} placeholder={hint} lang={locale} />
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
        <Text editing={editing} name={`${at}.label`} label={mine.label} texts={field.label} />
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
        {fieldKinds[field.kind].options === 'listed' ? (
          <Area
            name={`${at}.options`}
            label={mine.options}
            value={optionLines(field, locale)}
            rows={5}
          />
        ) : null}
        <details>
          <summary>{mine.moreOfField}</summary>
          <Text editing={editing} name={`${at}.help`} label={mine.help} texts={field.help} />
          <Text
            editing={editing}
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
          <When editing={editing} at={at} when={field.when} />
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

export const SectionItem = ({
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
      <Text
        editing={editing}
        name={`${at}.title`}
        label={mine.sectionTitle}
        texts={section.title}
      />
      <div>
        {section.fields.map((field, f) => (
          <FieldItem editing={editing} field={field} s={s} f={f} />
        ))}
      </div>
      <p>
        <button class="quiet" name="do" value={`add-field:${s}`}>
          {mine.addField}
        </button>
      </p>
      <Purposes editing={editing} section={section} s={s} />
      {draft.sections.length > 1 ? (
        <details>
          <summary>{mine.moreOfField}</summary>
          <Text
            editing={editing}
            name={`${at}.intro`}
            label={mine.introText}
            texts={section.intro}
            isLong
          />
          <Field name={`${at}.place`} type="number" min={1} label={mine.place} value={s + 1} />
          <When editing={editing} at={at} when={section.when} />
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
