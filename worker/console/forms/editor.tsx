import { EditedFrom } from '../kit/editable.tsx';
import { ErrorSummary } from '../kit/fields.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { ChangeTable } from './changes.tsx';
import type { Editing } from './editing.ts';
import { About, Rules, Texts } from './form-settings.tsx';
import { Languages } from './languages.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { SectionItem } from './sections.tsx';
import { StyleCard } from './style.tsx';
import { Warnings } from './warnings.tsx';
import { editorWords } from './words/editor.ts';
import { versionWords } from './words/versions.ts';

type EditorProps = { editing: Editing };

const Sections = ({ editing }: EditorProps) => {
  const own = localised(editing.c, editorWords);
  return (
    <>
      <h2>{own.sections}</h2>
      {editing.draft.sections.map((section, position) => (
        <SectionItem editing={editing} section={section} position={position} />
      ))}
      <p>
        <button class="quiet" name="do" value="add-section">
          {own.addSection}
        </button>
      </p>
    </>
  );
};

/** The first button of the form is the one that Enter presses: it saves, and removes nothing. */
const EnterButton = ({ editing: { c } }: EditorProps) => (
  <button
    class="quietly"
    name="do"
    value="save"
    tabindex={-1}
    aria-label={localised(c, editorWords).save}
  />
);

/** Buttons that stay in view, with what the last of them did. */
const Buttons = ({ editing: { c }, message }: EditorProps & { message: string | undefined }) => {
  const own = localised(c, editorWords);
  return (
    <div class="sticky">
      {message ? (
        <p class="said" role="status">
          {message}
        </p>
      ) : null}
      <p class="buttons">
        <button class="main" name="do" value="publish">
          {own.publish}
        </button>
        <button class="quiet" name="do" value="save">
          {own.save}
        </button>
      </p>
    </div>
  );
};

/** Between the editor and someone else who was faster: who, and what differs. */
const Overtaken = ({ editing: { c, draft, editable, submitted, differences } }: EditorProps) => {
  const own = localised(c, versionWords);
  return (
    <>
      <EditedFrom c={c} editable={editable} submitted={submitted} />
      {differences.length > 0 ? (
        <ChangeTable c={c} draft={draft} changes={differences} heads={[own.savedNow, own.yours]} />
      ) : null}
    </>
  );
};

/** Edits a form's draft, beside a preview of what visitors see. It works without JavaScript. */
export const Editor = ({ editing, message }: EditorProps & { message: string | undefined }) => {
  const { c, form, draft, submitted } = editing;
  return (
    <form
      method="post"
      action={`/console/forms/${form}`}
      data-preview
      data-unsaved
      class="builder"
      novalidate
      enctype="multipart/form-data"
    >
      <div>
        <EnterButton editing={editing} />
        <Overtaken editing={editing} />
        <ErrorSummary submitted={submitted} words={wordsOf(c)} />
        <Warnings editing={editing} />
        <About editing={editing} />
        <Languages editing={editing} />
        <Texts editing={editing} />
        <Sections editing={editing} />
        <Rules editing={editing} />
        <StyleCard c={c} style={draft.style} />
        <Buttons editing={editing} message={message} />
      </div>
      <PreviewFrame editing={editing} />
    </form>
  );
};
