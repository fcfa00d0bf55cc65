import type { Warning } from '../../contract/forms.ts';
import { Checkbox, ErrorSummary, Field, Select, TextArea } from '../kit/fields.tsx';
import { fill, languageName, localised, wordsOf } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { SectionItem, Text } from './fields.tsx';
import { StyleCard } from './style.tsx';
import { formWords } from './words.ts';

const warningText = ({ c, names }: Editing, warning: Warning): string => {
  const own = localised(c, formWords);
  const text = own.warnings[warning.code] ?? warning.code;
  return fill(text, {
    ...warning,
    ...('purpose' in warning ? { purpose: names.name('purposes', warning.purpose) } : {}),
    ...('fields' in warning ? { fields: warning.fields.slice(0, 6).join(', ') } : {}),
    ...('scheme' in warning ? { scheme: own[warning.scheme] } : {}),
    ...('token' in warning ? { token: own.styles[warning.token] } : {}),
  });
};

const Rules = ({ editing }: { editing: Editing }) => {
  const { c, draft } = editing;
  const own = localised(c, formWords);
  const day =
    draft.expiresAt === undefined ? '' : new Date(draft.expiresAt).toISOString().slice(0, 10);
  return (
    <section class="card wide">
      <h2>{own.rules}</h2>
      <Checkbox name="active" label={own.active} checked={draft.active} />
      <Checkbox name="confirm" label={own.confirm} help={own.confirmHelp} checked={draft.confirm} />
      {c.env.TURNSTILE_SITE_KEY ? (
        <>
          <input type="hidden" name="hasTurnstile" value="yes" />
          <Checkbox
            name="turnstile"
            label={own.turnstile}
            help={own.turnstileHelp}
            checked={draft.turnstile}
          />
        </>
      ) : null}
      <Select
        name="review"
        label={own.review}
        value={draft.review}
        choices={(['none', 'unknown', 'all'] as const).map(
          (each) => [each, own.reviews[each]] as const,
        )}
      />
      <TextArea
        name="origins"
        label={own.origins}
        help={own.originsHelp}
        value={draft.origins.join('\n')}
      />
      <div class="sides">
        <Field name="expires" type="date" label={own.expires} value={day} />
        <Field name="most" type="number" min={1} label={own.most} value={draft.maxSubmissions} />
        <Field name="redirect" type="url" label={own.redirect} value={draft.done.redirect} />
        <Field
          name="redirectHosts"
          label={own.redirectHosts}
          value={draft.redirectHosts.join(', ')}
        />
      </div>
    </section>
  );
};

const Texts = ({ editing }: { editing: Editing }) => {
  const { draft } = editing;
  const own = localised(editing.c, formWords);
  return (
    <section class="card wide">
      <h2>{own.texts}</h2>
      <Text editing={editing} name="title" label={own.title} texts={draft.title} />
      <Text editing={editing} name="intro" label={own.introText} texts={draft.intro} isLong />
      <Text editing={editing} name="submit" label={own.submit} texts={draft.submit} />
      <Text editing={editing} name="doneTitle" label={own.doneTitle} texts={draft.done.title} />
      <Text editing={editing} name="doneText" label={own.doneText} texts={draft.done.text} isLong />
      <Text editing={editing} name="inactive" label={own.inactive} texts={draft.inactive} />
    </section>
  );
};

const Languages = ({ editing }: { editing: Editing }) => {
  const { c, draft, locale } = editing;
  const own = localised(c, formWords);
  const nameOf = (tag: string): string => languageName(c, tag);
  return (
    <section class="card wide">
      <input type="hidden" name="editing" value={locale} />
      <p class="tags">
        {own.editing}
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
        <Field name="locales" label={own.languages} value={draft.locales.join(' ')} />
        <Select
          name="base"
          label={own.base}
          value={draft.locale}
          choices={draft.locales.map((tag) => [tag, nameOf(tag)] as const)}
        />
      </div>
    </section>
  );
};

const Preview = ({ editing }: { editing: Editing }) => {
  const { c, draft, locale } = editing;
  const own = localised(c, formWords);
  return (
    <div class="preview">
      <div class="filter">
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
          label={own.previewWidth}
          choices={[
            ['narrow', own.narrow],
            ['wide', own.wide],
          ]}
        />
        <Select
          name="preview-locale"
          label={own.previewIn}
          value={locale}
          choices={draft.locales.map((tag) => [tag, tag] as const)}
        />
        <Select
          name="preview-scheme"
          label={own.scheme}
          choices={[
            ['light', own.light],
            ['dark', own.dark],
          ]}
        />
        <button
          class="quiet"
          formtarget="preview"
          formaction={`/console/forms/${editing.form}/preview`}
          formnovalidate
        >
          {own.show}
        </button>
      </div>
      <iframe name="preview" title={own.preview} sandbox="allow-scripts allow-same-origin" />
    </div>
  );
};

/** The editor: what is written, and beside it what a visitor sees. It works without JavaScript. */
export const Editor = ({ editing }: { editing: Editing }) => {
  const { c, draft, submitted, warnings } = editing;
  const words = wordsOf(c);
  const own = localised(c, formWords);
  return (
    <form method="post" action={`/console/forms/${editing.form}`} data-preview class="builder">
      <div>
        {/* What Enter does in a line: it saves, and removes nothing. */}
        <button class="quietly" name="do" value="save" tabindex={-1} aria-label={own.save} />
        <ErrorSummary submitted={submitted} words={words} />
        {warnings.length > 0 ? (
          <details class="warning" open={warnings.length < 4}>
            <summary>
              {own.warningsTitle} ({warnings.length})
            </summary>
            <ul>
              {warnings.map((warning) => (
                <li>{warningText(editing, warning)}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <Languages editing={editing} />
        <Texts editing={editing} />
        <h2>{own.sections}</h2>
        {draft.sections.map((section, s) => (
          <SectionItem editing={editing} section={section} s={s} />
        ))}
        <p>
          <button class="quiet" name="do" value="add-section">
            {own.addSection}
          </button>
        </p>
        <Rules editing={editing} />
        <StyleCard c={c} style={draft.style} />
        <p class="buttons sticky">
          <button class="main" name="do" value="publish">
            {own.publish}
          </button>
          <button class="quiet" name="do" value="save">
            {own.save}
          </button>
        </p>
      </div>
      <Preview editing={editing} />
    </form>
  );
};
