import { afterEach, describe, expect, test } from 'vitest';
import {
  aDefinition,
  aForm,
  anEmail,
  as,
  recordsOf,
  type Sent,
  send,
  standingsOf,
  yes,
} from '../../builders.ts';
import { answerOf } from './sending.ts';

/** A form that asks for news, and tells of a purpose of legitimate interest. */
const aNotifyingForm = () => {
  const [section] = aDefinition().sections;
  const purposes = [...(section?.purposes ?? []), { purpose: 'sales-and-service' }];
  return aForm({ sections: section ? [{ ...section, purposes }] : [] });
};

const heed = async (isHeeded: boolean): Promise<void> => {
  const { put } = await as(['settings']);
  await put('/v1/settings/heed-privacy-control', isHeeded);
};

afterEach(() => heed(false));

/** Signs up with what differs from a browser that sends no signal. */
const signUp = async (form: string, { headers, body }: Sent = {}) => {
  const email = anEmail();
  const answer = await send(form, { headers, body: { fields: { email }, ...yes, ...body } });
  return { email, ...(await answerOf(answer)) };
};

const signals: [string, Sent][] = [
  ['the header Sec-GPC', { headers: { 'Sec-GPC': '1' } }],
  ['the page, by its browser', { body: { privacyControl: true } }],
];

describe('Global Privacy Control', () => {
  test.each(signals)('that comes by %s is kept with the evidence', async (_, sent) => {
    const { email } = await signUp(await aForm(), sent);
    expect((await recordsOf(email))[0]?.evidence?.privacyControl).toBe(true);
  });

  test('is off without it, and for any other value', async () => {
    const form = await aForm();
    const { email } = await signUp(form);
    const { email: other } = await signUp(form, { headers: { 'Sec-GPC': '0' } });
    for (const each of [email, other])
      expect((await recordsOf(each))[0]?.evidence?.privacyControl).toBe(false);
  });

  test('changes nothing of what is recorded, unless the setting says so', async () => {
    const { email } = await signUp(await aNotifyingForm(), { headers: { 'Sec-GPC': '1' } });
    expect(await standingsOf(email)).toMatchObject({
      'e-marketing': 'given',
      'sales-and-service': 'informed',
    });
  });

  test.each(signals)(
    'that comes by %s keeps notices of legitimate interest from taking effect, and no consent',
    async (_, sent) => {
      await heed(true);
      const { email, decisions } = await signUp(await aNotifyingForm(), sent);
      expect(decisions.map(({ purpose, subscription }) => purpose ?? subscription)).not.toContain(
        'sales-and-service',
      );
      const standings = await standingsOf(email);
      expect(standings).toMatchObject({ 'e-marketing': 'given', newsletter: 'given' });
      expect(standings).not.toHaveProperty('sales-and-service');
    },
  );

  test('takes nothing from a person who was informed before', async () => {
    const form = await aNotifyingForm();
    const { email } = await signUp(form);
    await heed(true);
    await send(form, { headers: { 'Sec-GPC': '1' }, body: { fields: { email }, ...yes } });
    expect((await standingsOf(email))['sales-and-service']).toBe('informed');
  });
});
