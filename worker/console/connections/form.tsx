import { locales } from '../../../widget/locales/texts.ts';
import { connectors } from '../../connectors/all.ts';
import type { Setting } from '../../connectors/kit/connector.ts';
import type { Kept } from '../../connectors/store.ts';
import { ConnectorKey, type Target } from '../../contract/connections.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Choice, ErrorSummary, Field, Select, type Submitted } from '../kit/fields.tsx';
import type { Names } from '../kit/names.ts';
import { SubmitButton } from '../kit/parts.tsx';
import { numberOf, type Posted, textOf } from '../kit/posted.ts';
import { fill, languageName, localised, wordsOf } from '../kit/words.ts';
import { connectionWords } from './words.ts';

const settingControl = (key: string): string => `settings.${key}`;
const mapControl = (item: string): string => `map.${item}`;

/** The settings that a form posts for a tool. */
export const settingsFrom = (connector: ConnectorKey, posted: Posted): Record<string, string> =>
  Object.fromEntries(
    connectors[connector].settings.map(({ key }) => [
      key,
      textOf(posted, settingControl(key)).trim(),
    ]),
  );

/** One value that a tool is reached with; a secret is never shown again. */
const SettingField = ({
  c,
  connector,
  setting: { key, isSecret, pattern, example, choices },
  saved,
  submitted,
}: {
  c: ConsoleContext;
  connector: ConnectorKey;
  setting: Setting;
  saved: Readonly<Record<string, string>> | null;
  submitted: Submitted;
}) => {
  const own = localised(c, connectionWords);
  const shared = {
    name: settingControl(key),
    label: own.fields[`${connector}.${key}`] ?? own.fields[key] ?? key,
    required: saved === null && !pattern.test(''),
    value: isSecret ? '' : (saved?.[key] ?? ''),
    help: isSecret && saved !== null ? own.kept : own.helps[key],
    submitted: isSecret ? { errors: submitted.errors } : submitted,
  };
  return choices ? (
    <Select
      {...shared}
      placeholder={saved === null ? own.select : undefined}
      choices={choices.map((each): Choice => [each, own.choices[each] ?? each])}
    />
  ) : (
    <Field
      {...shared}
      type={isSecret ? 'password' : 'text'}
      autocomplete="off"
      placeholder={example}
    />
  );
};

/** What a tool is reached with. */
export const SettingFields = ({
  c,
  connector,
  saved,
  submitted,
}: {
  c: ConsoleContext;
  connector: ConnectorKey;
  saved: Readonly<Record<string, string>> | null;
  submitted: Submitted;
}) => (
  <>
    {connectors[connector].settings.map((setting) => (
      <SettingField
        c={c}
        connector={connector}
        setting={setting}
        saved={saved}
        submitted={submitted}
      />
    ))}
  </>
);

/** Every item that can be mapped, by its name. */
export const itemsOf = ({ choices }: Names): readonly (readonly [string, string])[] => [
  ...choices('purposes').map(([key, name]) => [`purpose:${key}`, name] as const),
  ...choices('subscription-types').map(([key, name]) => [`subscription:${key}`, name] as const),
];

/** What a form says of a connection. */
export const bodyFrom = (kept: Kept, names: Names, posted: Posted) => ({
  name: textOf(posted, 'name'),
  settings: settingsFrom(kept.connector, posted),
  mapping: itemsOf(names).flatMap(([item]) => {
    const target = textOf(posted, mapControl(item));
    return target ? [{ item, target }] : [];
  }),
  limit: numberOf(posted, 'limit'),
  takesIn: textOf(posted, 'takesIn') || null,
});

const Mapping = ({
  c,
  kept,
  names,
  targets,
  submitted,
}: {
  c: ConsoleContext;
  kept: Kept;
  names: Names;
  targets: readonly Target[];
  submitted: Submitted;
}) => {
  const own = localised(c, connectionWords);
  return (
    <>
      <h2>{own.mapping}</h2>
      <p class="help">{own.mappingIntro}</p>
      {itemsOf(names).map(([item, name]) => {
        const value = kept.mapping.find((each) => each.item === item)?.target ?? '';
        const known = targets.map((target): Choice => [target.id, target.name]);
        const isKnown = value === '' || targets.some(({ id }) => id === value);
        return (
          <Select
            name={mapControl(item)}
            label={name}
            placeholder={own.notMapped}
            choices={isKnown ? known : [...known, [value, value]]}
            value={value}
            submitted={submitted}
          />
        );
      })}
    </>
  );
};

/** The form of a connection: its name, what it is reached with, what is what, and how much it may do. */
export const ConnectionForm = ({
  c,
  kept,
  names,
  targets,
  why,
  submitted,
}: {
  c: ConsoleContext;
  kept: Kept;
  names: Names;
  targets: readonly Target[];
  why: string | null;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, connectionWords);
  return (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="name" label={words.name} required value={kept.name} submitted={submitted} />
      {why ? <p class="problem">{fill(own.unread, { why })}</p> : null}
      <Mapping c={c} kept={kept} names={names} targets={targets} submitted={submitted} />
      <Select
        name="takesIn"
        label={own.takesIn}
        help={own.takesInHelp}
        placeholder={own.takesInNot}
        choices={locales.map((tag): Choice => [tag, languageName(c, tag)])}
        value={kept.takesIn ?? ''}
        submitted={submitted}
      />
      <Field
        name="limit"
        type="number"
        min={1}
        label={own.limit}
        help={own.limitHelp}
        value={kept.limit}
        submitted={submitted}
      />
      <details>
        <summary>{own.access}</summary>
        <SettingFields
          c={c}
          connector={kept.connector}
          saved={kept.settings}
          submitted={submitted}
        />
      </details>
      <SubmitButton label={words.save} />
    </form>
  );
};

const connectLabel = (c: ConsoleContext, connector: ConnectorKey): string =>
  fill(localised(c, connectionWords).connect, { tool: connectors[connector].name });

/** The form that connects a tool. */
export const NewConnectionForm = ({
  c,
  connector,
  submitted,
}: {
  c: ConsoleContext;
  connector: ConnectorKey;
  submitted: Submitted;
}) => {
  const words = wordsOf(c);
  return (
    <form method="post" class="sheet">
      <ErrorSummary submitted={submitted} words={words} />
      <Field
        name="name"
        label={words.name}
        required
        value={connectors[connector].name}
        submitted={submitted}
      />
      <SettingFields c={c} connector={connector} saved={null} submitted={submitted} />
      <SubmitButton label={connectLabel(c, connector)} />
    </form>
  );
};

/** The tools that can be connected, each a link to its form. */
export const ConnectorLinks = ({ c }: { c: ConsoleContext }) => (
  <p class="buttons">
    {ConnectorKey.options.map((key) => (
      <a class="quiet button" href={`/console/connections/new/${key}`}>
        {connectLabel(c, key)}
      </a>
    ))}
  </p>
);
