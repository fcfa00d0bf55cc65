import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Right } from '../../worker/contract/rights.ts';
import { formsIn } from '../fuzz/pages.ts';
import {
  aDefinition,
  aForm,
  anEmail,
  as,
  aToken,
  call,
  findPerson,
  openForm,
  problemOf,
  signUp,
} from './builders.ts';
import { atConsole, aUser } from './console/signing-in.ts';

const Made = z.object({ id: z.string() });

const facts = { nature: 'A', consequences: 'B', measures: 'C', contact: 'D' };
const aBreach = async (): Promise<string> => {
  const { post } = await as(['breach']);
  const body = { title: 'Laptop', discoveredAt: 1764093600000, facts };
  return Made.parse(await (await post('/v1/breaches', body)).json()).id;
};

const aRequest = async (): Promise<number> => {
  const { post } = await as(['requests', 'people-read']);
  const email = anEmail();
  await signUp(await aForm(), email);
  const asked = { email, kind: 'rectification', channel: 'phone', identity: 'unchecked' };
  const taken = await post('/v1/requests', asked);
  return z.object({ number: z.number() }).parse(await taken.json()).number;
};

/** What is saved as a whole, by API: where it is read and saved, and what two people make of it. */
type Resource = {
  read: string;
  save?: string;
  make: (name: string) => unknown;
  /** What of it is then read, other than the name. */
  shows?: (name: string) => string;
};

const byRank = ({ length }: string) => `"rank":${length}`;

const resources: [string, () => Promise<Resource> | Resource][] = [
  [
    'the draft of a form',
    async () => {
      const read = `/v1/forms/${await aForm()}/draft`;
      return { read, make: (name) => aDefinition({ submit: { en: name } }) };
    },
  ],
  [
    'a published form',
    async () => {
      const save = `/v1/forms/${await aForm()}`;
      return {
        read: `${save}/draft`,
        save,
        make: (name) => aDefinition({ submit: { en: name, da: name } }),
      };
    },
  ],
  [
    'a setting',
    () => ({ read: '/v1/settings/sender', make: (name) => ({ name, address: 'us@site.test' }) }),
  ],
  [
    'a purpose',
    () => ({
      read: '/v1/purposes/e-marketing',
      make: (name) => ({ legalBasis: '61A', explicit: true, rank: name.length }),
      shows: byRank,
    }),
  ],
  [
    'a legal basis',
    () => ({ read: '/v1/legal-bases/61A', make: ({ length: rank }) => ({ rank }), shows: byRank }),
  ],
  [
    'a source',
    () => ({ read: '/v1/sources/manual', make: ({ length: rank }) => ({ rank }), shows: byRank }),
  ],
  [
    'a subscription type',
    () => ({
      read: '/v1/subscription-types/newsletter',
      make: ({ length: rank }) => ({ rank, purpose: 'e-marketing', channel: 'e-mail' }),
      shows: byRank,
    }),
  ],
  [
    'the texts of a purpose',
    () => ({
      read: '/v1/purposes/e-marketing/texts',
      save: '/v1/purposes/e-marketing/texts/en',
      make: (title) => ({
        title,
        approval: 'Yes.',
        notice: 'News.',
        description: 'Monthly.',
        privacyTitle: 'Privacy',
        privacyUrl: 'https://site.test/privacy',
      }),
    }),
  ],
  [
    'the texts of a subscription type',
    () => ({
      read: '/v1/subscription-types/newsletter/texts',
      save: '/v1/subscription-types/newsletter/texts/en',
      make: (name) => ({ name, description: 'Monthly.', frequency: '' }),
    }),
  ],
  [
    'the texts of an email',
    () => ({
      read: '/v1/mail/templates/confirmation/en',
      make: (subject) => ({ subject, body: 'Hello.', button: 'Go', footer: 'From us.' }),
    }),
  ],
  [
    'a user',
    async () => ({
      read: `/v1/users/${(await aUser(['forms'])).id}`,
      make: (name) => ({ name, rights: ['forms'] }),
    }),
  ],
  [
    'a webhook',
    async () => {
      const url = 'https://hooks.example.com/';
      const { post } = await as(['settings']);
      const answer = await post('/v1/webhooks', { name: 'CRM', url });
      const read = `/v1/webhooks/${Made.parse(await answer.json()).id}`;
      return { read, make: (name) => ({ name, url }) };
    },
  ],
  [
    'a breach case',
    async () => ({
      read: `/v1/breaches/${await aBreach()}`,
      make: (title) => ({ title, discoveredAt: 1764093600000, facts }),
    }),
  ],
  [
    'the assignment of a request',
    async () => {
      const read = `/v1/requests/${await aRequest()}`;
      const [mine, theirs] = [await aUser(['requests']), await aUser(['requests'])];
      const idOf = (name: string) => (name === 'Mine' ? mine : theirs).id;
      return {
        read,
        save: `${read}/assignee`,
        make: (name) => ({ assignee: idOf(name) }),
        shows: (name) => `"assignee":"${idOf(name)}"`,
      };
    },
  ],
];

