import { describe, expect, test } from 'vitest';
import { CurrentTexts, EmailPreview, EmailTemplate } from '../../../../worker/contract/emails.ts';
import { anEmail, as, count, problemOf } from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { messagesTo } from '../../outbox/mailbox.ts';

const path = '/v1/mail/templates/privacy-notice/en';
const texts = {
  subject: 'How {sender} uses your data',
  body: 'You signed up on {page}.\n\n{purposes}\n\n{rights}',
  button: 'See my choices',
  footer: 'From {sender}.',
};

describe('an email that is being written', () => {
  test('is previewed with what is really said of purposes, and saves nothing', async () => {
    const { post } = await as(['mail']);
    const shown = EmailPreview.parse(await (await post(`${path}/preview`, texts)).json());
    expect(shown.html).toContain('News and offers by email');
    expect(shown.html).toContain('See my choices');
    expect(shown.text).toContain('You can ask us for a copy');
    expect(shown.text).not.toMatch(/\{\w+\}/);
    expect(await count('SELECT COUNT(*) AS count FROM mail_text')).toBe(0);
  });

  test.each(EmailTemplate.options)('is previewed with every place filled in: %s', async (of) => {
    const { get, post } = await as(['mail']);
    const at = `/v1/mail/templates/${of}/en`;
    const { changed: _, ...ships } = CurrentTexts.parse(await (await get(at)).json());
    const shown = EmailPreview.parse(await (await post(`${at}/preview`, ships)).json());
    expect(`${shown.subject}\n${shown.text}`).not.toMatch(/\{\w+\}/);
  });

  test('is refused with a placeholder that it cannot fill in, wherever it is tried', async () => {
    const { post } = await as(['mail']);
    for (const asked of ['preview', 'tests']) {
      const wrong = { ...texts, body: 'Hello {name}.' };
      const body = asked === 'tests' ? { ...wrong, to: anEmail() } : wrong;
      const refused = await problemOf(await post(`${path}/${asked}`, body));
      expect(refused.errors).toMatchObject([{ field: 'body', code: 'unknown-placeholder' }]);
    }
    const { post: press } = await atConsole(['mail']);
    const frame = await press('/mail/privacy-notice/en/preview', { ...texts, body: '{name}' });
    expect(await frame.text()).toContain('This email has no placeholder {name}.');
  });

  test('goes to a user as a test, and to nobody else', async () => {
    const { user, post: press } = await atConsole(['mail']);
    const { post, put } = await as(['mail', 'settings']);
    await put('/v1/settings/sender', { name: '', address: '' });
    expect((await post(`${path}/tests`, { ...texts, to: user.email })).status).toBe(409);
    await put('/v1/settings/sender', { name: 'Us', address: 'us@site.test' });
    const stranger = await post(`${path}/tests`, { ...texts, to: anEmail() });
    expect((await problemOf(stranger)).errors).toMatchObject([{ field: 'to' }]);
    const screen = await press('/mail/privacy-notice/en/test', texts);
    expect(await screen.text()).toContain(`We sent a test to ${user.email}`);
    const [message] = await messagesTo(user.email);
    expect(message?.subject).toBe('[Test] How Æblegård uses your data');
    expect(message?.text).toContain('News and offers by email');
    for (let sent = 1; sent < 20; sent++) await post(`${path}/tests`, { ...texts, to: user.email });
    expect((await post(`${path}/tests`, { ...texts, to: user.email })).status).toBe(429);
  });
});
