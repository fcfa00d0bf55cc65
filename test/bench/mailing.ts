// Asks whom of a thousand addresses a mailing tool may mail, as it does right before it sends.
const ADDRESSES = 1000;

/** How long a mailing-check of a thousand people takes who are stored, in ms. */
export const mailingCheck = async ({
  worker,
  token,
}: {
  worker: string;
  token: string;
}): Promise<number> => {
  const emails = Array.from({ length: ADDRESSES }, (_, at) => `stored-${at}@example.com`);
  const began = performance.now();
  const answer = await fetch(`${worker}/v1/mailing-check`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ emails, purpose: 'e-marketing', subscription: 'newsletter' }),
  });
  await answer.text();
  if (answer.status !== 200) throw new Error(`mailing-check: ${answer.status}`);
  return performance.now() - began;
};
