import type { Child } from 'hono/jsx';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { ErrorSummary, type Submitted } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { wordsOf } from '../kit/words.ts';

/** A form of its own for one group of settings: its title, what was wrong, its fields and Save. */
export const SettingSheet = ({
  c,
  group,
  title,
  intro,
  editable,
  submitted,
  children,
}: {
  c: ConsoleContext;
  group: string;
  title: string;
  intro?: string;
  editable: Editable;
  submitted: Submitted;
  children: Child;
}) => (
  <form method="post" action={`/console/settings/${group}`} class="sheet">
    <h2>{title}</h2>
    {intro ? <p class="intro">{intro}</p> : null}
    <EditedFrom c={c} editable={editable} submitted={submitted} />
    <ErrorSummary submitted={submitted} words={wordsOf(c)} />
    {children}
    <SubmitButton label={wordsOf(c).save} />
  </form>
);
