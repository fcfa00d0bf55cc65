import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { runJob } from '../../../../worker/admin/jobs/run.ts';
import { addressHashes } from '../../../../worker/platform/signing/address-hash.ts';
import {
  aForm,
  anEmail,
  count,
  findPerson,
  recordsOf,
  signUp,
  standingsOf,
  theSystem,
} from '../../builders.ts';
import { atConsole } from '../../console/signing-in.ts';
import { makeKnown, makeStand } from '../../ledger/writers.ts';
import { jobOf } from '../../people/working.ts';
import { asImporter, draft, occasion } from './drafting.ts';
import { ROWS } from './rows.ts';

const columns = ['email', 'given-name', 'subscription:newsletter'];
const mapping = { columns, purposes: ['e-marketing'] };

describe('a file', () => {
  test('is guessed at, and nothing is imported before someone says so', async () => {
    const email = anEmail();
    const drafted = await draft(`E-mail;First name;Whatever\r\n${email};Anna;x\r\n`);
    expect(drafted.columns).toEqual(['email', 'given-name', '']);
    expect(await findPerson(email)).toBeUndefined();
  });

  test('is looked through row by row before, and what is wrong is told without what it says', async () => {
    const [good, twice] = [anEmail(), anEmail()];
    const { dryRun } = await draft(
      `mail,name,news\n${good},A,yes\nnobody,B,\n${twice},C,\n${twice},D,\n`,
    );
    const run = await dryRun(mapping);
    expect(run).toMatchObject({ rows: 4, good: 2 });
    expect(run.problems).toEqual([
      { number: 3, field: 'email', code: 'email', dropped: 'row' },
      { number: 5, field: 'email', code: 'twice', dropped: 'row' },
    ]);
  });

  test('is imported with its source, legal basis and reason; only an explicit yes subscribes', async () => {
    const [yes, silent] = [anEmail(), anEmail()];
    const file = await draft(`mail,name,news\n${yes},Anna,yes\n${silent},"Bo, the other",\n`);
    await file.import(mapping);
    expect(await standingsOf(yes)).toEqual({ 'e-marketing': 'given', newsletter: 'given' });
    expect(await standingsOf(silent)).toEqual({ 'e-marketing': 'given' });
    expect((await findPerson(silent))?.fields).toEqual({ 'given-name': 'Bo, the other' });
    const [record] = await recordsOf(yes);
    expect(record?.content).toMatchObject({ source: 'import', legalBasis: '61A', statement: null });
    expect(record?.comment?.text).toBe('From the old newsletter tool.');
    expect(await count(ROWS, file.id)).toBe(0);
    expect(await jobOf(file.id)).toMatchObject({ seen: 2, changed: 2 });
  });

  test('brings back nobody who was erased, and says that it did not', async () => {
    const email = anEmail();
    const [hash] = await addressHashes(env, [email]);
    await env.DB.prepare('INSERT INTO suppression VALUES (?1, 1)').bind(hash).run();
    const file = await draft(`mail,name,news\n${email},Anna,yes\n`);
    expect((await file.dryRun(mapping)).problems[0]?.code).toBe('suppressed');
    await file.import(mapping);
    expect(await findPerson(email)).toBeUndefined();
  });

  test('never overwrites what someone decided themselves', async () => {
    const email = anEmail();
    await signUp(await aForm(), email, { purposes: { 'e-marketing': false } });
    const file = await draft(`mail,name,news\n${email},,yes\n`);
    await file.import(mapping);
    expect(await standingsOf(email)).toEqual({ 'e-marketing': 'refused' });
    expect(await jobOf(file.id)).toMatchObject({ seen: 1, changed: 0 });
  });

  test('says before what comes of each row, and does just that', async () => {
    const [fresh, unasked, same, refused, fuller] = [
      anEmail(),
      anEmail(),
      anEmail(),
      anEmail(),
      anEmail(),
    ];
    for (const email of [unasked, same, refused, fuller]) await makeKnown(email);
    for (const email of [same, fuller]) await makeStand(email, { purpose: 'e-marketing' }, 'given');
    await makeStand(refused, { purpose: 'e-marketing' }, 'refused');
    const rows = [
      `${fresh},Anna,yes`,
      `${unasked},,`,
      `${same},,`,
      `${refused},,yes`,
      `${fuller},Bo,`,
    ];
    const file = await draft(`mail,name,news\n${rows.join('\n')}\n`, 'people-read');
    const { outcomes } = await file.dryRun(mapping);
    const shown = outcomes.map(({ outcome, sample }) => [
      outcome,
      sample.map(({ id, email }) => [id === null, email]),
    ]);
    expect(Object.fromEntries(shown)).toEqual({
      new: [
        [true, fresh],
        [false, unasked],
      ],
      changed: [[false, fuller]],
      unchanged: [[false, same]],
      refused: [[false, refused]],
    });
    await file.import(mapping);
    const counts = outcomes.map(({ outcome, count: people }) => [outcome, people]);
    expect((await jobOf(file.id)).outcomes).toEqual(Object.fromEntries(counts));
    expect(await standingsOf(refused)).toEqual({ 'e-marketing': 'refused' });
    expect(await jobOf(file.id)).toMatchObject({ seen: 5, changed: 3 });
  });

  test('shows the outcomes without people to users who may not see people', async () => {
    const file = await draft(`mail,name,news\n${anEmail()},Anna,yes\n`);
    const { outcomes } = await file.dryRun(mapping);
    expect(outcomes).toEqual([{ outcome: 'new', count: 1, sample: [] }]);
  });

  test.each([1, 450])(
    'imports the first of two rows of one address alone, %i rows apart',
    async (apart) => {
      const email = anEmail();
      const between = Array.from({ length: apart - 1 }, () => `${anEmail()},,`);
      const rows = [`${email},Anna,`, ...between, `${email},Anna,yes`];
      const file = await draft(`mail,name,news\n${rows.join('\n')}\n`);
      const { good, outcomes, problems } = await file.dryRun(mapping);
      expect(good).toBe(apart);
      expect(problems).toEqual([
        { number: apart + 2, field: 'email', code: 'twice', dropped: 'row' },
      ]);
      await file.import(mapping);
      expect((await jobOf(file.id)).outcomes).toEqual({ new: outcomes[0]?.count });
      expect(await standingsOf(email)).toEqual({ 'e-marketing': 'given' });
    },
  );

  test('imports the first of two rows of someone who was known alone, slices apart', async () => {
    const known = anEmail();
    await makeKnown(known);
    const between = Array.from({ length: 400 }, () => 'nobody,,');
    const rows = [`${known},Anna,`, ...between, `${known},Anna,yes`];
    const file = await draft(`mail,name,news\n${rows.join('\n')}\n`, 'subscriptions-write');
    await file.import(mapping);
    expect(await standingsOf(known)).toEqual({ 'e-marketing': 'given' });
    const twice = "SELECT number AS count FROM import_problem WHERE job = ?1 AND code = 'twice'";
    expect(await count(twice, file.id)).toBe(403);
  });

  test('subscribes anyone who is known only with the right of its own', async () => {
    const [known, fresh] = [anEmail(), anEmail()];
    await signUp(await aForm(), known);
    const before = await standingsOf(known);
    const rows = `mail,news\n${known},yes\n${fresh},yes\n`;
    const both = {
      columns: ['email', 'subscription:product-news'],
      purposes: ['e-marketing'],
    };
    await (await draft(rows)).import(both);
    expect(await standingsOf(known)).toEqual(before);
    expect((await standingsOf(fresh))['product-news']).toBe('given');
    await (await draft(rows, 'subscriptions-write')).import(both);
    expect(await standingsOf(known)).toEqual({ ...before, 'product-news': 'given' });
  });

  test('of more rows than a slice is imported whole, each row once, though it stops in the middle', async () => {
    const mark = crypto.randomUUID();
    const rows = Array.from({ length: 900 }, (_, at) => `p${at}.${mark}@example.com,N${at},`);
    const file = await draft(`mail,name,news\n${rows.join('\n')}\n`);
    await file.import(mapping);
    await env.DB.prepare("UPDATE job SET state = 'running', leased_to = 0 WHERE id = ?1")
      .bind(file.id)
      .run();
    await runJob(theSystem(), file.id);
    const like = `%${mark}@example.com`;
    expect(await count('SELECT COUNT(*) AS count FROM person WHERE email LIKE ?1', like)).toBe(900);
    const records =
      'SELECT COUNT(*) AS count FROM record r JOIN person p ON p.id = r.person WHERE p.email LIKE ?1';
    expect(await count(records, like)).toBe(900);
  });

  test('without a row is refused', async () => {
    const post = await asImporter();
    expect((await post(`/v1/imports?${occasion}`, 'mail,name\n')).status).toBe(422);
  });

  test('that is dropped forgets its rows, is audited once, and begins no more', async () => {
    const at = await atConsole(['people-register', 'bulk']);
    const file = await draft(`mail,name,news\n${anEmail()},Anna,yes\n`);
    const acts =
      "SELECT COUNT(*) AS count FROM audit WHERE act = 'import.drop' AND object = ?1 AND actor = ?2";
    expect((await at.post(`/jobs/import/${file.id}/drop`)).status).toBe(303);
    expect((await at.post(`/jobs/import/${file.id}/drop`)).status).toBe(404);
    expect(await count(acts, `job/${file.id}`, `user:${at.user.id}`)).toBe(1);
    expect(await count(ROWS, file.id)).toBe(0);
    expect((await file.begin(mapping)).status).toBe(404);
    expect((await jobOf(file.id)).state).toBe('stopped');
  });
});
