// Whether those who ask whom they may mail are told what the person sees of their own.
import { env } from 'cloudflare:test';
import { expect } from 'vitest';
import { AUDIENCE } from '../../../worker/admin/audiences/audience.ts';
import { checkMailing } from '../../../worker/admin/audiences/check.ts';
import { isOn } from '../../../worker/contract/standing.ts';
import { leastGrade } from '../../../worker/ledger/grade.ts';
import { findPerson } from '../../../worker/people/store.ts';
import { showPreferences } from '../../../worker/personal-data/preferences.ts';
import { theSystem } from '../builders.ts';

const purpose = 'e-marketing';
const subscription = 'newsletter';
const notice = 'sales-and-service';

/** What a person sees of their own: which purposes and which subscription are on, none where nobody is known. */
const seenBy = async (email: string) => {
  const person = await findPerson(env.DB, email);
  if (!person) return { purpose: false, notice: false, subscription: false };
  const { purposes } = (await showPreferences(env.DB, person, 'en')).preferences;
  const own = purposes.find(({ key }) => key === purpose);
  const told = purposes.find(({ key }) => key === notice);
  const type = own?.subscriptions.find(({ key }) => key === subscription);
  return {
    purpose: own !== undefined && isOn(own),
    notice: told !== undefined && isOn(told),
    subscription: type !== undefined && isOn(type) && type.pausedUntil === null,
  };
};

/** Whether the page of the audience that begins just before a person has them first. */
const inAudience = async (email: string): Promise<boolean> => {
  const person = await env.DB.prepare('SELECT id, number FROM person WHERE email = ?1')
    .bind(email)
    .first<{ id: string; number: number }>();
  if (!person) return false;
  const before = String(person.number - 1);
  const first = await env.DB.prepare(AUDIENCE)
    .bind(subscription, purpose, before, 1, Date.now(), 'consent', leastGrade(undefined))
    .first<string>('id');
  return first === person.id;
};

/** Whether an address may be mailed, as a mailing tool is told; `bounced` whatever else stands. */
const mayMail = async (email: string, asked: { purpose: string; subscription?: string }) => {
  const [verdict] = await checkMailing(theSystem(), { emails: [email], ...asked });
  if (verdict?.allow === false && verdict.reason === 'undeliverable') return 'bounced';
  return verdict?.allow === true;
};

/** Expects the mailing check, the audience and the preference centre to agree on an address. */
export const expectAgreement = async (after: string, email: string): Promise<void> => {
  const [seen, audienceHas, byPurpose, byNotice, bySubscription] = await Promise.all([
    seenBy(email),
    inAudience(email),
    mayMail(email, { purpose }),
    mayMail(email, { purpose: notice }),
    mayMail(email, { purpose, subscription }),
  ]);
  const told = { after, audienceHas, byPurpose, byNotice, bySubscription };
  if (bySubscription === 'bounced') {
    expect(told).toMatchObject({ audienceHas: false, byPurpose: 'bounced', byNotice: 'bounced' });
    return;
  }
  expect(told).toEqual({
    after,
    audienceHas: seen.purpose && seen.subscription,
    byPurpose: seen.purpose,
    byNotice: seen.notice,
    bySubscription: seen.purpose && seen.subscription,
  });
};
