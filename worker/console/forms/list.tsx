import type { ListedForm } from '../../contract/forms.ts';
import { type ListedDraft, listDrafts, listForms } from '../../forms/list.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Badge, EmptyState, LinkButton, Table, Time } from '../kit/parts.tsx';
import { show } from '../kit/shell.tsx';
import { localeOf, localised, wordsOf } from '../kit/words.ts';
import { formWords } from './words/forms.ts';
import { removingWords } from './words/removing.ts';

const NewButton = ({ c }: { c: ConsoleContext }) => (
  <LinkButton to="/forms/new" kind="main">
    {localised(c, formWords).new}
  </LinkButton>
);

const NoForms = ({ c }: { c: ConsoleContext }) => {
  const own = localised(c, formWords);
  return (
    <EmptyState title={own.none}>
      <p>{own.noneText}</p>
      <NewButton c={c} />
    </EmptyState>
  );
};

/** Links to the screen that asks before it deletes a form. */
const DeleteLink = ({ c, form }: { c: ConsoleContext; form: string }) =>
  c.get('isReadOnly') ? null : (
    <a href={`/console/forms/${form}/delete`}>{localised(c, removingWords).delete}</a>
  );

/** A form that was never published: it has no numbers yet. */
const DraftRow = ({
  c,
  draft: { key, name, updatedAt },
}: {
  c: ConsoleContext;
  draft: ListedDraft;
}) => (
  <tr>
    <td>
      <a href={`/console/forms/${key}`}>{name}</a> <code class="help">{key}</code>
    </td>
    <td>
      <Badge is="warn">{localised(c, formWords).draft}</Badge>
    </td>
    <td />
    <td />
    <td>
      <Time at={updatedAt} locale={localeOf(c)} date />
    </td>
    <td>
      <DeleteLink c={c} form={key} />
    </td>
  </tr>
);

const FormRow = ({ c, form }: { c: ConsoleContext; form: ListedForm }) => {
  const own = localised(c, formWords);
  return (
    <tr>
      <td>
        <a href={`/console/forms/${form.key}`}>{form.name}</a> <code class="help">{form.key}</code>
      </td>
      <td>
        <Badge is={form.isOpen ? 'good' : 'off'}>{form.isOpen ? own.open : own.closed}</Badge>{' '}
        {form.isDrafted ? <Badge is="warn">{own.unpublishedChanges}</Badge> : null}
      </td>
      <td class="number">{form.version}</td>
      <td class="number">{form.submissions}</td>
      <td>
        <Time at={form.updatedAt} locale={localeOf(c)} date />
      </td>
      <td>{form.submissions === 0 ? <DeleteLink c={c} form={form.key} /> : null}</td>
    </tr>
  );
};

const FormTable = ({
  c,
  forms,
  drafts,
}: {
  c: ConsoleContext;
  forms: readonly ListedForm[];
  drafts: readonly ListedDraft[];
}) => {
  const words = wordsOf(c);
  const own = localised(c, formWords);
  return (
    <Table
      label={words.forms}
      head={[
        words.name,
        words.state,
        own.versionColumn,
        own.submissions,
        own.changedAt,
        words.actions,
      ]}
    >
      {drafts.map((draft) => (
        <DraftRow c={c} draft={draft} />
      ))}
      {forms.map((form) => (
        <FormRow c={c} form={form} />
      ))}
    </Table>
  );
};

/** Shows every form: first the drafts that were never published. */
export const showForms = async (c: ConsoleContext): Promise<Response> => {
  const [forms, drafts] = await Promise.all([listForms(c.get('db')), listDrafts(c.get('db'))]);
  return show(c, {
    title: wordsOf(c).forms,
    actions: <NewButton c={c} />,
    children: (
      <>
        <p class="intro">{localised(c, formWords).intro}</p>
        {forms.length + drafts.length === 0 ? (
          <NoForms c={c} />
        ) : (
          <FormTable c={c} forms={forms} drafts={drafts} />
        )}
      </>
    ),
  });
};
