import { Hono } from 'hono';
import { saveSetting } from '../../admin/settings/save.ts';
import { callerOf } from '../../platform/caller.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import type { Submitted } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { attempt, readPosted } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { wordsOf } from '../kit/words.ts';
import { BrandingForm } from './branding.tsx';
import { brandingFrom } from './branding-posted.ts';
import { ControllerForm, controllerFrom, readController } from './controller.tsx';
import {
  LinksForm,
  MailingForm,
  RetentionForm,
  readSettings,
  SenderForm,
  settingsFrom,
} from './setting-forms.tsx';
import { TimeZoneForm } from './time-zone.tsx';

/** Shows every setting; `submitted` is what was refused in the form of this group. */
const showSettings = async (c: ConsoleContext, group?: string, submitted: Submitted = {}) => {
  const [settings, controller] = await Promise.all([
    readSettings(c.get('db')),
    readController(c.get('db')),
  ]);
  const submittedIn = (name: string): Submitted => (name === group ? submitted : {});
  return show(
    c,
    {
      title: wordsOf(c).settings,
      children: (
        <>
          <ControllerForm c={c} settings={controller} submitted={submittedIn('controller')} />
          <SenderForm c={c} settings={settings} submitted={submittedIn('sender')} />
          <TimeZoneForm c={c} submitted={submittedIn('time-zone')} />
          <MailingForm c={c} settings={settings} submitted={submittedIn('mailing')} />
          <LinksForm c={c} settings={settings} submitted={submittedIn('links')} />
          <RetentionForm c={c} settings={settings} submitted={submittedIn('keeping')} />
          <BrandingForm c={c} branding={settings.branding} submitted={submittedIn('branding')} />
        </>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** Names the control of an error: a setting that is one value, or an entry of a list, has the setting's own name. */
const controlOf = (key: string, field: string): string => {
  if (field === '') return key;
  return /^\d+$/.test(field) ? `${key}.${field}` : field;
};

/** Shows and saves what an operator sets for all forms, emails and pages. */
export const settingScreens = new Hono<ConsoleApp>()
  .use(requireRight('settings'))
  .get('/', (c) => showSettings(c))
  .post('/branding', async (c) => {
    const branding = await brandingFrom(c);
    const saved = await attempt(() => saveSetting(callerOf(c), 'branding', branding));
    if (!saved.ok) return showSettings(c, 'branding', { errors: saved.errors });
    return redirectWith(c, '/settings', 'saved');
  })
  .post('/:group', async (c) => {
    const group = c.req.param('group');
    const posted = await readPosted(c);
    const settings = group === 'controller' ? controllerFrom(posted) : settingsFrom(group, posted);
    for (const [key, value] of settings) {
      const saved = await attempt(() => saveSetting(callerOf(c), key, value));
      if (saved.ok) continue;
      const errors = saved.errors.map((error) => ({
        ...error,
        field: controlOf(key, error.field),
      }));
      return showSettings(c, group, { values: posted, errors });
    }
    return redirectWith(c, '/settings', 'saved');
  });
