import { aForm, signUp } from '../../builders.ts';

/** People who share a beginning of their addresses, so that a filter finds exactly them. */
export const somePeople = async (many = 3) => {
  const mark = `group-${crypto.randomUUID()}`;
  const emails = Array.from({ length: many }, (_, at) => `${mark}-${at}@example.com`);
  const form = await aForm();
  for (const email of emails) await signUp(form, email, { subscriptions: { newsletter: true } });
  return { emails, filter: { email: mark } };
};

export const withdraw = {
  kind: 'bulk-update',
  purpose: 'e-marketing',
  decision: 'withdrawn',
  legalBasis: '61A',
  source: 'manual',
  comment: 'The list was bought.',
};
