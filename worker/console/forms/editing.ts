import type { Draft } from '../../contract/draft.ts';
import type { Warning } from '../../contract/forms.ts';
import type { ConsoleContext } from '../kit/app.ts';
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
  warnings: readonly Warning[];
  submitted: Submitted;
};
