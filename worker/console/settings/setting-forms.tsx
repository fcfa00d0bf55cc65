import { hostPattern, type SettingKey } from '../../contract/settings.ts';
import { readWholeLists } from '../../lists/whole.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Editable } from '../kit/editable.tsx';
import { Checkbox, type Choice, Field, Select, type Submitted } from '../kit/fields.tsx';
import { ListField } from '../kit/list-field.tsx';
import { isChecked, numberOf, type Posted, textOf, textsOf } from '../kit/posted.ts';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { SettingSheet } from './setting-sheet.tsx';
import { settingWords } from './words.ts';

/** Settings that are a number of days or hours, by their group: each group is a form of its own. */
const durations = {
  links: ['confirm-hours', 'unconfirmed-days', 'preferences-days'],
  retention: [
    'evidence-days',
    'mail-days',
    'submission-days',
    'stale-days',
    'erasure-days',
    'notice-days',
  ],
} as const;

/** Reads every setting, and the lists that the user chooses from. */
export const readSettings = async (db: Database) => {
  const [
    confirmDefault,
    heedsPrivacyControl,
    sender,
    timeZone,
    rule,
    basis,
    hosts,
    branding,
    lists,
    ...days
  ] = await Promise.all([
    readSetting(db, 'confirm-default'),
    readSetting(db, 'heed-privacy-control'),
    readSetting(db, 'sender'),
    readSetting(db, 'time-zone'),
    readSetting(db, 'mailing-rule'),
    readSetting(db, 'default-legal-basis'),
    readSetting(db, 'redirect-hosts'),
    readSetting(db, 'branding'),
    readWholeLists(db),
    ...[...durations.links, ...durations.retention].map(
      async (key) => [key, String(await readSetting(db, key))] as const,
    ),
  ]);
  return {
    confirmDefault,
    heedsPrivacyControl,
    sender,
    timeZone,
    rule,
    basis,
    hosts,
    branding,
    lists,
    days: Object.fromEntries(days),
  };
};
type Settings = Awaited<ReturnType<typeof readSettings>>;

const durationsFrom = (keys: readonly SettingKey[], posted: Posted): [SettingKey, unknown][] =>
  keys.map((key) => [key, numberOf(posted, key)]);

const hostsIn = (posted: Posted): string[] =>
  textsOf(posted, 'redirect-hosts').flatMap((text) => text.split(/\s+/).filter(Boolean));

/** Returns the settings that a posted form holds, by their group. */
export const settingsFrom = (group: string, posted: Posted): [SettingKey, unknown][] => {
  switch (group) {
    case 'sender': {
      const name = textOf(posted, 'name').trim();
      return [['sender', { name, address: textOf(posted, 'address').trim() }]];
    }
    case 'time-zone':
      return [['time-zone', textOf(posted, 'time-zone')]];
    case 'links':
      return [
        ['confirm-default', isChecked(posted, 'confirm-default')],
        ...durationsFrom(durations.links, posted),
      ];
    case 'keeping':
      return durationsFrom(durations.retention, posted);
    case 'mailing':
      return [
        ['mailing-rule', textOf(posted, 'mailing-rule')],
        ['heed-privacy-control', isChecked(posted, 'heed-privacy-control')],
        ['default-legal-basis', textOf(posted, 'default-legal-basis')],
        ['redirect-hosts', hostsIn(posted)],
      ];
    default:
      return [];
  }
};

type FormProps = {
  c: ConsoleContext;
  settings: Settings;
  editable: Editable;
  submitted: Submitted;
};

/** The form for the name and the address that emails are from. */
export const SenderForm = ({ c, settings: { sender }, editable, submitted }: FormProps) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
  return (
    <SettingSheet c={c} group="sender" title={own.sender} editable={editable} submitted={submitted}>
      <Field name="name" label={words.name} value={sender.name} submitted={submitted} />
      <Field
        name="address"
        type="email"
        label={words.email}
        help={own.senderHelp}
        value={sender.address}
        submitted={submitted}
      />
    </SettingSheet>
  );
};

const LegalBasisField = ({
  c,
  settings: { basis, lists },
  submitted,
}: Omit<FormProps, 'editable'>) => {
  const own = localised(c, settingWords);
  const locale = localeOf(c);
  return (
    <Select
      name="default-legal-basis"
      label={own.defaultLegalBasis}
      help={own.defaultLegalBasisHelp}
      value={basis}
      choices={lists['legal-bases'].map(
        ({ key, texts }): Choice => [key, `${key} · ${(texts[locale] ?? texts.en)?.name ?? ''}`],
      )}
      submitted={submitted}
    />
  );
};

/** The form for what a mailing needs, the default legal basis, and the hosts that forms may redirect to. */
export const MailingForm = ({ c, settings, editable, submitted }: FormProps) => {
  const own = localised(c, settingWords);
  return (
    <SettingSheet
      c={c}
      group="mailing"
      title={own.mailing}
      editable={editable}
      submitted={submitted}
    >
      <Select
        name="mailing-rule"
        label={own.mailingRule}
        value={settings.rule}
        choices={[
          ['consent', own.mailingRuleConsent],
          ['subscription', own.mailingRuleSubscription],
        ]}
        submitted={submitted}
      />
      <Checkbox
        name="heed-privacy-control"
        label={own.heedPrivacyControl}
        help={own.heedPrivacyControlHelp}
        checked={settings.heedsPrivacyControl}
        submitted={submitted}
      />
      <LegalBasisField c={c} settings={settings} submitted={submitted} />
      <ListField
        c={c}
        name="redirect-hosts"
        label={own.redirectHosts}
        help={own.redirectHostsHelp}
        wrong={own.redirectHostWrong}
        pattern={hostPattern.source}
        add={own.addRedirectHost}
        values={settings.hosts}
        own={submitted.values && hostsIn(submitted.values)}
        submitted={submitted}
      />
    </SettingSheet>
  );
};

const DurationFields = ({
  c,
  keys,
  settings,
  submitted,
}: Omit<FormProps, 'editable'> & { keys: readonly SettingKey[] }) => {
  const own = localised(c, settingWords);
  return (
    <>
      {keys.map((key) => (
        <Field
          name={key}
          type="number"
          min={0}
          label={own.days[key] ?? key}
          help={own.help[key]}
          value={settings.days[key]}
          submitted={submitted}
        />
      ))}
    </>
  );
};

/** The form for double opt-in, and for how long links are valid. */
export const LinksForm = ({ c, settings, editable, submitted }: FormProps) => {
  const own = localised(c, settingWords);
  return (
    <SettingSheet c={c} group="links" title={own.links} editable={editable} submitted={submitted}>
      <Checkbox
        name="confirm-default"
        label={own.doubleOptInDefault}
        checked={settings.confirmDefault}
        submitted={submitted}
      />
      <DurationFields c={c} keys={durations.links} settings={settings} submitted={submitted} />
    </SettingSheet>
  );
};

/** The form for retention periods. */
export const RetentionForm = ({ c, settings, editable, submitted }: FormProps) => {
  const own = localised(c, settingWords);
  return (
    <SettingSheet
      c={c}
      group="keeping"
      title={own.retention}
      intro={own.retentionIntro}
      editable={editable}
      submitted={submitted}
    >
      <DurationFields c={c} keys={durations.retention} settings={settings} submitted={submitted} />
    </SettingSheet>
  );
};
