import type { ConsoleContext } from '../kit/app.ts';
import type { Editable } from '../kit/editable.tsx';
import { type Choice, Select, type Submitted } from '../kit/fields.tsx';
import { localised } from '../kit/words.ts';
import { SettingSheet } from './setting-sheet.tsx';
import { settingWords } from './words.ts';

/** Every time zone by its IANA name; UTC is among the platform's only by other names. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The form for the operator's time zone. */
export const TimeZoneForm = ({
  c,
  value,
  editable,
  submitted,
}: {
  c: ConsoleContext;
  value: string;
  editable: Editable;
  submitted: Submitted;
}) => {
  const own = localised(c, settingWords);
  return (
    <SettingSheet
      c={c}
      group="time-zone"
      title={own.timeZone}
      editable={editable}
      submitted={submitted}
    >
      <Select
        name="time-zone"
        label={own.timeZone}
        help={own.timeZoneHelp}
        value={value}
        choices={zones.map((zone): Choice => [zone, zone.replaceAll('_', ' ')])}
        submitted={submitted}
      />
    </SettingSheet>
  );
};
