// How many round trips to the database each request of a visitor waits for, and makes behind its answer.
import { expect, test } from 'vitest';
import { forgetBrand } from '../../../worker/settings/known-brand.ts';
import { anIp, host } from '../builders.ts';
import { countTrips } from '../trips.ts';
import { aPerson, marketing } from './preferences/choosing.ts';

/** Counts the round trips of a request in an isolate that remembers nothing of the brand. */
const trips = async (path: string, init: RequestInit & { headers?: Record<string, string> }) => {
  forgetBrand();
  const headers = { 'CF-Connecting-IP': anIp(), ...init.headers };
  const { response, before, behind } = await countTrips(path, { ...init, headers });
  return { status: response.status, before, behind, response };
};

const json = (body: unknown, headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const form = (body: Record<string, string>, headers: Record<string, string>) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: host, ...headers },
  body: new URLSearchParams(body).toString(),
});

test('a preference centre is loaded in two round trips and saved in three, by the widget', async () => {
  const { session } = await aPerson();
  expect(await trips('/v1/preferences?locale=en', { headers: session })).toMatchObject({
    status: 200,
    before: 2,
    behind: 0,
  });
  const { statement, record } = await marketing(session);
  const changes = [{ purpose: 'e-marketing', on: false, seen: record }];
  const body = { statement, locale: 'en', changes, page: `${host}/preferences` };
  expect(await trips('/v1/preferences', json(body, session))).toMatchObject({
    status: 200,
    before: 3,
    behind: 0,
  });
});

test('a preference centre is loaded in two round trips and saved in four, as a page', async () => {
  const { session } = await aPerson();
  const cookie = { Cookie: `__Host-samtykke=${session.Authorization.split(' ')[1]}` };
  expect(await trips('/preferences', { headers: cookie })).toMatchObject({
    status: 200,
    before: 2,
    behind: 0,
  });
  const { statement, record } = await marketing(session);
  const posted = { statement, locale: 'en', 'was.purposes.e-marketing': `on:${record}` };
  const saved = await trips('/preferences', form(posted, cookie));
  expect(saved).toMatchObject({ status: 200, before: 4, behind: 0 });
  expect(await saved.response.text()).toContain('Saved');
});
