import type { DraftSection } from '../../contract/draft.ts';
import { Checkbox } from '../kit/fields.tsx';
import { fill, localised } from '../kit/words.ts';
import { Condition } from './condition.tsx';
import type { Editing } from './editing.ts';
import { FieldItem } from './fields.tsx';
import { MoveButtons } from './move.tsx';
import { Text, textIn } from './text.tsx';
import { fieldWords } from './words/fields.ts';

/** A section that is edited, and its position in the form, counted from 0. */
type SectionProps = { editing: Editing; section: DraftSection; position: number };

const PurposeItem = ({
  editing: { names },
  section,
  position,
  purpose,
  label,
}: SectionProps & { purpose: string; label: string }) => {
  const asked = section.purposes.find((each) => each.purpose === purpose);
  const types = names.lists['subscription-types'].filter(
    (type) => type.active && type.purpose === purpose,
  );
  return (
    <div>
      <Checkbox
        name={`s.${position}.purposes`}
        value={purpose}
        label={label}
        checked={asked !== undefined}
      />
      <div class="under">
        {types.map(({ key }) => (
          <Checkbox
            name={`s.${position}.subscriptions.${purpose}`}
            value={key}
            label={names.name('subscription-types', key)}
            checked={asked?.subscriptions.includes(key) ?? false}
          />
        ))}
      </div>
    </div>
  );
};

const Purposes = ({ editing, section, position }: SectionProps) => (
  <fieldset>
    <legend>{localised(editing.c, fieldWords).purposes}</legend>
    {editing.names.choices('purposes').map(([key, label]) => (
      <PurposeItem
        editing={editing}
        section={section}
        position={position}
        purpose={key}
        label={label}
      />
    ))}
  </fieldset>
);

/** The introduction of a section, its condition, and the buttons that move and remove it. */
const MoreFields = ({ editing, section, position }: SectionProps) => {
  const own = localised(editing.c, fieldWords);
  const at = `s.${position}`;
  return (
    <details open={editing.focus.startsWith(`${at}.`) && !editing.focus.includes('.f.')}>
      <summary>{own.more}</summary>
      <Text
        editing={editing}
        name={`${at}.intro`}
        label={own.sectionIntro}
        texts={section.intro}
        isLong
      />
      <Condition editing={editing} at={at} when={section.when} />
      <p class="buttons">
        <MoveButtons
          what="section"
          place={String(position)}
          focus={editing.focus}
          labels={[own.moveSectionUp, own.moveSectionDown]}
          isFirst={position === 0}
          isLast={position === editing.draft.sections.length - 1}
        />
        <button class="danger" name="do" value={`remove-section:${position}`}>
          {own.removeSection}
        </button>
      </p>
    </details>
  );
};

const Fields = ({ editing, section, position }: SectionProps) => {
  const own = localised(editing.c, fieldWords);
  return (
    <>
      <div data-fields={position + 1} class="fields">
        {section.fields.length === 0 ? <p class="help">{own.noFields}</p> : null}
        {section.fields.map((field, at) => (
          <FieldItem editing={editing} field={field} section={position} position={at} />
        ))}
      </div>
      <p>
        <button class="quiet" name="do" value={`add-field:${position}`}>
          {own.addField}
        </button>
      </p>
    </>
  );
};

/** Edits a section: its texts, its fields and the purposes that it asks for. */
export const SectionItem = ({ editing, section, position }: SectionProps) => {
  const own = localised(editing.c, fieldWords);
  const at = `s.${position}`;
  return (
    <section class="card wide">
      <h3>{fill(own.section, { n: position + 1 })}</h3>
      <input type="hidden" name={`${at}.was`} value={section.key} />
      <input type="hidden" name={`${at}.key`} value={section.key} />
      <input type="hidden" name={`${at}.place`} value={position + 1} />
      <Text editing={editing} name={`${at}.title`} label={own.sectionTitle} texts={section.title} />
      <Fields editing={editing} section={section} position={position} />
      <Purposes editing={editing} section={section} position={position} />
      {editing.draft.sections.length > 1 ? (
        <MoreFields editing={editing} section={section} position={position} />
      ) : (
        <input type="hidden" name={`${at}.intro`} value={textIn(section.intro, editing.locale)} />
      )}
    </section>
  );
};
