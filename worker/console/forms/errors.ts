import type { Draft } from '../../contract/draft.ts';
import type { FieldError } from '../../contract/problem.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { PlacedError } from '../kit/fields.tsx';
import { placeIn } from './place.ts';

/** Says where in the editor each error is, so that it is shown there and by what people call the place. */
export const placed = (
  c: ConsoleContext,
  draft: Draft,
  errors: readonly FieldError[],
): PlacedError[] =>
  errors.map(({ field, code, message }) => {
    const { name, control } = placeIn(c, draft, field);
    return { field: control, label: name, code, message };
  });
