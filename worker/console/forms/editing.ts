import type { Draft } from '../../contract/draft.ts';
import type { Warning } from '../../contract/forms.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import type { Names } from '../kit/names.ts';

/** What the editor shows: the draft in one language. */
export type Editing = {
  c: ConsoleContext;
  form: string;
  draft: Draft;
  names: Names;
  /** The language whose texts are written. */
  locale: string;
  warnings: readonly Warning[];
  submitted: Submitted;
  said?: string;
};
