import type { Draft } from '../../contract/draft.ts';
import type { Difference, Warning } from '../../contract/forms.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Editable } from '../kit/editable.tsx';
import type { Submitted } from '../kit/fields.tsx';
import type { Names } from '../kit/names.ts';

/** What the editor shows: a form's draft, of whose texts one language is edited. */
export type Editing = {
  c: ConsoleContext;
  form: string;
  draft: Draft;
  names: Names;
  /** The language whose texts are edited. */
  locale: string;
  /** Whether the form was never published, so that its key can still be changed. */
  isNew: boolean;
  warnings: readonly Warning[];
  editable: Editable;
  /** What was refused; the controls show the draft, which has what was submitted. */
  submitted: Pick<Submitted, 'errors'>;
  /** Between what is saved now and this draft, where someone else has saved since it was opened. */
  differences: readonly Difference[];
  /** The control that gets the focus once the page is there; a field that it is in is open. */
  focus: string;
};
