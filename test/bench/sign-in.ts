type Message = { text: string };

/** The cookie of the first administrator, who signs in by the email in the mailbox. */
export const signIn = async (worker: string): Promise<string> => {
  const email = 'admin@orchard.example';
  await fetch(`${worker}/console/sign-in`, {
    method: 'POST',
    headers: { Origin: worker },
    body: new URLSearchParams({ email }),
  });
  for (let turn = 0; turn < 300; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const mailbox = await fetch(`${worker}/dev/mailbox?to=${encodeURIComponent(email)}`, {
      headers: { Accept: 'application/json' },
    });
    const { messages } = (await mailbox.json()) as { messages: Message[] };
    const message = messages.find(({ text }) => text.includes('/console/sign-in/'));
    const link = /http\S+\/console\/sign-in\/\S+/.exec(message?.text ?? '')?.[0];
    if (!link) continue;
    const entered = await fetch(link, {
      method: 'POST',
      headers: { Origin: worker },
      redirect: 'manual',
    });
    return entered.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  }
  throw new Error('No email came.');
};