describe('two who save at once by API', () => {
  test.each(resources)('are told of each other, and nothing is lost: %s', async (_, arrange) => {
    const { read, save = read, make, shows = (name) => name } = await arrange();
    const headers = { Authorization: `Bearer ${await aToken([...Right.options])}` };
    const put = (body: unknown, tag?: string | null) =>
      call(save, {
        method: 'PUT',
        headers: { ...headers, ...(tag ? { 'If-Match': tag } : {}) },
        body: JSON.stringify(body),
      });
    const tag = (await call(read, { headers })).headers.get('ETag');
    expect(tag).toMatch(/^"\d+"$/);

    const bodies = ['Mine', 'Theirs'].map(make);
    const answers = await Promise.all(bodies.map((body) => put(body, tag)));
    expect(answers.map(({ status }) => (status === 412 ? 412 : 200)).toSorted()).toEqual([
      200, 412,
    ]);
    const refused = answers.find(({ status }) => status === 412);
    const won = answers.find(({ status }) => status !== 412);
    expect(refused?.headers.get('ETag')).toBe(won?.headers.get('ETag'));
    const problem = refused && (await problemOf(refused));
    expect(problem).toMatchObject({
      type: '/problems/overtaken',
      savedBy: expect.stringMatching(/^api:/),
    });
    expect(problem?.savedAt).toBeGreaterThan(0);
    const stands = await call(read, { headers });
    expect(stands.headers.get('ETag')).toBe(won?.headers.get('ETag'));
    expect(await stands.text()).toContain(shows(answers[0] === won ? 'Mine' : 'Theirs'));

    const lost = bodies[answers[0] === won ? 1 : 0];
    expect((await put(lost, refused?.headers.get('ETag'))).ok).toBe(true);
    expect((await put(bodies[0], tag)).status).toBe(412);
    expect((await put(bodies[0], 'W/"0x"')).status).toBe(412);
    expect((await put(bodies[0])).ok).toBe(true);
  });

  test('of whom one drops a draft, never drop what they did not see', async () => {
    const path = `/v1/forms/${await aForm()}/draft`;
    const headers = { Authorization: `Bearer ${await aToken(['forms'])}` };
    const put = () => call(path, { method: 'PUT', headers, body: JSON.stringify(aDefinition()) });
    const tag = (await put()).headers.get('ETag') ?? '';
    await put();
    const drop = (seen: string) =>
      call(path, { method: 'DELETE', headers: { ...headers, 'If-Match': seen } });
    expect((await drop(tag)).status).toBe(412);
    const now = (await call(path, { headers })).headers.get('ETag') ?? '';
    expect((await drop(now)).status).toBe(204);
  });
});

