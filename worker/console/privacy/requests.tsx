import { Hono } from 'hono';
import { rectify } from '../../admin/people/rectify.ts';
import { finish, refuse } from '../../admin/requests/answer.ts';
import { assignRequest } from '../../admin/requests/assign.ts';
import { carryOut } from '../../admin/requests/carry-out.ts';
import { extendRequest, noteOn, recordTold } from '../../admin/requests/handle.ts';
import { takeRequest } from '../../admin/requests/take.ts';
import {
  CorrectionBody,
  DoneBody,
  ExtensionBody,
  IntakeBody,
  NoteBody,
  RefusalBody,
  ToldBody,
} from '../../contract/requests.ts';
import { readPerson } from '../../people/store.ts';
import { type Caller, callerOf } from '../../platform/caller.ts';
import { parse } from '../../platform/problems/zod.ts';
import { momentOf } from '../../platform/zone.ts';
import { notOpen } from '../../requests/answers.ts';
import type { ConsoleApp, ConsoleContext } from '../kit/app.ts';
import { seenOf } from '../kit/editable.tsx';
import { redirectWith } from '../kit/flash.ts';
import { screenFor } from '../kit/guard.ts';
import { attempt, numberOf, type Posted, readPosted, textOf } from '../kit/posted.ts';
import { correctionFrom } from '../people/correction.tsx';
import { type RequestForm, readRequestOf, showRequest } from './request.tsx';
import { showBoard } from './request-board.tsx';
import { intakeFrom, showNewRequest } from './request-new.tsx';

type Act = (caller: Caller, number: number, posted: Posted) => Promise<unknown>;

/** The control in which each of these forms posts its reason: names differ, for all stand on one screen. */
const reasons: Partial<Record<RequestForm, string>> = {
  extension: 'extension',
  refused: 'refusal',
};

const reasonIn = (form: RequestForm): string => reasons[form] ?? 'reason';

const reasonOf = (form: RequestForm, posted: Posted): string =>
  textOf(posted, reasonIn(form)).trim();

/** Does what a form of a request asks for; shows the request again with what was refused. */
const doing =
  (form: RequestForm, message: 'saved' | 'added' | 'done' | 'sent', act: Act) =>
  async (c: ConsoleContext): Promise<Response> => {
    const { number } = await readRequestOf(c);
    const posted = await readPosted(c);
    const done = await attempt(
      () => act(callerOf(c), number, posted),
      (field) => (field === 'reason' ? reasonIn(form) : field),
    );
    if (done.ok) return redirectWith(c, `/requests/${number}`, message);
    // What is not open any more shows none of its forms, so that they could not say why.
    if (done.errors[0]?.code === 'conflict') throw notOpen();
    return showRequest(c, { [form]: { values: posted, errors: done.errors } });
  };

const correctFor = async (c: ConsoleContext): Promise<Response> => {
  const { number, person: id } = await readRequestOf(c);
  const person = id === null ? null : await readPerson(c.get('db'), id);
  if (!person) throw notOpen();
  return doing('corrections', 'done', (caller, _, posted) => {
    const { body, seen } = correctionFrom(posted, person);
    return rectify(caller, person, parse(CorrectionBody, body), { request: number, seen });
  })(c);
};

/** Lists the requests that people have made about their data, takes one in, shows, answers or refuses it. */
export const requestScreens = new Hono<ConsoleApp>()
  .use(screenFor('requests'))
  .get('/', showBoard)
  .get('/new', (c) => showNewRequest(c))
  .post('/new', async (c) => {
    const posted = await readPosted(c);
    const taken = await attempt(async () =>
      takeRequest(callerOf(c), parse(IntakeBody, intakeFrom(posted, c.get('timeZone')))),
    );
    if (!taken.ok) return showNewRequest(c, { values: posted, errors: taken.errors });
    return redirectWith(c, `/requests/${taken.value.number}`, 'added');
  })
  .get('/:number', (c) => showRequest(c))
  .post(
    '/:number/assignee',
    doing('assignee', 'saved', (caller, number, posted) =>
      assignRequest(caller, number, textOf(posted, 'assignee') || null, seenOf(posted)[0]),
    ),
  )
  .post('/:number/carried-out', async (c) => {
    const { number } = await readRequestOf(c);
    await carryOut(callerOf(c), number);
    return redirectWith(c, `/requests/${number}`, 'done');
  })
  .post('/:number/corrections', correctFor)
  .post(
    '/:number/notes',
    doing('notes', 'added', (caller, number, posted) =>
      noteOn(caller, number, parse(NoteBody, { text: textOf(posted, 'text') }).text),
    ),
  )
  .post('/:number/told', (c) =>
    doing('told', 'saved', (caller, number, posted) =>
      recordTold(
        caller,
        number,
        parse(ToldBody, {
          recipient: textOf(posted, 'recipient'),
          toldAt: momentOf(c.get('timeZone'), textOf(posted, 'toldAt')),
        }),
      ),
    )(c),
  )
  .post(
    '/:number/extension',
    doing('extension', 'sent', (caller, number, posted) =>
      extendRequest(
        caller,
        number,
        parse(ExtensionBody, {
          months: numberOf(posted, 'months'),
          reason: reasonOf('extension', posted),
        }),
      ),
    ),
  )
  .post(
    '/:number/done',
    doing('done', 'done', (caller, number, posted) =>
      finish(caller, number, parse(DoneBody, { note: textOf(posted, 'note') })),
    ),
  )
  .post(
    '/:number/refused',
    doing('refused', 'done', (caller, number, posted) =>
      refuse(caller, number, parse(RefusalBody, { reason: reasonOf('refused', posted) })),
    ),
  );
