import { Hono } from 'hono';
import { saveSetting } from '../../admin/settings/save.ts';
import type { SettingKey } from '../../contract/settings.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { callerOf } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { Checkbox, ErrorSummary, Field, Select, type Submitted, TextArea } from '../kit/fields.tsx';
import { redirectWith } from '../kit/flash.ts';
import { requireRight } from '../kit/guard.ts';
import { attempt, isChecked, numberOf, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { BrandingForm, brandingFrom } from './branding.tsx';
import { settingWords } from './words.ts';

/** Settings that are a number of days or hours, in the groups that they stand in. */
const numbers = {
  links: ['confirm-hours', 'unconfirmed-days', 'preferences-days'],
  keeping: [
    'evidence-days',
    'mail-days',
    'submission-days',
    'stale-days',
    'erasure-days',
    'notice-days',
  ],
} as const;

const readAll = async (db: Database) => {
  const [confirmDefault, sender, rule, basis, hosts, branding, lists, ...days] = await Promise.all([
    readSetting(db, 'confirm-default'),
    readSetting(db, 'sender'),
    readSetting(db, 'mailing-rule'),
    readSetting(db, 'default-legal-basis'),
    readSetting(db, 'redirect-hosts'),
    readSetting(db, 'branding'),
    readWholeLists(db),
    ...[...numbers.links, ...numbers.keeping].map(
      async (key) => [key, String(await readSetting(db, key))] as const,
    ),
  ]);
  return {
    confirmDefault,
    sender,
    rule,
    basis,
    hosts,
    branding,
    lists,
    days: Object.fromEntries(days),
  };
};

/** The settings that a posted form holds: each group is a form of its own. */
const settingsFrom = (group: string, posted: Posted): [SettingKey, unknown][] => {
  const days = (keys: readonly SettingKey[]): [SettingKey, unknown][] =>
    keys.map((key) => [key, numberOf(posted, key)]);
  switch (group) {
    case 'sender':
      return [
        [
          'sender',
          { name: textOf(posted, 'name').trim(), address: textOf(posted, 'address').trim() },
        ],
      ];
    case 'links':
      return [['confirm-default', isChecked(posted, 'confirm-default')], ...days(numbers.links)];
    case 'keeping':
      return days(numbers.keeping);
    case 'mailing':
      return [
        ['mailing-rule', textOf(posted, 'mailing-rule')],
        ['default-legal-basis', textOf(posted, 'default-legal-basis')],
        ['redirect-hosts', textOf(posted, 'redirect-hosts').split(/\s+/).filter(Boolean)],
      ];
    default:
      return [];
  }
};

const showSettings = async (c: ConsoleContext, group?: string, submitted: Submitted = {}) => {
  const words = wordsOf(c);
  const own = localised(c, settingWords);
  const all = await readAll(c.get('db'));
  const locale = localeOf(c);
  const of = (name: string): Submitted => (name === group ? submitted : {});
  const Days = ({ keys, name }: { keys: readonly SettingKey[]; name: string }) => (
    <>
      {keys.map((key) => (
        <Field
          name={key}
          type="number"
          min={0}
          label={own.days[key] ?? key}
          help={own.help[key]}
          value={all.days[key]}
          submitted={of(name)}
        />
      ))}
    </>
  );
  const save = (
    <p class="buttons">
      <button class="main">{words.save}</button>
    </p>
  );
  return show(
    c,
    {
      title: words.settings,
      children: (
        <>
          <form method="post" action="/console/settings/sender" class="sheet">
            <h2>{own.sender}</h2>
            <ErrorSummary submitted={of('sender')} words={words} />
            <Field
              name="name"
              label={words.name}
              value={all.sender.name}
              submitted={of('sender')}
            />
            <Field
              name="address"
              type="email"
              label={words.email}
              help={own.senderHelp}
              value={all.sender.address}
              submitted={of('sender')}
            />
            {save}
          </form>
          <form method="post" action="/console/settings/mailing" class="sheet">
            <h2>{own.mailing}</h2>
            <ErrorSummary submitted={of('mailing')} words={words} />
            <Select
              name="mailing-rule"
              label={own.rule}
              value={all.rule}
              choices={[
                ['consent', own.ruleConsent],
                ['subscription', own.ruleSubscription],
              ]}
              submitted={of('mailing')}
            />
            <Select
              name="default-legal-basis"
              label={own.basis}
              help={own.basisHelp}
              value={all.basis}
              choices={all.lists['legal-bases'].map(
                ({ key, texts }) =>
                  [key, `${key} · ${(texts[locale] ?? texts.en)?.name ?? ''}`] as const,
              )}
              submitted={of('mailing')}
            />
            <TextArea
              name="redirect-hosts"
              label={own.hosts}
              help={own.hostsHelp}
              value={all.hosts.join('\n')}
              submitted={of('mailing')}
            />
            {save}
          </form>
          <form method="post" action="/console/settings/links" class="sheet">
            <h2>{own.links}</h2>
            <ErrorSummary submitted={of('links')} words={words} />
            <Checkbox
              name="confirm-default"
              label={own.confirmDefault}
              checked={all.confirmDefault}
            />
            <Days keys={numbers.links} name="links" />
            {save}
          </form>
          <form method="post" action="/console/settings/keeping" class="sheet">
            <h2>{own.keeping}</h2>
            <p class="intro">{own.keepingIntro}</p>
            <ErrorSummary submitted={of('keeping')} words={words} />
            <Days keys={numbers.keeping} name="keeping" />
            {save}
          </form>
          <BrandingForm c={c} branding={all.branding} submitted={of('branding')} />
        </>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};

/** What an operator sets for all forms, letters and pages. */
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
    const saved = await attempt(async () => {
      for (const [key, value] of settingsFrom(group, posted))
        await saveSetting(callerOf(c), key, value);
    });
    if (!saved.ok) return showSettings(c, group, { values: posted, errors: saved.errors });
    return redirectWith(c, '/settings', 'saved');
  });
