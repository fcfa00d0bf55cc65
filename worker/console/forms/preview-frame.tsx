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

/** The frame that shows the form as visitors see it. */
export const PreviewFrame = ({ editing }: { editing: Editing }) => {
  const own = localised(editing.c, previewWords);
  return (
    <div class="preview">
      <div class="filter">
        <DisplayFields editing={editing} />
        <LocaleFields editing={editing} />
        <button
          class="quiet"
          formtarget="preview"
          formaction={`/console/forms/${editing.form}/preview`}
          formnovalidate
          formenctype="application/x-www-form-urlencoded"
        >
          {own.show}
        </button>
      </div>
      <iframe name="preview" title={own.title} sandbox="allow-scripts allow-same-origin" />
    </div>
  );
};
