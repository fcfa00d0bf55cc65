// The record of processing as tables to export, in the words of their reader.
import type { Processing, Register } from '../../contract/processing.ts';
import type { Cell, Table } from '../../platform/tables/table.ts';

/** How a reader names what the tables hold. */
export type Naming = {
  heads: Record<
    | 'purpose'
    | 'description'
    | 'legalBasis'
    | 'data'
    | 'subjects'
    | 'recipients'
    | 'transfers'
    | 'retention'
    | 'storage'
    | 'security'
    | 'controller'
    | 'officer'
    | 'forms'
    | 'source',
    string
  >;
  purpose: (activity: Processing) => { name: string; description: string };
  legalBasis: (key: string) => string;
  field: (field: Processing['data'][number]) => string;
  kept: (activity: Processing) => string;
  source: (key: string) => string;
};

const whole = (name: string, head: string[], rows: Cell[][]): Table => ({
  name,
  head,
  async *slices() {
    yield { rows, next: null };
  },
});

/** Makes the record of processing activities (GDPR art. 30) as a table: a row a purpose. */
export const registerTable = (
  { processings, controller }: Register,
  { heads, purpose, legalBasis, field, kept }: Naming,
): Table => {
  const { name, address, email, officer } = controller;
  const identity = [name, address, email].filter(Boolean).join(', ');
  return whole(
    'record-of-processing',
    [
      heads.purpose,
      heads.description,
      heads.legalBasis,
      heads.subjects,
      heads.data,
      heads.recipients,
      heads.transfers,
      heads.retention,
      heads.storage,
      heads.security,
      heads.controller,
      heads.officer,
    ],
    processings.map((activity) => [
      purpose(activity).name,
      purpose(activity).description,
      legalBasis(activity.legalBasis),
      activity.subjects,
      activity.data.map(field).join(', '),
      activity.recipients.join(', '),
      activity.transfers,
      kept(activity),
      activity.storage,
      activity.security,
      identity,
      officer,
    ]),
  );
};

/** Makes the mapping sheet of a privacy project: a row for each piece of data and each purpose that it is kept for. */
export const mappingTable = (
  { processings }: Register,
  { heads, purpose, legalBasis, field, kept, source }: Naming,
): Table =>
  whole(
    'data-mapping',
    [
      heads.data,
      heads.purpose,
      heads.legalBasis,
      heads.retention,
      heads.source,
      heads.forms,
      heads.recipients,
    ],
    processings.flatMap((activity) =>
      activity.data.map((each) => [
        field(each),
        purpose(activity).name,
        legalBasis(activity.legalBasis),
        kept(activity),
        each.sources.map(source).join(', '),
        each.forms.join(', '),
        activity.recipients.join(', '),
      ]),
    ),
  );
