import { SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Corrections, Preferences } from '../../../../worker/contract/preferences.ts';
import { PersonRequest } from '../../../../worker/contract/requests.ts';
import { aForm, aFormWith, anEmail, findPerson, host, problemOf, signUp } from '../../builders.ts';
import { messagesTo } from '../../outbox/mailbox.ts';
import { enter, post } from '../verify/entering.ts';

type Headers = Record<string, string>;

/** Someone who gave a name and chose a size. */
const aPerson = async () => {
  const email = anEmail();
  const form = await aForm(
    aFormWith(
      { key: 'called', kind: 'text', label: { en: 'Your name' }, required: true, stores: 'name' },
      { key: 'call', kind: 'tel', label: { en: 'Telephone' }, stores: 'phone' },
      {
        key: 'work',
        kind: 'radio',
        label: { en: 'Trade' },
        stores: 'job-title',
        options: [
          { value: 'baker', label: { en: 'Baker' } },
          { value: 'smith', label: { en: 'Smith' } },
        ],
      },
    ),
  );
  await signUp(form, email, { fields: { email, called: 'Ana', work: 'baker' } });
  return { email, session: await enter(email) };
};

const show = async (session: Headers) =>
  Preferences.parse(
    await (await SELF.fetch(`${host}/v1/preferences`, { headers: session })).json(),
  );

const correct = (session: Headers, body: object) =>
  post('/v1/preferences/corrections', { locale: 'en', ...body }, session);

const corrected = async (session: Headers, body: object) =>
  Corrections.parse(await (await correct(session, body)).json());

describe('what is kept of a person', () => {
  test('is shown in the words in which it was asked for, with its value', async () => {
    const { session } = await aPerson();
    expect((await show(session)).fields).toEqual([
      { key: 'name', kind: 'text', label: 'Your name', value: 'Ana' },
      { key: 'phone', kind: 'tel', label: 'Telephone', value: '' },
      {
        key: 'job-title',
        kind: 'select',
        label: 'Trade',
        value: 'baker',
        options: [
          { value: 'baker', label: 'Baker' },
          { value: 'smith', label: 'Smith' },
        ],
      },
    ]);
  });

  test('is corrected at once, and an email says so by the number of a request', async () => {
    const { email, session } = await aPerson();
    const answer = await corrected(session, {
      fields: { name: 'Anna', phone: '+45 12 34 56 78', 'job-title': 'baker' },
    });
    expect(answer.corrected).toEqual(['name', 'phone']);
    expect((await findPerson(email))?.fields).toMatchObject({
      name: 'Anna',
      phone: '+45 12 34 56 78',
    });
    const asked = await SELF.fetch(`${host}/v1/preferences/requests`, { headers: session });
    const { requests } = z.object({ requests: z.array(PersonRequest) }).parse(await asked.json());
    expect(requests[0]).toMatchObject({
      kind: 'rectification',
      state: 'done',
      message: 'Your name, Telephone',
    });
    const subjects = (await messagesTo(email)).map(({ subject }) => subject);
    expect(subjects).toContain(`Æblegård completed your request ${requests[0]?.number}`);
  });

  test('is forgotten where it is left empty', async () => {
    const { email, session } = await aPerson();
    await correct(session, { fields: { name: '' } });
    expect((await findPerson(email))?.fields).toEqual({ 'job-title': 'baker' });
  });

  test('stays as it is, all of it, where something is wrong, and that is said beside its field', async () => {
    const { email, session } = await aPerson();
    const answer = await correct(session, {
      email: 'nobody',
      fields: { name: 'Anna', phone: 'x', 'job-title': 'thief', shoe: '43' },
    });
    expect(answer.status).toBe(422);
    const wrong = (await problemOf(answer)).errors?.map(({ field }) => field);
    expect(wrong).toEqual(['fields.phone', 'fields.job-title', 'fields.shoe', 'fields.email']);
    expect((await findPerson(email))?.fields.name).toBe('Ana');
  });

  test('writes nothing where nothing differs', async () => {
    const { email, session } = await aPerson();
    const { corrected: names, confirming } = await corrected(session, {
      email: email.toUpperCase(),
      fields: { name: ' Ana ' },
    });
    expect({ names, confirming }).toEqual({ names: [], confirming: false });
  });

  test('is not overwritten by a form that anyone may send', async () => {
    const { email, session } = await aPerson();
    await correct(session, { fields: { name: 'Anna' } });
    const form = await aForm(
      aFormWith({ key: 'name', kind: 'text', label: { en: 'Name' }, stores: 'name' }),
    );
    await signUp(form, email, { fields: { email, name: 'Mallory' } });
    expect((await findPerson(email))?.fields.name).toBe('Anna');
  });
});
