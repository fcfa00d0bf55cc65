/**
 * The floors of the house from bottom to top. A file imports from its own floor and from those below it.
 * Access stands below forms, whose routes ask it who may edit them; the widget stands right above the
 * wire, so that it can import nothing else.
 */
export const floors = [
  'worker/contract',
  'widget',
  'worker/platform',
  'worker/proof',
  'worker/ledger',
  'worker/events',
  'worker/settings',
  'worker/statistics',
  'worker/locales',
  'worker/outbox',
  'worker/lists',
  'worker/submissions',
  'worker/requests',
  'worker/incidents',
  'worker/people',
  'worker/connectors',
  'worker/access',
  'worker/signals',
  'worker/log',
  'worker/forms',
  'worker/pages',
  'worker/receipts',
  'worker/verifier',
  'worker/personal-data',
  'worker/visitor',
  'worker/emails',
  'worker/admin',
  'worker/console',
  'worker',
  'widget/tools',
  'worker/tools',
  'demo',
  'test',
] as const;

/** Floors of which each room is closed: what two of them need goes down. */
export const apart: readonly (readonly [string, string])[] = [['worker/visitor', 'worker/admin']];

/** Files at the top of a folder that only assemble what lies in the folders below it. */
export const entries: readonly string[] = ['widget/samtykke.ts'];

/** What the server may import of the widget beside the one file that renders its elements. */
export const widgetForAll: readonly string[] = ['widget/locales', 'widget/preferences/words'];
export const renderer = 'worker/pages/render.ts';

/** Floors whose stores other rooms may only read. */
export const closedStores: readonly string[] = ['worker/visitor', 'worker/admin'];

/** The room that writes each table; others call its functions, which return statements. */
export const owners: Readonly<Record<string, readonly string[]>> = {
  'worker/platform': ['audit', 'edit', 'failing_task', 'resting'],
  'worker/ledger': [
    'record',
    'standing',
    'statement',
    'subject',
    'occasion',
    'decided',
    'held',
    'term',
    'item',
  ],
  'worker/events': ['event', 'event_reader'],
  'worker/settings': ['setting', 'zone_offset'],
  'worker/statistics': [
    'form_count',
    'counted',
    'counted_form',
    'counted_record',
    'counted_standing',
    'counted_wording',
  ],
  'worker/outbox': ['outbox', 'mailbox', 'mail_text'],
  'worker/lists': [
    'legal_basis',
    'legal_basis_text',
    'purpose',
    'purpose_text',
    'source',
    'source_text',
    'subscription_type',
    'subscription_type_text',
  ],
  'worker/requests': [
    'request',
    'request_contact',
    'request_message',
    'request_note',
    'request_reason',
    'request_told',
  ],
  'worker/submissions': ['submission', 'evidence', 'file', 'doomed_file'],
  'worker/incidents': ['breach_report'],
  'worker/people': [
    'entry',
    'erased',
    'erased_copy',
    'former_person',
    'person',
    'person_field',
    'person_words',
    'person_words_due',
    'person_words_upto',
    'segment',
    'segment_person',
    'suppression',
    'undeliverable',
  ],
  'worker/connectors': ['connection', 'connected', 'connection_erasure'],
  'worker/access': ['api_key'],
  'worker/signals': ['signal_provider', 'signal_taken'],
  'worker/log': [
    'log',
    'log_checkpoint',
    'log_cosignature',
    'log_key',
    'log_sent',
    'log_tile',
    'log_timestamp',
    'witnessed',
  ],
  'worker/forms': ['form', 'form_draft', 'form_statement', 'form_version', 'image'],
  'worker/visitor/confirm': ['confirmation'],
  'worker/visitor/verify': ['identity_use'],
  'worker/visitor/corrections': ['address_change'],
  'worker/visitor/preferences': ['pause'],
  'worker/admin/breach': ['breach_case', 'breach_file', 'breach_note', 'breach_notified'],
  'worker/admin/jobs': [
    'job',
    'job_added',
    'job_outcome',
    'job_person',
    'job_slice',
    'import_file',
    'import_part',
    'import_problem',
  ],
  'worker/admin/notices': ['due_notice', 'due_notice_count', 'due_person'],
  'worker/admin/retention': ['sweep'],
  'worker/admin/webhooks': ['webhook', 'webhook_log', 'webhook_waiting'],
  'worker/admin/users': ['user', 'user_session', 'sign_in'],
};
