import { EventField, EventType } from '../../contract/events.ts';
import type { Webhook } from '../../contract/webhooks.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import { Checkbox, ErrorSummary, Field } from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { isChecked, type Posted, textOf, textsOf } from '../kit/posted.ts';
import type { Submitted } from '../kit/submitted.tsx';
import { localised, wordsOf } from '../kit/words.ts';
import { webhookWords } from './webhook-words.ts';

/** What a form of a webhook posts, as `WebhookBody` takes it. */
export const webhookFrom = (posted: Posted) => ({
  name: textOf(posted, 'name'),
  url: textOf(posted, 'url'),
  types: textsOf(posted, 'types'),
  fields: textsOf(posted, 'fields'),
  active: isChecked(posted, 'active'),
});

const Choices = <Name extends string>({
  name,
  legend,
  help,
  names,
  chosen,
  submitted,
}: {
  name: string;
  legend: string;
  help: string;
  names: readonly (readonly [Name, string])[];
  chosen: readonly Name[];
  submitted: Submitted;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    <p class="help">{help}</p>
    <div class="grid">
      {names.map(([value, label]) => (
        <Checkbox
          name={name}
          value={value}
          label={label}
          checked={chosen.includes(value)}
          submitted={submitted}
        />
      ))}
    </div>
  </fieldset>
);

/** What can be set of a webhook, new or saved. */
export const WebhookForm = ({
  c,
  webhook,
  editable,
  submitted,
}: {
  c: ConsoleContext;
  webhook?: Webhook | undefined;
  editable?: Editable | undefined;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, webhookWords);
  return (
    <form method="post" class="sheet">
      {editable ? <EditedFrom c={c} editable={editable} submitted={submitted} /> : null}
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="name" label={words.name} value={webhook?.name} required submitted={submitted} />
      <Field
        name="url"
        type="url"
        label={own.url}
        help={own.urlHelp}
        value={webhook?.url}
        required
        submitted={submitted}
      />
      <Choices
        name="types"
        legend={own.types}
        help={own.typesHelp}
        names={EventType.options.map((type) => [type, own.typeNames[type]] as const)}
        chosen={webhook?.types ?? []}
        submitted={submitted}
      />
      <Choices
        name="fields"
        legend={own.fields}
        help={own.fieldsHelp}
        names={EventField.options.map((field) => [field, own.fieldNames[field]] as const)}
        chosen={webhook?.fields ?? []}
        submitted={submitted}
      />
      <Checkbox
        name="active"
        label={own.isActive}
        checked={webhook === undefined || webhook.state === 'active'}
        submitted={submitted}
      />
      <SubmitButton label={webhook ? words.save : words.add} />
    </form>
  );
};
