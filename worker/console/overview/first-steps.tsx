import { type FirstStep, firstSteps } from '../../admin/overview/first-steps.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge } from '../kit/parts.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { overviewWords } from './words.ts';

/** The screen on which a step is taken. */
const screens: Record<FirstStep | 'sign-up', string> = {
  sender: '/settings',
  'privacy-link': '/lists',
  form: '/forms/new',
  origin: '/forms',
  'sign-up': '/forms',
};

const Step = ({
  c,
  step,
  isDone,
}: {
  c: ConsoleContext;
  step: FirstStep | 'sign-up';
  isDone: boolean;
}) => {
  const { title, text } = localised(c, overviewWords).steps[step];
  return (
    <li>
      <p>
        <a href={`/console${screens[step]}`}>{title}</a>{' '}
        {isDone ? <Badge is="good">{wordsOf(c).done}</Badge> : null}
      </p>
      <p class="help">{text}</p>
    </li>
  );
};

/** Leads a new installation to its first sign-up; each step is checked off by what is really there. */
export const FirstSteps = ({
  c,
  taken,
}: {
  c: ConsoleContext;
  taken: Readonly<Record<FirstStep, boolean>>;
}) => {
  const own = localised(c, overviewWords);
  return (
    <section class="card wide">
      <h2>{own.firstSteps}</h2>
      <p class="intro">{own.firstStepsText}</p>
      <ol class="steps">
        {firstSteps.map((step) => (
          <Step c={c} step={step} isDone={taken[step]} />
        ))}
        <Step c={c} step="sign-up" isDone={false} />
      </ol>
    </section>
  );
};
