// The settings of a field that only some kinds have.

import type { Child } from 'hono/jsx';
import { PersonField } from '../../contract/definition.ts';
import type { DraftField } from '../../contract/draft.ts';
import { type FieldSetting, settingsOf } from '../../contract/field-settings.ts';
import { FieldKind } from '../../contract/form.ts';
import { Checkbox, type Choice, Field, Select, TextArea } from '../kit/fields.tsx';
import { personFieldWords } from '../kit/words/person-fields.ts';
import { localised } from '../kit/words.ts';
import { Condition } from './condition.tsx';
import type { Editing } from './editing.ts';
import { FieldPurposes } from './field-purposes.tsx';
import { Text } from './text.tsx';
import { fieldWords } from './words/fields.ts';

/** A field that is edited, and where it is: `at` begins the names of its controls, as in `s.0.f.1`. */
export type FieldProps = { editing: Editing; field: DraftField; at: string };

const hasSetting = (kind: FieldKind, setting: FieldSetting): boolean =>
  settingsOf[kind].includes(setting);

/** Controls of one setting; the page's script shows them as soon as a kind is chosen that has it. */
export const Setting = ({
  of,
  kind,
  children,
}: {
  of: FieldSetting;
  kind: FieldKind;
  children: Child;
}) => (
  <div
    data-kinds={FieldKind.options.filter((each) => hasSetting(each, of)).join(' ')}
    hidden={!hasSetting(kind, of)}
  >
    {children}
  </div>
);

/** One option a line, as `value = text`. */
const optionLines = ({ options = [] }: DraftField, locale: string): string =>
  options.map(({ value, label }) => `${value} = ${label[locale] ?? ''}`).join('\n');

const Limits = ({ editing: { c, submitted }, field, at }: FieldProps) => {
  const own = localised(c, fieldWords);
  const { kind, minLength, maxLength, min, max } = field;
  const isDated = hasSetting(kind, 'dates');
  const [number, date] = [isDated ? undefined : { min, max }, isDated ? { min, max } : undefined];
  return (
    <>
      <Setting of="length" kind={kind}>
        <div class="sides">
          <Field
            name={`${at}.minLength`}
            label={own.minLength}
            value={minLength}
            type="number"
            submitted={submitted}
          />
          <Field
            name={`${at}.maxLength`}
            label={own.maxLength}
            value={maxLength}
            type="number"
            submitted={submitted}
          />
        </div>
      </Setting>
      <Setting of="numbers" kind={kind}>
        <div class="sides">
          <Field
            name={`${at}.min`}
            label={own.min}
            value={number?.min}
            type="number"
            submitted={submitted}
          />
          <Field
            name={`${at}.max`}
            label={own.max}
            value={number?.max}
            type="number"
            submitted={submitted}
          />
        </div>
      </Setting>
      <Setting of="dates" kind={kind}>
        <div class="sides">
          <Field
            name={`${at}.first`}
            label={own.firstDate}
            value={date?.min}
            type="date"
            submitted={submitted}
          />
          <Field
            name={`${at}.last`}
            label={own.lastDate}
            value={date?.max}
            type="date"
            submitted={submitted}
          />
        </div>
      </Setting>
    </>
  );
};

const Storing = ({ editing: { c, submitted }, field, at }: FieldProps) => {
  const own = localised(c, fieldWords);
  const names = localised(c, personFieldWords);
  return (
    <>
      <Setting of="stores" kind={field.kind}>
        <Select
          name={`${at}.stores`}
          label={own.stores}
          value={field.stores ?? ''}
          choices={[
            ['', own.storesNothing],
            ...PersonField.options.map((each): Choice => [each, names[each]]),
          ]}
        />
      </Setting>
      <Setting of="autocomplete" kind={field.kind}>
        <Field
          name={`${at}.autocomplete`}
          label={own.autocomplete}
          value={field.autocomplete}
          submitted={submitted}
        />
      </Setting>
    </>
  );
};

/** What most fields are edited by. */
export const MainSettings = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  const { kind } = field;
  return (
    <>
      <Setting of="required" kind={kind}>
        <Checkbox name={`${at}.required`} label={own.required} checked={field.required === true} />
      </Setting>
      <Setting of="width" kind={kind}>
        <Checkbox name={`${at}.half`} label={own.halfWidth} checked={field.width === 'half'} />
      </Setting>
      <Setting of="options" kind={kind}>
        <TextArea
          name={`${at}.options`}
          label={own.options}
          value={optionLines(field, editing.locale)}
          rows={5}
          submitted={editing.submitted}
        />
      </Setting>
      <Setting of="value" kind={kind}>
        <Field name={`${at}.value`} label={own.value} value={field.value} />
      </Setting>
    </>
  );
};

/** What is folded up, for those who need it. */
export const MoreSettings = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  const { kind } = field;
  return (
    <details>
      <summary>{own.more}</summary>
      <Setting of="help" kind={kind}>
        <Text editing={editing} name={`${at}.help`} label={own.help} texts={field.help} />
      </Setting>
      <Setting of="placeholder" kind={kind}>
        <Text
          editing={editing}
          name={`${at}.placeholder`}
          label={own.placeholder}
          texts={field.placeholder}
        />
      </Setting>
      <Limits editing={editing} field={field} at={at} />
      <Storing editing={editing} field={field} at={at} />
      <FieldPurposes editing={editing} field={field} at={at} />
      <Setting of="when" kind={kind}>
        <Condition editing={editing} at={at} when={field.when} />
      </Setting>
    </details>
  );
};
