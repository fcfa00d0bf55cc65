import type { Context } from 'hono';
import type { Draft } from '../../contract/draft.ts';
import type { Warning } from '../../contract/forms.ts';
import type { ConsoleApp } from '../kit/app.ts';
import type { Names } from '../kit/names.ts';
import { Area, Check, Field, type Given, Select, Wrong } from '../kit/parts.tsx';
import { fill, languageName, said, wordsOf } from '../kit/words/words.ts';
import { SectionItem, Text } from './fields.tsx';
import { StyleCard } from './style.tsx';
import { formWords } from './words.ts';

/** What the editor shows: the draft in one language. */
export type Editing = {
  c: Context<ConsoleApp>;
  form: string;
  draft: Draft;
  names: Names;
  /** The language whose texts are written. */
  locale: string;
  warnings: readonly Warning[];
  given: Given;
  said?: string;
};

const warningText = ({ c, names }: Editing, warning: Warning): string => {
  const mine = said(c, formWords);
  const text = mine.warnings[warning.code] ?? warning.code;
  return fill(text, {
    ...warning,
    ...('purpose' in warning ? { purpose: names.name('purposes', warning.purpose) } : {}),
    ...('fields' in warning ? { fields: warning.fields.slice(0, 6).join(', ') } : {}),
    ...('scheme' in warning ? { scheme: mine[warning.scheme] } : {}),
    ...('token' in warning ? { token: mine.styles[warning.token] } : {}),
  });
};

const Rules = ({ editing }: { editing: Editing }) => {
  const { c, draft } = editing;
  const mine = said(c, formWords);
  const day =
    draft.expiresAt === undefined ? '' : new Date(draft.expiresAt).toISOString().slice(0, 10);
  return (
    <section class="card wide">
      <h2>{mine.rules}</h2>
      <Check name="active" label={mine.active} checked={draft.active} />
      <Check name="confirm" label={mine.confirm} help={mine.confirmHelp} checked={draft.confirm} />
      {c.env.TURNSTILE_SITE_KEY ? (
        <>
          <input type="hidden" name="hasTurnstile" value="yes" />
          <Check
            name="turnstile"
            label={mine.turnstile}
            help={mine.turnstileHelp}
            checked={draft.turnstile}
          />
        </>
      ) : null}
      <Select
        name="review"
        label={mine.review}
        value={draft.review}
        choices={(['none', 'unknown', 'all'] as const).map(
          (each) => [each, mine.reviews[each]] as const,
        )}
      />
      <Area
        name="origins"
        label={mine.origins}
        help={mine.originsHelp}
        value={draft.origins.join('\n')}
      />
      <div class="sides">
        <Field name="expires" type="date" label={mine.expires} value={day} />
        <Field name="most" type="number" min={1} label={mine.most} value={draft.maxSubmissions} />
        <Field name="redirect" type="url" label={mine.redirect} value={draft.done.redirect} />
        <Field
          name="redirectHosts"
          label={mine.redirectHosts}
          value={draft.redirectHosts.join(', ')}
        />
      </div>
    </section>
  );
};

const Texts = ({ editing }: { editing: Editing }) => {
  const { draft } = editing;
  const mine = said(editing.c, formWords);
  return (
    <section class="card wide">
      <h2>{mine.texts}</h2>
      <Text editing={editing} name="title" label={mine.title} texts={draft.title} />
      <Text editing={editing} name="intro" label={mine.introText} texts={draft.intro} isLong />
      <Text editing={editing} name="submit" label={mine.submit} texts={draft.submit} />
      <Text editing={editing} name="doneTitle" label={mine.doneTitle} texts={draft.done.title} />
      <Text
        editing={editing}
        name="doneText"
        label={mine.doneText}
        texts={draft.done.text}
        isLong
      />
      <Text editing={editing} name="inactive" label={mine.inactive} texts={draft.inactive} />
    </section>
  );
};

const Languages = ({ editing }: { editing: Editing }) => {
  const { c, draft, locale } = editing;
  const mine = said(c, formWords);
  const nameOf = (tag: string): string => languageName(c, tag);
  return (
    <section class="card wide">
      <input type="hidden" name="editing" value={locale} />
      <p class="tags">
        {mine.editing}
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
        <Field name="locales" label={mine.languages} value={draft.locales.join(' ')} />
        <Select
          name="base"
          label={mine.base}
          value={draft.locale}
          choices={draft.locales.map((tag) => [tag, nameOf(tag)] as const)}
        />
      </div>
    </section>
  );
};

const Preview = ({ editing }: { editing: Editing }) => {
  const { c, draft, locale } = editing;
  const mine = said(c, formWords);
  return (
    <div class="preview">
      <div class="filter">
        <Select
          name="preview-display"
          label={mine.display}
          choices={[
            ['', mine.displays.page],
            ['popup', mine.displays.popup],
            ['tab', mine.displays.tab],
          ]}
        />
        <Select
          name="preview-width"
          label={mine.previewWidth}
          choices={[
            ['narrow', mine.narrow],
            ['wide', mine.wide],
          ]}
        />
        <Select
          name="preview-locale"
          label={mine.previewIn}
          value={locale}
          choices={draft.locales.map((tag) => [tag, tag] as const)}
        />
        <Select
          name="preview-scheme"
          label={mine.scheme}
          choices={[
            ['light', mine.light],
            ['dark', mine.dark],
          ]}
        />
        <button
          class="quiet"
          formtarget="preview"
          formaction={`/console/forms/${editing.form}/preview`}
          formnovalidate
        >
          {mine.show}
        </button>
      </div>
      <iframe name="preview" title={mine.preview} sandbox="allow-scripts allow-same-origin" />
    </div>
  );
};

/** The editor: what is written, and beside it what a visitor sees. It works without JavaScript. */
export const Editor = ({ editing }: { editing: Editing }) => {
  const { c, draft, given, warnings } = editing;
  const words = wordsOf(c);
  const mine = said(c, formWords);
  return (
    <form method="post" action={`/console/forms/${editing.form}`} data-preview class="builder">
      <div>
        {/* What Enter does in a line: it saves, and removes nothing. */}
        <button class="quietly" name="do" value="save" tabindex={-1} aria-label={mine.save} />
        <Wrong given={given} words={words} />
        {warnings.length > 0 ? (
          <details class="warning" open={warnings.length < 4}>
            <summary>
              {mine.warningsTitle} ({warnings.length})
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
        <h2>{mine.sections}</h2>
        {draft.sections.map((section, s) => (
          <SectionItem editing={editing} section={section} s={s} />
        ))}
        <p>
          <button class="quiet" name="do" value="add-section">
            {mine.addSection}
          </button>
        </p>
        <Rules editing={editing} />
        <StyleCard c={c} style={draft.style} />
        <p class="buttons sticky">
          <button class="main" name="do" value="publish">
            {mine.publish}
          </button>
          <button class="quiet" name="do" value="save">
            {mine.save}
          </button>
        </p>
      </div>
      <Preview editing={editing} />
    </form>
  );
};
