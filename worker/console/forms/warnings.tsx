import type { Warning } from '../../contract/forms.ts';
import { fill, languageName, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { placeIn } from './place.ts';
import { styleWords } from './words/style.ts';
import { warningWords } from './words/warnings.ts';

const MAX_FIELDS = 6;
/** So many warnings are shown at once; more are folded up. */
const MAX_OPEN = 3;

type Warned = Pick<Editing, 'c' | 'draft' | 'names' | 'warnings'>;

const textOf = ({ c, draft, names }: Warned, warning: Warning): string => {
  const style = localised(c, styleWords);
  const text = localised(c, warningWords).texts[warning.code];
  const placesOf = (paths: readonly string[]): string =>
    paths
      .slice(0, MAX_FIELDS)
      .map((path) => placeIn(c, draft, path).name.replace(/ \([^)]*\)$/, ''))
      .join(', ');
  return fill(text, {
    ...warning,
    ...('purpose' in warning ? { purpose: names.name('purposes', warning.purpose) } : {}),
    ...('fields' in warning ? { fields: placesOf(warning.fields) } : {}),
    ...('locale' in warning ? { locale: languageName(c, warning.locale) } : {}),
    ...('scheme' in warning ? { scheme: style[warning.scheme] } : {}),
    ...('token' in warning ? { token: style.tokens[warning.token] } : {}),
  });
};

/** Lists what could be better about a form. */
export const WarningList = (warned: Warned) => (
  <ul>
    {warned.warnings.map((warning) => (
      <li>{textOf(warned, warning)}</li>
    ))}
  </ul>
);

/** Lists what could be better about a form, above its editor. */
export const Warnings = ({ editing }: { editing: Editing }) => {
  const { c, draft, names, warnings } = editing;
  if (warnings.length === 0) return null;
  return (
    <details class="warning" open={warnings.length <= MAX_OPEN}>
      <summary>
        {localised(c, warningWords).title} ({warnings.length})
      </summary>
      <WarningList c={c} draft={draft} names={names} warnings={warnings} />
    </details>
  );
};
