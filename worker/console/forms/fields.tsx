import { PersonField } from '../../contract/definition.ts';
import type { DraftField } from '../../contract/draft.ts';
import { fieldKinds } from '../../contract/field-kinds.ts';
import { FieldKind } from '../../contract/form.ts';
import { Checkbox, type Choice, Field, Select, TextArea } from '../kit/fields.tsx';
import { fill, localised, wordsOf } from '../kit/words.ts';
import { Condition } from './condition.tsx';
import type { Editing } from './editing.ts';
import { Text, textIn } from './text.tsx';
import { fieldWords } from './words/fields.ts';

/** A field that is edited, and where it is: `at` begins the names of its controls, as in `s.0.f.1`. */
type FieldProps = { editing: Editing; field: DraftField; at: string };

const nameOf = ({ draft, locale }: Editing, { key, label }: DraftField): string =>
  textIn(label, locale) || textIn(label, draft.locale) || key;

/** One option a line, as `value = text`. */
const optionLines = ({ options = [] }: DraftField, locale: string): string =>
  options.map(({ value, label }) => `${value} = ${label[locale] ?? ''}`).join('\n');

const MainFields = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  return (
    <>
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
          choices={FieldKind.options.map((kind): Choice => [kind, own.kinds[kind]])}
        />
      </div>
      <Checkbox name={`${at}.required`} label={own.required} checked={field.required === true} />
      <Checkbox name={`${at}.half`} label={own.halfWidth} checked={field.width === 'half'} />
      {fieldKinds[field.kind].options === 'listed' ? (
        <TextArea
          name={`${at}.options`}
          label={own.options}
          value={optionLines(field, editing.locale)}
          rows={5}
        />
      ) : null}
    </>
  );
};

const LimitFields = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  const { minLength, maxLength, min, max } = field;
  return (
    <>
      <Field name={`${at}.minLength`} label={own.minLength} value={minLength} type="number" />
      <Field name={`${at}.maxLength`} label={own.maxLength} value={maxLength} type="number" />
      <Field name={`${at}.min`} label={own.min} value={min} />
      <Field name={`${at}.max`} label={own.max} value={max} />
    </>
  );
};

const ValueFields = ({ editing: { c }, field, at }: FieldProps) => {
  const own = localised(c, fieldWords);
  return (
    <>
      <Field name={`${at}.value`} label={own.value} value={field.value} />
      <Field name={`${at}.autocomplete`} label={own.autocomplete} value={field.autocomplete} />
      <Select
        name={`${at}.stores`}
        label={own.stores}
        value={field.stores ?? ''}
        choices={[
          ['', wordsOf(c).none],
          ...PersonField.options.map((each): Choice => [each, each]),
        ]}
      />
    </>
  );
};

const MoreFields = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  return (
    <details>
      <summary>{own.more}</summary>
      <Text editing={editing} name={`${at}.help`} label={own.help} texts={field.help} />
      <Text
        editing={editing}
        name={`${at}.placeholder`}
        label={own.placeholder}
        texts={field.placeholder}
      />
      <div class="sides">
        <LimitFields editing={editing} field={field} at={at} />
        <ValueFields editing={editing} field={field} at={at} />
      </div>
      <Condition editing={editing} at={at} when={field.when} />
    </details>
  );
};

/** Where a field is: its section and its position there, both counted from 0. */
type Position = { section: number; position: number };

const PositionFields = ({
  editing: { c, draft },
  at,
  section,
  position,
}: Omit<FieldProps, 'field'> & Position) => {
  const own = localised(c, fieldWords);
  return (
    <div class="sides">
      <label class="field">
        {own.position}
        <input data-place type="number" min={1} name={`${at}.place`} value={position + 1} />
      </label>
      <Select
        name={`${at}.section`}
        label={own.moveToSection}
        value={String(section + 1)}
        choices={draft.sections.map(
          (_, n): Choice => [String(n + 1), fill(own.section, { n: n + 1 })],
        )}
      />
    </div>
  );
};

/** Edits a field. */
export const FieldItem = ({
  editing,
  field,
  section,
  position,
}: Omit<FieldProps, 'at'> & Position) => {
  const own = localised(editing.c, fieldWords);
  const at = `s.${section}.f.${position}`;
  return (
    <details class="item">
      <summary>
        {nameOf(editing, field)} <span class="help">{own.kinds[field.kind]}</span>
      </summary>
      <div>
        <input type="hidden" name={`${at}.was`} value={field.key} />
        <MainFields editing={editing} field={field} at={at} />
        <MoreFields editing={editing} field={field} at={at} />
        <PositionFields editing={editing} at={at} section={section} position={position} />
        <button class="danger" name="do" value={`remove-field:${section}.${position}`}>
          {own.removeField}
        </button>
      </div>
    </details>
  );
};
