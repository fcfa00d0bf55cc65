import { Hono } from 'hono';
import { settingEdit } from '../../admin/settings/save.ts';
import type { SettingKey } from '../../contract/settings.ts';
import { callerOf } from '../../platform/caller.ts';
import { readProviders } from '../../signals/providers.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { readEditable } from '../kit/editable.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { type Posted, readPosted } from '../kit/posted.ts';
import { editsOf, savePosted, settingControl } from '../kit/posted-settings.ts';
import { show } from '../kit/shell.tsx';
import { type Submitted, statusOf } from '../kit/submitted.tsx';
import { wordsOf } from '../kit/words.ts';
import { BrandingForm } from './branding.tsx';
import { brandingFrom } from './branding-posted.ts';
import {
  ControllerForm,
  controllerControl,
  controllerFrom,
  readController,
} from './controller.tsx';
import {
  LinksForm,
  MailingForm,
  RetentionForm,
  readSettings,
  SenderForm,
  settingsFrom,
} from './setting-forms.tsx';
import { Signals } from './signals.tsx';
import { TimeZoneForm } from './time-zone.tsx';

type Group = 'controller' | 'sender' | 'time-zone' | 'mailing' | 'links' | 'keeping' | 'branding';

const settingsIn = (group: string, posted: Posted): [SettingKey, unknown][] =>
  group === 'controller' ? controllerFrom(posted) : settingsFrom(group, posted);

/** The settings that the form of a group holds, in its order. */
const objectsOf = (group: Group): string[] =>
  group === 'branding' ? [settingEdit('branding')] : editsOf(settingsIn(group, {}));

/** Shows every setting; `submitted` is what was refused in the form of this group. */
const showSettings = async (c: ConsoleContext, refused?: string, submitted: Submitted = {}) => {
  const of = async (group: Group) => {
    const own = group === refused ? submitted : {};
    return { c, submitted: own, editable: await readEditable(c, objectsOf(group), own) };
  };
  const [controller, sender, zone, mailing, links, keeping, branding, settings, said, providers] =
    await Promise.all([
      of('controller'),
      of('sender'),
      of('time-zone'),
      of('mailing'),
      of('links'),
      of('keeping'),
      of('branding'),
      readSettings(c.get('db')),
      readController(c.get('db')),
      readProviders(callerOf(c)),
    ]);
  return show(
    c,
    {
      title: wordsOf(c).settings,
      children: (
        <>
          <ControllerForm settings={said} {...controller} />
          <SenderForm settings={settings} {...sender} />
          <TimeZoneForm value={settings.timeZone} {...zone} />
          <MailingForm settings={settings} {...mailing} />
          <Signals c={c} providers={providers} />
          <LinksForm settings={settings} {...links} />
          <RetentionForm settings={settings} {...keeping} />
          <BrandingForm branding={settings.branding} {...branding} />
        </>
      ),
    },
    statusOf(submitted),
  );
};

/** Names the control of an error: those of the controller have a prefix. */
const controlOf = (key: SettingKey, field: string): string =>
  key === 'controller' ? controllerControl(field) : settingControl(key, field);

/** Shows and saves what an operator sets for all forms, emails and pages. */
export const settingScreens = new Hono<ConsoleApp>()
  .use(screenFor('settings'))
  .get('/', (c) => showSettings(c))
  .post('/branding', async (c) => {
    const { branding, values } = await brandingFrom(c);
    const saved = await savePosted(c, values, [['branding', branding]]);
    if (!saved.ok) return showSettings(c, 'branding', { values, errors: saved.errors });
    return redirectWith(c, '/settings', 'saved');
  })
  .post('/:group', async (c) => {
    const group = c.req.param('group');
    const posted = await readPosted(c);
    const saved = await savePosted(c, posted, settingsIn(group, posted), controlOf);
    if (!saved.ok) return showSettings(c, group, { values: posted, errors: saved.errors });
    return redirectWith(c, '/settings', 'saved');
  });
