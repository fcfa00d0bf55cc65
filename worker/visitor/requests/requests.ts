import { v4 } from 'uuid';
import type { Person } from '../../contract/people.ts';
import type { PersonRequest, RequestBody, RequestKind } from '../../contract/requests.ts';
import { sendNow } from '../../emails/send.ts';
import { type Choice, decide } from '../../ledger/decide.ts';
import { readPerson } from '../../people/store.ts';
import type { LaterWork } from '../../platform/caller.ts';
import type { Env } from '../../platform/env.ts';
import { addressHashes } from '../../platform/signing/address-hash.ts';
import { monthsAfter } from '../../platform/time.ts';
import { readSetting, settings } from '../../settings/store.ts';
import {
  dueErasures,
  endRequest,
  erasePerson,
  lastLetter,
  readRequest,
  readRequestById,
  requestsOf,
  writeLetter,
  writeMessage,
  writeRefusal,
  writeRequest,
} from './store.ts';

const DAY_MS = 86_400_000;
const SLICE = 50;
/** A letter that will not go out does not hold up an erasure for longer than this. */
const PATIENCE_MS = 3 * DAY_MS;

/** Ends every letter and every use that rests on a choice, while the rest of the request takes its time. */
const stop = async (
  env: Env,
  person: Person,
  decision: 'withdrawn' | 'objected' | 'restricted',
  now: number,
): Promise<D1PreparedStatement[]> => {
  const rule = decision === 'withdrawn' ? 'ends' : 'chosen';
  const choices = person.standings.map(
    ({ purpose, subscription, legalBasis }): Choice => ({
      ...(purpose ? { purpose } : { subscription }),
      legalBasis,
      decision,
      rule,
    }),
  );
  const occasion = {
    person,
    source: 'preference-centre',
    actor: 'person',
    authority: 'person' as const,
    statement: null,
    page: null,
  };
  return choices.length > 0 ? decide(env.DB, occasion, choices, now) : [];
};

const stops: Partial<Record<RequestKind, 'restricted' | 'objected' | 'withdrawn'>> = {
  restriction: 'restricted',
  objection: 'objected',
  erasure: 'withdrawn',
};

/**
 * Takes a request. Restriction and objection hold at once, and an erasure begins its time of grace
 * with every letter ended; access, portability and rectification are for the privacy officer, where
 * downloading and changing things oneself was not enough. Asked twice, the first one stands.
 */
export const askFor = async (
  env: Env,
  person: Person,
  { kind, message }: RequestBody,
  host: string,
  later: LaterWork,
): Promise<PersonRequest | undefined> => {
  const now = Date.now();
  const days = await readSetting(env.DB, 'erasure-days', settings['erasure-days']);
  const isAtOnce = kind === 'restriction' || kind === 'objection';
  const id = v4();
  const letter = v4();
  const decision = stops[kind];
  const text = message?.trim();
  await env.DB.batch([
    writeRequest(env.DB, {
      id,
      person: person.id,
      kind,
      state: isAtOnce ? 'done' : kind === 'erasure' ? 'waiting' : 'open',
      askedAt: now,
      dueAt: monthsAfter(now, 1),
      actsAt: kind === 'erasure' ? now + days * DAY_MS : null,
    }),
    ...(decision ? await stop(env, person, decision, now) : []),
    ...(text ? [writeMessage(env.DB, id, text)] : []),
    writeLetter(env.DB, { id: letter, template: 'request-received', request: id, host }, now),
  ]);
  const written = await readRequestById(env.DB, id);
  if (!written)
    return (await requestsOf(env.DB, person.id)).find(
      (request) => request.kind === kind && request.endedAt === null,
    );
  later(sendNow({ env, db: env.DB }, letter));
  return written;
};

/** Takes an erasure back while it waits. Only whoever asked for it may. */
export const cancelRequest = async (env: Env, person: string, number: number): Promise<boolean> => {
  const request = await readRequest(env.DB, number);
  if (request?.person !== person || request.state !== 'waiting') return false;
  await endRequest(env.DB, number, 'cancelled', Date.now()).run();
  return true;
};

/** An open request has been carried out: its person is told. False where none is open. */
export const finish = async (env: Env, number: number, later: LaterWork): Promise<boolean> => {
  const request = await readRequest(env.DB, number);
  if (request?.state !== 'open') return false;
  const now = Date.now();
  const id = v4();
  const about = { template: 'request-done', request: number };
  await env.DB.batch([
    endRequest(env.DB, number, 'done', now),
    writeLetter(env.DB, { id, ...about, host: null }, now),
  ]);
  later(sendNow({ env, db: env.DB }, id));
  return true;
};

/** An open request is not carried out: its person is told why, and of their rights. False where none is open. */
export const refuse = async (
  env: Env,
  number: number,
  reason: string,
  later: LaterWork,
): Promise<boolean> => {
  const request = await readRequest(env.DB, number);
  if (request?.state !== 'open') return false;
  const now = Date.now();
  const id = v4();
  const about = { template: 'request-refused', request: number };
  await env.DB.batch([
    ...writeRefusal(env.DB, number, reason, now),
    writeLetter(env.DB, { id, ...about, host: null }, now),
  ]);
  later(sendNow({ env, db: env.DB }, id));
  return true;
};

/** The last letter goes out first; then, or when it will not go out, everything is erased. */
const carryOut = async (env: Env, request: PersonRequest, now: number): Promise<void> => {
  const person = await readPerson(env.DB, request.person);
  if (person) {
    const letter = await lastLetter(env.DB, person.id, request.number);
    const isPatient = now - (request.actsAt ?? 0) < PATIENCE_MS;
    if (letter === null) {
      const about = { template: 'request-done', request: request.number };
      const id = v4();
      await writeLetter(env.DB, { id, ...about, host: null }, now).run();
      await sendNow({ env, db: env.DB }, id);
      if ((await lastLetter(env.DB, person.id, request.number)) === 'waiting' && isPatient) return;
    } else if (letter === 'waiting' && isPatient) return;
  }
  const [hash = null] = person ? await addressHashes(env, [person.email]) : [];
  await erasePerson(env.DB, request, hash, now);
};

/** Carries out the erasures whose time of grace is over, in slices. */
export const carryOutErasures = async (env: Env, now: number): Promise<void> => {
  for (const request of await dueErasures(env.DB, now, SLICE)) await carryOut(env, request, now);
};
