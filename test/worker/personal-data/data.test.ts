import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { KeptData } from '../../../worker/contract/data.ts';
import { aForm, anEmail, as, call, findPerson, signUp } from '../builders.ts';
import { connect } from '../connectors/connecting.ts';
import { messagesTo } from '../outbox/mailbox.ts';
import { enter } from '../visitor/verify/entering.ts';

const Made = z.object({ id: z.string() });

/** Someone who came from a list, was notified of a breach, and still has to get a notice. */
const aPerson = async () => {
  const email = anEmail();
  const staff = await as(['people-read', 'people-register', 'breach', 'bulk']);
  await staff.post('/v1/people', {
    email,
    source: 'import',
    legalBasis: '61F',
    comment: 'Met at the fair.',
  });
  const id = (await findPerson(email))?.id ?? '';
  await staff.post('/v1/segments', { name: 'Guests of the fair', emails: [email] });
  const facts = { nature: 'A lost list.', consequences: 'None.', measures: 'None.', contact: 'x' };
  const breach = { title: 'A lost list', discoveredAt: Date.now(), facts };
  const opened = Made.parse(await (await staff.post('/v1/breaches', breach)).json());
  await staff.post('/v1/breach-notices', { ...facts, people: [id], breach: opened.id });
  return { id, staff };
};

describe('what is kept of a person', () => {
  test('says which lists they are on, which breaches they were notified of, and what they must get', async () => {
    const { id, staff } = await aPerson();
    const data = KeptData.parse(await (await staff.get(`/v1/people/${id}/data`)).json());
    expect(data.segments).toEqual(['Guests of the fair']);
    expect(data.breaches).toEqual([{ title: 'A lost list', notifiedAt: expect.any(Number) }]);
    expect(data.noticeDueAt).toBeGreaterThan(Date.now());
  });

  test('says so in the report and in the table too', async () => {
    const { id, staff } = await aPerson();
    for (const format of ['html', 'csv']) {
      const text = await (await staff.get(`/v1/people/${id}/data?format=${format}`)).text();
      expect(text).toContain('Guests of the fair');
      expect(text).toContain('A lost list');
    }
  });

  test('is told with legal basis, retention, recipients, rights and complaints, in their language', async () => {
    const email = anEmail();
    const form = await aForm();
    await signUp(form, email, { locale: 'da' });
    const staff = await as(['people-read', 'settings']);
    await staff.put('/v1/settings/recipients', ['Our printer']);
    await staff.put('/v1/settings/authority', { name: 'Datatilsynet', url: '' });
    await connect('listmonk', {}, [{ item: 'purpose:e-marketing', target: '1' }]);
    const id = (await findPerson(email))?.id ?? '';
    const report = await (await staff.get(`/v1/people/${id}/data?format=html`)).text();
    for (const said of [
      'Behandlingsgrundlag: Samtykke.',
      '2 år uden aktivitet',
      'Modtagere: Our printer, Our listmonk.',
      'Datatilsynet',
      'ingen afgørelser om dig alene ved automatisk',
      'Ja tak, send mig nyheder',
      'tidszonen',
    ])
      expect(report).toContain(said);
    const notice = (await messagesTo(email)).find(({ text }) => text.includes('art. 13'));
    for (const said of [
      'Behandlingsgrundlag: Samtykke.',
      'Modtagere: Our printer, Our listmonk.',
      'Datatilsynet',
    ])
      expect(notice?.text).toContain(said);
  });

  test('is shown in the time zone that its reader names', async () => {
    const email = anEmail();
    await signUp(await aForm(), email);
    const session = await enter(email);
    const report = async (zone: string) =>
      (
        await call(`/v1/preferences/data?format=html&timeZone=${zone}`, { headers: session })
      ).text();
    expect(await report('Asia/Tokyo')).toContain('Asia/Tokyo');
    expect(await report('Nowhere/Land')).not.toContain('Nowhere');
  });
});
