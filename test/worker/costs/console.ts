import { Right } from '../../../worker/contract/rights.ts';
import { aForm, anEmail, findPerson, signUp } from '../builders.ts';
import { atConsole } from '../console/signing-in.ts';
import { type Act, asks, type Work } from './acts.ts';
import { countsAreUp } from './schedule.ts';

/** Opens a page of the console as someone who has just signed in. */
const opens = async (path: string): Promise<Work> => {
  const { token } = await atConsole([...Right.options]);
  return asks(`/console${path}`, { headers: { Cookie: `__Host-samtykke-console=${token}` } });
};

const page = (name: string, path: string): Act => [`console: ${name}`, () => opens(path)];

/** Lists of people, while all have agreed to the same. */
export const peoplePages: readonly Act[] = [
  page('people', '/people'),
  page('people by address', '/people?email=stored-1'),
  page('people by purpose', '/people?purpose=e-marketing&decision=given'),
  page('people by subscription', '/people?subscription=newsletter&subscriptionDecision=given'),
  page('people by source', '/people?source=import'),
  page('people by legal basis', '/people?legalBasis=61A'),
  page(
    'people by source and decision, nobody',
    '/people?source=import&purpose=e-marketing&decision=withdrawn',
  ),
  page(
    'people by an older wording, nobody',
    '/people?purpose=e-marketing&decision=given&wording=older',
  ),
  page('people by the day they became known, nobody', '/people?until=2020-01-01'),
  page('people who were active lately', '/people?activeSince=2020-01-01'),
];

const SUBMISSIONS = 60;

const aPersonPage = async (): Promise<string> => {
  const email = anEmail();
  await signUp(await aForm(), email, { subscriptions: { newsletter: true, invitations: true } });
  return `/people/${(await findPerson(email))?.id}`;
};

/** The other pages, with something to show on each. */
export const pages: readonly Act[] = [
  [
    'console: submissions',
    async () => {
      const form = await aForm();
      for (let one = 0; one < SUBMISSIONS; one++) await signUp(form, anEmail());
      return opens('/submissions');
    },
  ],
  page('submissions, new', '/submissions?state=new'),
  page('submissions, failed', '/submissions?state=failed'),
  page('overview, 60 sign-ups since the last minute', ''),
  [
    'console: overview',
    async () => {
      await countsAreUp();
      return opens('');
    },
  ],
  ['console: a person', async () => opens(await aPersonPage())],
  page('forms', '/forms'),
  ['console: statistics of a form', async () => opens(`/forms/${await aForm()}/statistics`)],
  page('jobs', '/jobs'),
  page('requests', '/requests'),
  page('notices', '/notices'),
  page('retention', '/retention'),
  page('record of processing', '/register'),
  page('breaches', '/breaches'),
  page('lists', '/lists'),
  page('a purpose', '/lists/purposes/e-marketing'),
  page('settings', '/settings'),
  page('emails', '/mail'),
  page('audit log', '/audit'),
  page('users', '/users'),
];
