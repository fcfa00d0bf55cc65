import { anEmail, demo, messageTo, type Visit, worker } from './visitor.ts';

/** Someone who gets the newsletter and invitations. */
export const aPerson = async (): Promise<string> => {
  const { version } = (await (await fetch(`${worker}/v1/forms/newsletter`)).json()) as {
    version: number;
  };
  const email = anEmail();
  await fetch(`${worker}/v1/forms/newsletter/submissions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: demo },
    body: JSON.stringify({
      version,
      locale: 'en',
      fields: { email },
      page: `${demo}/`,
      purposes: { 'e-marketing': true },
      subscriptions: { newsletter: true, invitations: true },
    }),
  });
  return email;
};

/** Asks for a code on a page that is open, and writes it. */
export const enter = async ({ page }: Visit, email: string): Promise<void> => {
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Six digits').waitFor();
  const { code } = await messageTo(email, /Your preferences/);
  await page.getByLabel('Six digits').fill(code);
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText(`These are the choices of ${email}.`).waitFor();
};

export const purpose = 'Yes, send me news';
