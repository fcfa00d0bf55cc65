import { type Context, Hono } from 'hono';
import { saveSetting } from '../../admin/settings/save.ts';
import type { SettingKey } from '../../contract/settings.ts';
import { readWholeLists } from '../../lists/whole.ts';
import { callerOf } from '../../platform/caller.ts';
import type { Database } from '../../platform/database.ts';
import { readSetting } from '../../settings/store.ts';
import type { ConsoleApp } from '../kit/app.ts';
import { may } from '../kit/guard.ts';
import { Area, Check, Field, type Given, Select, Wrong } from '../kit/parts.tsx';
import { isTicked, numberOf, type Posted, readPosted, textOf, tried } from '../kit/posted.ts';
import { leadTo, show } from '../kit/shell.tsx';
import { localeOf, said, wordsOf } from '../kit/words/words.ts';
import { BrandingForm, postedBranding } from './branding.tsx';
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
const postedSettings = (group: string, posted: Posted): [SettingKey, unknown][] => {
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
      return [['confirm-default', isTicked(posted, 'confirm-default')], ...days(numbers.links)];
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

const showSettings = async (c: Context<ConsoleApp>, group?: string, given: Given = {}) => {
  const words = wordsOf(c);
  const mine = said(c, settingWords);
  const all = await readAll(c.get('db'));
  const locale = localeOf(c);
  const of = (name: string): Given => (name === group ? given : {});
  const Days = ({ keys, name }: { keys: readonly SettingKey[]; name: string }) => (
    <>
      {keys.map((key) => (
        <Field
          name={key}
          type="number"
          min={0}
          label={mine.days[key] ?? key}
          help={mine.help[key]}
          value={all.days[key]}
          given={of(name)}
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
            <h2>{mine.sender}</h2>
            <Wrong given={of('sender')} words={words} />
            <Field name="name" label={words.name} value={all.sender.name} given={of('sender')} />
            <Field
              name="address"
              type="email"
              label={words.email}
              help={mine.senderHelp}
              value={all.sender.address}
              given={of('sender')}
            />
            {save}
          </form>
          <form method="post" action="/console/settings/mailing" class="sheet">
            <h2>{mine.mailing}</h2>
            <Wrong given={of('mailing')} words={words} />
            <Select
              name="mailing-rule"
              label={mine.rule}
              value={all.rule}
              choices={[
                ['consent', mine.ruleConsent],
                ['subscription', mine.ruleSubscription],
              ]}
              given={of('mailing')}
            />
            <Select
              name="default-legal-basis"
              label={mine.basis}
              help={mine.basisHelp}
              value={all.basis}
              choices={all.lists['legal-bases'].map(
                ({ key, texts }) =>
                  [key, `${key} · ${(texts[locale] ?? texts.en)?.name ?? ''}`] as const,
              )}
              given={of('mailing')}
            />
            <Area
              name="redirect-hosts"
              label={mine.hosts}
              help={mine.hostsHelp}
              value={all.hosts.join('\n')}
              given={of('mailing')}
            />
            {save}
          </form>
          <form method="post" action="/console/settings/links" class="sheet">
            <h2>{mine.links}</h2>
            <Wrong given={of('links')} words={words} />
            <Check
              name="confirm-default"
              label={mine.confirmDefault}
              checked={all.confirmDefault}
            />
            <Days keys={numbers.links} name="links" />
            {save}
          </form>
          <form method="post" action="/console/settings/keeping" class="sheet">
            <h2>{mine.keeping}</h2>
            <p class="intro">{mine.keepingIntro}</p>
            <Wrong given={of('keeping')} words={words} />
            <Days keys={numbers.keeping} name="keeping" />
            {save}
          </form>
          <BrandingForm c={c} branding={all.branding} given={of('branding')} />
        </>
      ),
    },
    given.errors ? 422 : 200,
  );
};

/** What an operator sets for all forms, letters and pages. */
export const settingScreens = new Hono<ConsoleApp>()
  .use(may('settings'))
  .get('/', (c) => showSettings(c))
  .post('/branding', async (c) => {
    const branding = await postedBranding(c);
    const saved = await tried(() => saveSetting(callerOf(c), 'branding', branding));
    if (!saved.ok) return showSettings(c, 'branding', { errors: saved.errors });
    return leadTo(c, '/settings', 'saved');
  })
  .post('/:group', async (c) => {
    const group = c.req.param('group');
    const posted = await readPosted(c);
    const saved = await tried(async () => {
      for (const [key, value] of postedSettings(group, posted))
        await saveSetting(callerOf(c), key, value);
    });
    if (!saved.ok) return showSettings(c, group, { values: posted, errors: saved.errors });
    return leadTo(c, '/settings', 'saved');
  });
