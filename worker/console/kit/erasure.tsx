import { ErasureReason } from '../../contract/erasing.ts';
import type { ConsoleContext } from './app.ts';
import { type Choice, Select, type Submitted } from './fields.tsx';
import { type ConsoleLocale, localised } from './words.ts';

const en = {
  label: 'Reason for erasing',
  select: 'Select a reason',
  help: 'The address goes on the suppression list, so that no import brings it back. If it was imported by mistake it does not, unless the person had said no to something.',
  reasons: {
    request: 'The person asked for it',
    'imported-by-mistake': 'Imported by mistake',
    retention: 'The retention period is over',
    other: 'Another reason',
  } satisfies Record<ErasureReason, string>,
};

const erasureWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    label: 'Årsag til sletningen',
    select: 'Vælg en årsag',
    help: 'Adressen kommer på spærrelisten, så ingen import bringer den tilbage. Det gør den ikke, hvis den blev importeret ved en fejl, medmindre personen havde sagt nej til noget.',
    reasons: {
      request: 'Personen bad om det',
      'imported-by-mistake': 'Importeret ved en fejl',
      retention: 'Opbevaringsperioden er slut',
      other: 'En anden årsag',
    },
  },
};

/** Selects why people are erased; `name` where a form beside it has a reason of its own. */
export const ErasureReasonSelect = ({
  c,
  name = 'reason',
  submitted,
}: {
  c: ConsoleContext;
  name?: string;
  submitted: Submitted;
}) => {
  const own = localised(c, erasureWords);
  const choices = ErasureReason.options.map((reason): Choice => [reason, own.reasons[reason]]);
  return (
    <Select
      name={name}
      label={own.label}
      help={own.help}
      choices={choices}
      placeholder={own.select}
      required
      submitted={submitted}
    />
  );
};