describe('two who publish at once', () => {
  test('without saying what they saw, make a version each', async () => {
    const key = await aForm();
    const { put } = await as(['forms']);
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((text) =>
        put(`/v1/forms/${key}`, aDefinition({ submit: { en: text, da: text } })),
      ),
    );
    const versions = await Promise.all(
      answers.map(async (answer) => (await answer.json<{ version: number }>()).version),
    );
    expect(versions.toSorted()).toEqual([2, 3, 4]);
  });

  test('other words and a form show the newest of both', async () => {
    const key = await aForm();
    const { put } = await as(['forms', 'lists']);
    const words = (name: string) => ({ name, description: 'Monthly.', frequency: '' });
    const answers = await Promise.all([
      put('/v1/subscription-types/newsletter/texts/en', words('The weekly')),
      put(`/v1/forms/${key}`, aDefinition({ submit: { en: 'Join', da: 'Tilmeld' } })),
      put('/v1/subscription-types/invitations/texts/en', words('The feasts')),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    const shown = JSON.stringify(await openForm(key));
    for (const text of ['The weekly', 'The feasts', 'Join']) expect(shown).toContain(text);
  });
});

/** A form of a screen: where it stands and leads, and the control that two people fill in otherwise. */
type Sheet = {
  screen: string;
  action?: string;
  control: string;
  values?: readonly [string, string];
  /** How the values are shown, where that is by names. */
  named?: readonly [string, string];
  more?: Record<string, string>;
};

const sheets: [string, () => Promise<Sheet> | Sheet][] = [
  [
    'the controller',
    () => ({
      screen: '/settings',
      action: '/settings/controller',
      control: 'controller-name',
    }),
  ],
  ['the sender', () => ({ screen: '/settings', action: '/settings/sender', control: 'name' })],
  [
    'the time zone',
    () => ({
      screen: '/settings',
      action: '/settings/time-zone',
      control: 'time-zone',
      values: ['Europe/Copenhagen', 'Asia/Tokyo'],
    }),
  ],
  [
    'the rules of mailings',
    () => ({
      screen: '/settings',
      action: '/settings/mailing',
      control: 'redirect-hosts',
      values: ['one.test', 'other.test'],
    }),
  ],
  [
    'the life of links',
    () => ({
      screen: '/settings',
      action: '/settings/links',
      control: 'confirm-hours',
      values: ['31', '32'],
    }),
  ],
  [
    'retention',
    () => ({
      screen: '/settings',
      action: '/settings/keeping',
      control: 'mail-days',
      values: ['31', '32'],
    }),
  ],
  [
    'the branding',
    () => ({ screen: '/settings', action: '/settings/branding', control: 'en.title' }),
  ],
  [
    'who sees the log',
    () => ({
      screen: '/log',
      action: '/log/setting',
      control: 'timestamps',
      values: ['https://time.one.test', 'https://time.other.test'],
    }),
  ],
  [
    'the assignment of a request',
    async () => {
      const [mine, theirs] = [
        await aUser(['requests'], { name: 'Mine' }),
        await aUser(['requests'], { name: 'Theirs' }),
      ];
      const screen = `/requests/${await aRequest()}`;
      return {
        screen,
        action: `${screen}/assignee`,
        control: 'assignee',
        values: [mine.id, theirs.id],
        named: [mine.name, theirs.name],
      };
    },
  ],
  ['the recipients', () => ({ screen: '/register', control: 'recipients' })],
  [
    'a purpose',
    () => ({ screen: '/lists/purposes/e-marketing', control: 'rank', values: ['31', '32'] }),
  ],
  [
    'a legal basis',
    () => ({ screen: '/lists/legal-bases/61B', control: 'rank', values: ['3', '4'] }),
  ],
  ['a source', () => ({ screen: '/lists/sources/chat', control: 'rank', values: ['31', '32'] })],
  [
    'a subscription type',
    () => ({ screen: '/lists/subscription-types/newsletter', control: 'rank', values: ['3', '4'] }),
  ],
  [
    'the texts of an entry',
    () => ({
      screen: '/lists/sources/chat',
      action: '/lists/sources/chat/texts',
      control: 'en.name',
    }),
  ],
  ['a user', async () => ({ screen: `/users/${(await aUser(['forms'])).id}`, control: 'name' })],
  ['the texts of an email', () => ({ screen: '/mail/receipt/en', control: 'subject' })],
  ['a breach case', async () => ({ screen: `/breaches/${await aBreach()}`, control: 'title' })],
  [
    'a form',
    async () => ({
      screen: `/forms/${await aForm()}`,
      control: 'title',
      more: { do: 'save' },
    }),
  ],
];

type Console = Awaited<ReturnType<typeof atConsole>>;

/** The controls of a page's form as a browser would post them. */
const controlsOf = (page: string, { screen, action = screen, control }: Sheet) => {
  const unchecked = [
    ...page.matchAll(/<input type="checkbox" name="([^"]*)" value="([^"]*)"\/?>/g),
  ].map(([, name, value]) => `${name}=${value}`);
  const form = formsIn(page, `/console${screen}`).find(
    (each) => each.action === `/console${action}` && each.values.some(([name]) => name === control),
  );
  return (form?.values ?? []).filter(([name, value]) => !unchecked.includes(`${name}=${value}`));
};

const fillIn = (at: Console, page: string, sheet: Sheet, value?: string) => {
  const changes = { ...sheet.more, ...(value === undefined ? {} : { [sheet.control]: value }) };
  const kept = controlsOf(page, sheet).filter(([name]) => !(name in changes) && name !== 'do');
  const { screen, action = screen } = sheet;
  return at.post(action, [...kept, ...Object.entries(changes)]);
};

const openAt = async (at: Console, { screen }: Sheet) => (await at.get(screen)).text();
const valueIn = (page: string, sheet: Sheet) =>
  controlsOf(page, sheet).find(([name]) => name === sheet.control)?.[1];

describe('two who save at once in the console', () => {
  test.each(sheets)(
    'are shown each other’s values, keep their own, and may save over: %s',
    async (_, arrange) => {
      const sheet = await arrange();
      const [mine, theirs] = sheet.values ?? ['Of Anna', 'Of Bo'];
      const shown = (value: string) => sheet.named?.[value === mine ? 0 : 1] ?? value;
      const [anna, bo] = await Promise.all(
        ['Anna', 'Bo'].map((name) => atConsole([...Right.options], { name })),
      );
      if (!anna || !bo) throw new Error('Nobody is there.');
      const pages = await Promise.all([anna, bo].map((at) => openAt(at, sheet)));
      const answers = await Promise.all([
        fillIn(anna, pages[0] ?? '', sheet, mine),
        fillIn(bo, pages[1] ?? '', sheet, theirs),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 409)).toHaveLength(1);
      const isMine = statuses[0] !== 409;
      const [loser, lost, won, winner] = isMine
        ? ([bo, theirs, mine, 'Anna'] as const)
        : ([anna, mine, theirs, 'Bo'] as const);

      const told = (await answers[isMine ? 1 : 0]?.text()) ?? '';
      expect(told).toContain(`${winner} saved this on `);
      expect(valueIn(told, sheet)).toBe(lost);
      expect(told).toMatch(new RegExp(`(Saved now: |<del>)${shown(won).replaceAll('/', '.')}`));
      expect(told).not.toContain(`Saved now: ${shown(lost)}`);
      expect(valueIn(await openAt(loser, sheet), sheet)).toBe(won);

      expect((await fillIn(loser, told, sheet)).status).toBeLessThan(400);
      expect(valueIn(await openAt(loser, sheet), sheet)).toBe(lost);
    },
  );

  test('are told on a page that was refused for another reason, too', async () => {
    const sheet = { screen: '/settings', action: '/settings/links', control: 'confirm-hours' };
    const [anna, bo] = [await atConsole(['settings']), await atConsole(['settings'])];
    const page = await openAt(anna, sheet);
    const wrong = await (await fillIn(anna, page, sheet, '-7')).text();
    expect((await fillIn(bo, page, sheet, '41')).status).toBe(303);
    expect((await fillIn(anna, wrong, sheet, '42')).status).toBe(409);
  });

  test('add no entry, form or draft over each other', async () => {
    const at = await atConsole([...Right.options]);
    const key = `new-${crypto.randomUUID().slice(0, 8)}`;
    const add = (rank: string) => at.post('/lists/legal-bases/new', { key, rank, active: 'yes' });
    const added = await Promise.all([add('1'), add('2')]);
    expect(added.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const begin = (template: string) => at.post('/forms/new', { key, template });
    const begun = await Promise.all([begin('newsletter'), begin('contact')]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });

  test('keep their own name where a manager has changed it, and are told', async () => {
    const own = await atConsole([...Right.options], { name: 'Ulla' });
    const manager = await atConsole([...Right.options], { name: 'Mona' });
    const account = { screen: '/account', control: 'name' };
    const user = { screen: `/users/${own.user.id}`, control: 'name' };
    const page = await openAt(own, account);
    await fillIn(manager, await openAt(manager, user), user, 'Ulrikke');
    const told = await fillIn(own, page, account, 'Ulla Holm');
    expect(told.status).toBe(409);
    expect(await told.text()).toContain('Saved now: Ulrikke');
  });

  const details = (person: string) => ({
    screen: `/people/${person}`,
    action: `/people/${person}/corrections`,
    more: { reason: 'Told by phone.' },
  });

  const aPerson = async (): Promise<string> => {
    const email = anEmail();
    await signUp(await aForm(), email);
    return (await findPerson(email))?.id ?? '';
  };

  test('correct each what they changed of a person, and nothing else', async () => {
    const [anna, bo] = [await atConsole([...Right.options]), await atConsole([...Right.options])];
    const person = await aPerson();
    const [name, company] = ['fields.name', 'fields.organization'].map((control) => ({
      ...details(person),
      control,
    }));
    if (!name || !company) throw new Error('There is no form.');
    const [one, two] = [await openAt(anna, name), await openAt(bo, company)];
    const answers = [
      await fillIn(anna, one, name, 'Anna Holm'),
      await fillIn(bo, two, company, 'Orchard Ltd'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const now = await openAt(anna, name);
    expect(valueIn(now, name)).toBe('Anna Holm');
    expect(valueIn(now, company)).toBe('Orchard Ltd');
  });

  test('are shown what a person was corrected to in between, and may save over it', async () => {
    const [anna, bo] = [await atConsole([...Right.options]), await atConsole([...Right.options])];
    const person = await aPerson();
    const name = { ...details(person), control: 'fields.name' };
    const company = { ...details(person), control: 'fields.organization' };
    const pages = [await openAt(anna, name), await openAt(bo, name)];
    const answers = await Promise.all([
      fillIn(anna, pages[0] ?? '', name, 'Anna Holm'),
      fillIn(bo, pages[1] ?? '', name, 'Anna Lund'),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([303, 409]);
    const isMine = statuses[0] === 303;
    const told = (await answers[isMine ? 1 : 0]?.text()) ?? '';
    expect(told).toContain('Someone else has saved this since you opened it');
    expect(told).toContain(`Saved now: ${isMine ? 'Anna Holm' : 'Anna Lund'}`);
    const own = isMine ? 'Anna Lund' : 'Anna Holm';
    expect(valueIn(told, name)).toBe(own);
    await fillIn(anna, await openAt(anna, company), company, 'Orchard Ltd');
    expect((await fillIn(bo, told, name, own)).status).toBe(303);
    const now = await openAt(anna, name);
    expect(valueIn(now, name)).toBe(own);
    expect(valueIn(now, company)).toBe('Orchard Ltd');
  });

  test('restore no version of a form over a draft that they did not see', async () => {
    const [anna, bo] = [await atConsole(['forms']), await atConsole(['forms'])];
    const key = await aForm();
    const restore = {
      screen: `/forms/${key}/versions`,
      action: `/forms/${key}/restore`,
      control: 'version',
    };
    const editor = { screen: `/forms/${key}`, control: 'title', more: { do: 'save' } };
    const page = await openAt(anna, restore);
    await fillIn(bo, await openAt(bo, editor), editor, 'Of Bo');
    const told = await fillIn(anna, page, restore);
    expect(told.status).toBe(409);
    expect(await told.text()).toContain('Of Bo');
    expect(valueIn(await openAt(bo, editor), editor)).toBe('Of Bo');
  });
});

test('an address is of one user, also where two add it at once', async () => {
  const { post } = await as(['users']);
  const email = anEmail();
  const add = () => post('/v1/users', { email, name: 'Anna', rights: [] });
  const statuses = (await Promise.all([add(), add()])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, 422]);
});
