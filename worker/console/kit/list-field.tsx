import type { ConsoleContext } from './app.ts';
import { SavedNow, type Submitted } from './submitted.tsx';
import { wordsOf } from './words.ts';

type ListFieldProps = {
  c: ConsoleContext;
  name: string;
  label: string;
  help: string;
  /** What is said of a row while it does not match the pattern. */
  wrong: string;
  pattern: string;
  /** The button that adds a row. */
  add: string;
  /** What is saved; what was submitted is shown in its place. */
  values: readonly string[];
  /** What was submitted of it, and what of that was refused. */
  own?: readonly string[] | undefined;
  submitted?: Submitted;
};

const Row = ({
  c,
  name,
  label,
  wrong,
  pattern,
  value,
  at,
  error,
}: Pick<ListFieldProps, 'c' | 'name' | 'label' | 'wrong' | 'pattern'> & {
  value: string;
  at: number;
  error: string | undefined;
}) => {
  const id = `${name}.${at}`;
  return (
    <div class="row" data-row>
      <input
        id={id}
        name={name}
        value={value}
        aria-label={`${label} ${at + 1}`}
        aria-describedby={`${name}-help ${id}-error`}
        aria-invalid={error ? 'true' : undefined}
        data-pattern={pattern}
        data-wrong={wrong}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="button" class="small" data-remove hidden>
        {wordsOf(c).remove}
      </button>
      <small id={`${id}-error`} class="error">
        {error}
      </small>
    </div>
  );
};

/**
 * A list of short texts, a row each. The script adds and removes rows and checks them while they are typed;
 * without it there is always an empty row at the end, and one that is emptied is gone when the form is saved.
 */
export const ListField = ({
  c,
  name,
  label,
  help,
  add,
  values,
  own = values,
  submitted = {},
  ...row
}: ListFieldProps) => (
  <fieldset class="rows" data-rows>
    <legend>{label}</legend>
    <p id={`${name}-help`} class="help">
      {help}
    </p>
    {[...own, ''].map((value, at) => (
      <Row
        c={c}
        name={name}
        label={label}
        wrong={row.wrong}
        pattern={row.pattern}
        value={value}
        at={at}
        error={submitted.errors?.find(({ field }) => field === `${name}.${at}`)?.message}
      />
    ))}
    <SavedNow submitted={submitted} own={own.join(', ')} saved={values.join(', ')} />
    <button type="button" class="quiet small" data-add hidden>
      {add}
    </button>
  </fieldset>
);
