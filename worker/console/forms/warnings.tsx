import type { Warning } from '../../contract/forms.ts';
import { fill, localised } from '../kit/words.ts';
import type { Editing } from './editing.ts';
import { styleWords } from './words/style.ts';
import { warningWords } from './words/warnings.ts';

const MAX_FIELDS = 6;
/** So many warnings are shown at once; more are folded up. */
const MAX_OPEN = 3;

const textOf = ({ c, names }: Editing, warning: Warning): string => {
  const style = localised(c, styleWords);
  const text = localised(c, warningWords).texts[warning.code];
  return fill(text, {
    ...warning,
    ...('purpose' in warning ? { purpose: names.name('purposes', warning.purpose) } : {}),
    ...('fields' in warning ? { fields: warning.fields.slice(0, MAX_FIELDS).join(', ') } : {}),
    ...('scheme' in warning ? { scheme: style[warning.scheme] } : {}),
    ...('token' in warning ? { token: style.tokens[warning.token] } : {}),
  });
};

/** Lists what could be better about a form. */
export const Warnings = ({ editing }: { editing: Editing }) => {
  const { c, warnings } = editing;
  if (warnings.length === 0) return null;
  return (
    <details class="warning" open={warnings.length <= MAX_OPEN}>
      <summary>
        {localised(c, warningWords).title} ({warnings.length})
      </summary>
      <ul>
        {warnings.map((warning) => (
          <li>{textOf(editing, warning)}</li>
        ))}
      </ul>
    </details>
  );
};
