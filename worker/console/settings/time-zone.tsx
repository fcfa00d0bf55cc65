import type { ConsoleContext } from '../kit/app.ts';
import { type Choice, ErrorSummary, Select, type Submitted } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { settingWords } from './words.ts';

/** Every time zone by its IANA name; UTC is among the platform's only by other names. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The form for the operator's time zone. */
export const TimeZoneForm = ({ c, submitted }: { c: ConsoleContext; submitted: Submitted }) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
  return (
    <form method="post" action="/console/settings/time-zone" class="sheet">
      <h2>{own.timeZone}</h2>
      <ErrorSummary submitted={submitted} words={words} />
      <Select
        name="time-zone"
        label={own.timeZone}
        help={own.timeZoneHelp}
        value={c.get('timeZone')}
        choices={zones.map((zone): Choice => [zone, zone.replaceAll('_', ' ')])}
        submitted={submitted}
      />
      <SubmitButton label={words.save} />
    </form>
  );
};
