import { PersonField } from '../../contract/definition.ts';
import type { DraftField, DraftSection } from '../../contract/draft.ts';
import { fieldKinds } from '../../contract/field-kinds.ts';
import { FieldKind } from '../../contract/form.ts';
import { Checkbox, Field, Select, TextArea } from '../kit/fields.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';
import type { Editing } from './editing.ts';
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
    <TextArea name={name} label={label} value={value} help={hint} lang={locale} />
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
  const own = localised(editing.c, formWords);
  const keys = editing.draft.sections.flatMap(({ fields }) => fields.map(({ key }) => key));
  return (
    <div class="sides">
      <Select
        name={`${at}.when`}
        label={own.whenField}
        value={when?.field ?? ''}
        choices={[['', own.always], ...keys.map((key) => [key, key] as const)]}
      />
      <Field name={`${at}.whenIs`} label={own.whenIs} value={when?.is?.join(', ')} />
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
  const own = localised(c, formWords);
  const at = `s.${s}.f.${f}`;
  const name = textIn(field.label, locale) || textIn(field.label, draft.locale) || field.key;
  return (
    <details class="item">
      <summary>
        {name} <span class="help">{own.kinds[field.kind]}</span>
      </summary>
      <div>
        <input type="hidden" name={`${at}.was`} value={field.key} />
        <Text editing={editing} name={`${at}.label`} label={own.label} texts={field.label} />
        <div class="sides">
          <Field
            name={`${at}.key`}
            label={own.key}
            value={field.key}
            pattern="[A-Za-z0-9][A-Za-z0-9\-]*"
          />
          <Select
            name={`${at}.kind`}
            label={own.kind}
            value={field.kind}
            choices={FieldKind.options.map((kind) => [kind, own.kinds[kind] ?? kind] as const)}
          />
        </div>
        <Checkbox name={`${at}.required`} label={own.required} checked={field.required === true} />
        <Checkbox name={`${at}.half`} label={own.half} checked={field.width === 'half'} />
        {fieldKinds[field.kind].options === 'listed' ? (
          <TextArea
            name={`${at}.options`}
            label={own.options}
            value={optionLines(field, locale)}
            rows={5}
          />
        ) : null}
        <details>
          <summary>{own.moreOfField}</summary>
          <Text editing={editing} name={`${at}.help`} label={own.help} texts={field.help} />
          <Text
            editing={editing}
            name={`${at}.placeholder`}
            label={own.placeholder}
            texts={field.placeholder}
          />
          <div class="sides">
            <Field
              name={`${at}.minLength`}
              label={own.minLength}
              value={field.minLength}
              type="number"
            />
            <Field
              name={`${at}.maxLength`}
              label={own.maxLength}
              value={field.maxLength}
              type="number"
            />
            <Field name={`${at}.min`} label={own.min} value={field.min} />
            <Field name={`${at}.max`} label={own.max} value={field.max} />
            <Field name={`${at}.value`} label={own.value} value={field.value} />
            <Field
              name={`${at}.autocomplete`}
              label={own.autocomplete}
              value={field.autocomplete}
            />
            <Select
              name={`${at}.stores`}
              label={own.stores}
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
            {own.place}
            <input data-place type="number" min={1} name={`${at}.place`} value={f + 1} />
          </label>
          <Select
            name={`${at}.section`}
            label={own.moveTo}
            value={String(s + 1)}
            choices={draft.sections.map(
              (_, n) => [String(n + 1), fill(own.section, { n: n + 1 })] as const,
            )}
          />
        </div>
        <button class="danger" name="do" value={`remove-field:${s}.${f}`}>
          {own.removeField}
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
  const own = localised(c, formWords);
  return (
    <fieldset>
      <legend>{own.purposes}</legend>
      {names.choices('purposes').map(([key, label]) => {
        const asked = section.purposes.find(({ purpose }) => purpose === key);
        const types = names.lists['subscription-types'].filter(
          ({ purpose, active }) => active && purpose === key,
        );
        return (
          <div>
            <Checkbox
              name={`s.${s}.purposes`}
              value={key}
              label={label}
              checked={asked !== undefined}
            />
            <div class="under">
              {types.map((type) => (
                <Checkbox
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
  const own = localised(c, formWords);
  const at = `s.${s}`;
  return (
    <section class="card wide">
      <h3>{fill(own.section, { n: s + 1 })}</h3>
      <input type="hidden" name={`${at}.was`} value={section.key} />
      <input type="hidden" name={`${at}.key`} value={section.key} />
      <Text editing={editing} name={`${at}.title`} label={own.sectionTitle} texts={section.title} />
      <div>
        {section.fields.map((field, f) => (
          <FieldItem editing={editing} field={field} s={s} f={f} />
        ))}
      </div>
      <p>
        <button class="quiet" name="do" value={`add-field:${s}`}>
          {own.addField}
        </button>
      </p>
      <Purposes editing={editing} section={section} s={s} />
      {draft.sections.length > 1 ? (
        <details>
          <summary>{own.moreOfField}</summary>
          <Text
            editing={editing}
            name={`${at}.intro`}
            label={own.introText}
            texts={section.intro}
            isLong
          />
          <Field name={`${at}.place`} type="number" min={1} label={own.place} value={s + 1} />
          <When editing={editing} at={at} when={section.when} />
          <button class="danger" name="do" value={`remove-section:${s}`}>
            {own.removeSection}
          </button>
        </details>
      ) : (
        <input type="hidden" name={`${at}.intro`} value={textIn(section.intro, editing.locale)} />
      )}
    </section>
  );
};
