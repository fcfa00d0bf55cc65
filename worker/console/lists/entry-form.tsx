import { Channel, type ListName } from '../../contract/lists.ts';
import type { WholeLists } from '../../lists/whole.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { LegalBasisSelect } from '../kit/choices.tsx';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import {
  Checkbox,
  type Choice,
  ErrorSummary,
  Field,
  KeyField,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { entryName } from '../kit/names.ts';
import { SubmitButton } from '../kit/parts.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { listWords } from './words.ts';

/** An entry that the user changes; a new one if there is none yet. */
export type Editing = {
  c: ConsoleContext;
  lists: WholeLists;
  entry?: Record<string, unknown>;
  /** The privacy notices that a source may send. */
  notices: readonly Choice[];
  /** What the form carries; a new entry is of no version. */
  editable?: Editable;
  submitted: Submitted;
};

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);

const checkedOf = ({ entry }: Editing, name: string, initial: boolean): boolean => {
  const value = entry?.[name];
  return value === undefined ? initial : value === true;
};

const choicesOf = ({ c, lists }: Editing, list: 'purposes' | 'legal-bases'): Choice[] =>
  lists[list].map((entry) => [entry.key, entryName(entry, localeOf(c))]);

const PurposeFields = ({ editing }: { editing: Editing }) => {
  const { c, entry, submitted } = editing;
  const own = localised(c, listWords);
  return (
    <>
      <LegalBasisSelect
        c={c}
        value={textOf(entry?.legalBasis)}
        choices={choicesOf(editing, 'legal-bases')}
        submitted={submitted}
      />
      <Checkbox
        name="explicit"
        label={own.explicit}
        help={own.explicitHelp}
        checked={checkedOf(editing, 'explicit', true)}
        submitted={submitted}
      />
      <Field
        name="retentionDays"
        type="number"
        min={1}
        label={own.retentionDays}
        help={own.retentionDaysHelp}
        value={textOf(entry?.retentionDays)}
        submitted={submitted}
      />
      <TextArea
        name="recipients"
        label={own.recipients}
        help={own.recipientsHelp}
        value={[entry?.recipients ?? []].flat().join('\n')}
        submitted={submitted}
      />
      <Field
        name="storage"
        label={own.storage}
        help={own.storageHelp}
        value={textOf(entry?.storage)}
        submitted={submitted}
      />
      {(['subjects', 'transfers', 'security'] as const).map((name) => (
        <TextArea
          name={name}
          label={own[name]}
          help={own.asInSettings}
          value={textOf(entry?.[name])}
          submitted={submitted}
        />
      ))}
    </>
  );
};

const SourceFields = ({ editing }: { editing: Editing }) => {
  const { c, entry, submitted } = editing;
  const own = localised(c, listWords);
  return (
    <>
      <Select
        name="noticeTemplate"
        label={own.noticeTemplate}
        value={textOf(entry?.noticeTemplate)}
        choices={[['', wordsOf(c).none], ...editing.notices]}
        submitted={submitted}
      />
      <Checkbox
        name="noticeAutomatic"
        label={own.sendsNotice}
        checked={checkedOf(editing, 'noticeAutomatic', false)}
        submitted={submitted}
      />
    </>
  );
};

const SubscriptionFields = ({ editing }: { editing: Editing }) => {
  const { c, entry, submitted } = editing;
  const own = localised(c, listWords);
  return (
    <>
      <Select
        name="purpose"
        label={wordsOf(c).purpose}
        value={textOf(entry?.purpose)}
        choices={choicesOf(editing, 'purposes')}
        submitted={submitted}
      />
      <Select
        name="channel"
        label={own.channel}
        value={textOf(entry?.channel) || 'e-mail'}
        choices={Channel.options.map((channel) => [channel, own.channels[channel]] as const)}
        submitted={submitted}
      />
    </>
  );
};

/** The fields that only the entries of one list have. */
const ListFields = ({ list, editing }: { list: ListName; editing: Editing }) => {
  switch (list) {
    case 'purposes':
      return <PurposeFields editing={editing} />;
    case 'sources':
      return <SourceFields editing={editing} />;
    case 'subscription-types':
      return <SubscriptionFields editing={editing} />;
    case 'legal-bases':
      return null;
  }
};

/** The form that adds an entry to a list, or changes one. */
export const EntryForm = ({
  list,
  editing,
  isNew,
}: {
  list: ListName;
  editing: Editing;
  isNew?: boolean;
}) => {
  const { c, entry, editable, submitted } = editing;
  const words = wordsOf(c);
  const own = localised(c, listWords);
  return (
    <form method="post" class="sheet">
      {editable ? <EditedFrom c={c} editable={editable} submitted={submitted} /> : null}
      <ErrorSummary submitted={submitted} words={words} />
      {isNew ? <KeyField label={words.key} help={own.keyHelp} submitted={submitted} /> : null}
      <ListFields list={list} editing={editing} />
      <Field
        name="rank"
        type="number"
        min={0}
        label={words.order}
        help={own.orderHelp}
        value={textOf(entry?.rank) || 0}
        submitted={submitted}
      />
      <Checkbox
        name="active"
        label={words.active}
        help={own.activeHelp}
        checked={checkedOf(editing, 'active', true)}
        submitted={submitted}
      />
      <SubmitButton label={isNew ? words.add : words.save} />
    </form>
  );
};
