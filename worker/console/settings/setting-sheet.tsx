import type { Child } from 'hono/jsx';
import type { ConsoleContext } from '../kit/app.ts';
import { ErrorSummary, type Submitted } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { wordsOf } from '../kit/words.ts';

/** A form of its own for one group of settings: its title, what was wrong, its fields and Save. */
export const SettingSheet = ({
  c,
  group,
  title,
  intro,
  submitted,
  children,
}: {
  c: ConsoleContext;
  group: string;
  title: string;
  intro?: string;
  submitted: Submitted;
  children: Child;
}) => (
  <form method="post" action={`/console/settings/${group}`} class="sheet">
    <h2>{title}</h2>
    {intro ? <p class="intro">{intro}</p> : null}
    <ErrorSummary submitted={submitted} words={wordsOf(c)} />
    {children}
    <SubmitButton label={wordsOf(c).save} />
  </form>
);
