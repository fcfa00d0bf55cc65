import { Select } from '../kit/fields.tsx';
import { languageName, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { previewWords } from './words/preview.ts';

/** Chooses how the preview shows the form: in the page or over it, and how wide the window is. */
const DisplayFields = ({ editing: { c } }: { editing: Editing }) => {
  const own = localised(c, previewWords);
  return (
    <>
      <Select
        name="preview-display"
        label={own.display}
        choices={[
          ['', own.displays.page],
          ['popup', own.displays.popup],
          ['tab', own.displays.tab],
        ]}
      />
      <Select
        name="preview-width"
        label={own.width}
        choices={[
          ['narrow', own.narrow],
          ['wide', own.wide],
        ]}
      />
    </>
  );
};

const LocaleFields = ({ editing: { c, draft, locale } }: { editing: Editing }) => {
  const own = localised(c, previewWords);
  return (
    <>
      <Select
        name="preview-locale"
        label={own.language}
        value={locale}
        choices={draft.locales.map((tag) => [tag, languageName(c, tag)] as const)}
      />
      <Select
        name="preview-scheme"
        label={own.scheme}
        choices={[
          ['light', own.light],
          ['dark', own.dark],
        ]}
      />
    </>
  );
};

const SANDBOX = 'allow-scripts allow-same-origin';

/** The frame that shows the form as visitors see it: the saved one to users who may only look at it. */
export const PreviewFrame = ({ editing }: { editing: Editing }) => {
  const own = localised(editing.c, previewWords);
  const path = `/console/forms/${editing.form}/preview`;
  if (editing.c.get('isReadOnly'))
    return (
      <div class="preview">
        <iframe src={`${path}?locale=${editing.locale}`} title={own.title} sandbox={SANDBOX} />
      </div>
    );
  return (
    <div class="preview">
      <div class="filter">
        <DisplayFields editing={editing} />
        <LocaleFields editing={editing} />
        <button
          class="quiet"
          formtarget="preview"
          formaction={path}
          formnovalidate
          formenctype="application/x-www-form-urlencoded"
        >
          {own.show}
        </button>
      </div>
      <iframe name="preview" title={own.title} sandbox={SANDBOX} />
    </div>
  );
};
