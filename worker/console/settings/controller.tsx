import type { Setting, SettingKey } from '../../contract/settings.ts';
import { countries } from '../../forms/countries.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleContext } from '../kit/app.ts';
import type { Editable } from '../kit/editable.tsx';
import { type Choice, Field, Select, type Submitted, TextArea } from '../kit/fields.tsx';
import { type Posted, textOf } from '../kit/posted.ts';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { SettingSheet } from './setting-sheet.tsx';
import { settingWords } from './words.ts';

/** What proofs and the record of processing say of the controller. */
export type ControllerSettings = {
  controller: Setting<'controller'>;
  jurisdiction: string;
  storage: string;
};

export const readController = async (db: Database): Promise<ControllerSettings> => {
  const [controller, jurisdiction, storage] = await Promise.all([
    readSetting(db, 'controller'),
    readSetting(db, 'jurisdiction'),
    readSetting(db, 'storage'),
  ]);
  return { controller, jurisdiction, storage };
};

/** Other forms of the screen have fields of the same names, and an id stands in a page once. */
const PREFIX = 'controller-';
const parts = ['name', 'address', 'email', 'url', 'officer'];

/** Names the control that holds a part of who the controller is. */
export const controllerControl = (part: string): string => `${PREFIX}${part}`;

/** Returns the settings that the posted form holds. */
export const controllerFrom = (posted: Posted): [SettingKey, unknown][] => {
  const said = (name: string) => textOf(posted, controllerControl(name)).trim();
  return [
    ['controller', Object.fromEntries(parts.map((name) => [name, said(name)]))],
    ['jurisdiction', textOf(posted, 'jurisdiction')],
    ['storage', textOf(posted, 'storage').trim()],
  ];
};

const Identity = ({
  c,
  controller,
  submitted,
}: {
  c: ConsoleContext;
  controller: ControllerSettings['controller'];
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
  const { name, address, email, url, officer } = controller;
  const field = (key: string) => ({ name: controllerControl(key), submitted });
  return (
    <>
      <Field {...field('name')} label={own.controllerName} value={name} />
      <TextArea {...field('address')} label={own.controllerAddress} value={address} />
      <Field {...field('email')} type="email" label={words.email} value={email} />
      <Field {...field('url')} type="url" label={own.controllerUrl} value={url} />
      <Field {...field('officer')} label={own.officer} help={own.officerHelp} value={officer} />
    </>
  );
};

/** The form for whose consents these are, under which law, and where they are stored (GDPR art. 30). */
export const ControllerForm = ({
  c,
  settings: { controller, jurisdiction, storage },
  editable,
  submitted,
}: {
  c: ConsoleContext;
  settings: ControllerSettings;
  editable: Editable;
  submitted: Submitted;
}) => {
  const own = localised(c, settingWords);
  return (
    <SettingSheet
      c={c}
      group="controller"
      title={own.controller}
      intro={own.controllerIntro}
      editable={editable}
      submitted={submitted}
    >
      <Identity c={c} controller={controller} submitted={submitted} />
      <Select
        name="jurisdiction"
        label={own.jurisdiction}
        value={jurisdiction}
        placeholder=""
        choices={countries(localeOf(c)).map(({ value, label }): Choice => [value, label])}
        submitted={submitted}
      />
      <Field
        name="storage"
        label={own.storage}
        help={own.storageHelp}
        value={storage}
        submitted={submitted}
      />
    </SettingSheet>
  );
};
