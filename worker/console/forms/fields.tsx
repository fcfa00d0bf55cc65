import { FieldKind } from '../../contract/form.ts';
import { type Choice, Field, Select } from '../kit/fields.tsx';
import { fill, localised } from '../kit/words.ts';
import { ElementSettings } from './element-parts.tsx';
import { type FieldProps, MainSettings, MoreSettings } from './field-parts.tsx';
import { MoveButtons } from './move.tsx';
import { Text, textIn } from './text.tsx';
import { fieldWords } from './words/fields.ts';

const NameFields = ({ editing, field, at }: FieldProps) => {
  const own = localised(editing.c, fieldWords);
  return (
    <>
      <div class="sides">
        <Select
          name={`${at}.kind`}
          label={own.kind}
          value={field.kind}
          choices={FieldKind.options.map((kind): Choice => [kind, own.kinds[kind]])}
        />
        <Field
          name={`${at}.key`}
          label={own.key}
          help={own.keyHelp}
          value={field.key}
          submitted={editing.submitted}
        />
      </div>
      <Text
        editing={editing}
        name={`${at}.label`}
        label={own.label}
        texts={field.label}
        isLong={field.kind === 'paragraph'}
      />
    </>
  );
};

/** Where a field is: its section and its position there, both counted from 0. */
type Position = { section: number; position: number };

const PageSelect = ({
  editing: { c, draft },
  at,
  section,
}: Omit<FieldProps, 'field'> & Position) => {
  const own = localised(c, fieldWords);
  return draft.sections.length > 1 ? (
    <Select
      name={`${at}.section`}
      label={own.moveToSection}
      value={String(section + 1)}
      choices={draft.sections.map(
        (_, n): Choice => [String(n + 1), fill(own.section, { n: n + 1 })],
      )}
    />
  ) : null;
};

/** Edits a field. */
export const FieldItem = ({
  editing,
  field,
  section,
  position,
}: Omit<FieldProps, 'at'> & Position) => {
  const { c, draft, locale, focus } = editing;
  const own = localised(c, fieldWords);
  const at = `s.${section}.f.${position}`;
  const name = textIn(field.label, locale) || textIn(field.label, draft.locale) || field.key;
  return (
    <details
      class="item"
      open={focus.startsWith(`${at}.`)}
      data-key-from={`${at}.label`}
      data-key={`${at}.key`}
    >
      <summary>
        {name} <span class="help">{own.kinds[field.kind]}</span>
      </summary>
      <div>
        <input type="hidden" name={`${at}.was`} value={field.key} />
        <input type="hidden" data-place name={`${at}.place`} value={position + 1} />
        <NameFields editing={editing} field={field} at={at} />
        <MainSettings editing={editing} field={field} at={at} />
        <ElementSettings editing={editing} field={field} at={at} />
        <MoreSettings editing={editing} field={field} at={at} />
        <PageSelect editing={editing} at={at} section={section} position={position} />
        <p class="buttons">
          <MoveButtons
            what="field"
            place={`${section}.${position}`}
            focus={focus}
            labels={[own.moveUp, own.moveDown]}
            isFirst={position === 0}
            isLast={position === (draft.sections[section]?.fields.length ?? 0) - 1}
          />
          <button class="danger" name="do" value={`remove-field:${section}.${position}`}>
            {own.removeField}
          </button>
        </p>
      </div>
    </details>
  );
};
