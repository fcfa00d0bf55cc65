import { readUsers } from '../../admin/users/store.ts';
import { IdentityCheck, RequestChannel, RequestKind } from '../../contract/requests.ts';
import { minuteIn, momentOf } from '../../platform/zone.ts';
import type { ConsoleContext } from '../kit/app.ts';
import {
  Checkbox,
  type Choice,
  ErrorSummary,
  Field,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { isChecked, type Posted, textOf } from '../kit/posted.ts';
import { show } from '../kit/shell.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { assigneeChoices } from './request-board.tsx';
import { requestWords } from './words/requests.ts';

/** Returns the request that a posted form describes, to be parsed. */
export const intakeFrom = (posted: Posted, zone: string): unknown => ({
  kind: textOf(posted, 'kind'),
  email: textOf(posted, 'email').trim(),
  contact: textOf(posted, 'contact').trim(),
  channel: textOf(posted, 'channel'),
  identity: textOf(posted, 'identity'),
  askedAt: momentOf(zone, textOf(posted, 'askedAt')),
  note: textOf(posted, 'note').trim(),
  assignee: textOf(posted, 'assignee') || null,
  acknowledge: isChecked(posted, 'acknowledge'),
});

type Props = { c: ConsoleContext; submitted: Submitted };

const WhatAndWho = ({ c, submitted }: Props) => {
  const own = localised(c, requestWords);
  return (
    <>
      <Select
        name="kind"
        label={own.kind}
        choices={RequestKind.options.map((each): Choice => [each, own.kinds[each]])}
        submitted={submitted}
      />
      <Field
        name="email"
        type="email"
        label={wordsOf(c).email}
        help={own.emailHelp}
        autocomplete="off"
        submitted={submitted}
      />
      <Field
        name="contact"
        label={own.contact}
        help={own.contactHelp}
        autocomplete="off"
        submitted={submitted}
      />
    </>
  );
};

const HowItCame = ({ c, submitted }: Props) => {
  const own = localised(c, requestWords);
  const channels = RequestChannel.exclude(['preference-centre']).options;
  return (
    <div class="sides">
      <Select
        name="channel"
        label={own.channel}
        value="phone"
        choices={channels.map((each): Choice => [each, own.channels[each]])}
        submitted={submitted}
      />
      <Select
        name="identity"
        label={own.identity}
        value="unchecked"
        choices={IdentityCheck.options.map((each): Choice => [each, own.identities[each]])}
        submitted={submitted}
      />
      <Field
        name="askedAt"
        type="datetime-local"
        label={own.askedAt}
        help={own.askedAtHelp}
        value={minuteIn(c.get('timeZone'), Date.now())}
        required
        submitted={submitted}
      />
    </div>
  );
};

/** Shows the form that takes in a request. */
export const showNewRequest = async (
  c: ConsoleContext,
  submitted: Submitted = {},
): Promise<Response> => {
  const words = wordsOf(c);
  const own = localised(c, requestWords);
  const users = await readUsers(c.get('db'));
  return show(
    c,
    {
      title: own.add,
      back: ['/requests', words.requests],
      children: (
        <form method="post" class="sheet">
          <p class="intro">{own.newIntro}</p>
          <ErrorSummary submitted={submitted} words={words} />
          <WhatAndWho c={c} submitted={submitted} />
          <HowItCame c={c} submitted={submitted} />
          <TextArea name="note" label={own.note} help={own.noteHelp} submitted={submitted} />
          <Select
            name="assignee"
            label={own.assignee}
            value={c.get('user').id}
            placeholder={own.nobody}
            choices={assigneeChoices(users)}
            submitted={submitted}
          />
          <Checkbox name="acknowledge" label={own.acknowledge} checked submitted={submitted} />
          <SubmitButton label={words.add} />
        </form>
      ),
    },
    submitted.errors ? 422 : 200,
  );
};
