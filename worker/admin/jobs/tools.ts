// Exports of mailing tools, by the names of their columns.
import { type Column, ExportTool } from '../../contract/jobs.ts';
import type { WholeLists } from '../../lists/whole.ts';
import { plainName } from './plain-name.ts';

/** How a tool writes its exports. */
type Writing = {
  /** Columns that no other tool has: any of them tells which one it is. */
  signs: readonly string[];
  /** What its columns hold, where that is not what such a name says elsewhere. */
  columns: Readonly<Record<string, Column>>;
  /** Whether moments without a zone are UTC, or those of the account, which is taken to be in the operator's zone. */
  clock: 'utc' | 'own';
};

const writings: Readonly<Record<ExportTool, Writing>> = {
  mailchimp: {
    signs: ['member rating', 'leid', 'euid', 'optin ip', 'confirm ip', 'unsub time', 'clean time'],
    columns: {
      'optin time': 'opted-in-at',
      'optin ip': 'opt-in-ip',
      'confirm time': 'decided-at',
      'confirm ip': 'confirm-ip',
      'unsub time': 'opted-out-at',
      'unsub reason': 'opt-out-reason',
      'clean time': 'bounced',
    },
    clock: 'utc',
  },
  brevo: {
    signs: ['added time', 'modified time', 'email blacklisted'],
    columns: {
      'added time': 'opted-in-at',
      'email marketing': 'status',
      'email blacklisted': 'opted-out',
      blocklisted: 'opted-out',
      blacklisted: 'opted-out',
      sms: 'phone',
      source: 'opt-in-source',
    },
    clock: 'own',
  },
  hubspot: {
    signs: [
      ...['unsubscribed from all email', 'portal unsubscribe', 'portal bounce'],
      ...['email hard bounce reason', 'marketing emails bounced'],
    ],
    columns: {
      'unsubscribed from all email': 'opted-out',
      'opted out of all email': 'opted-out',
      'portal unsubscribe': 'opted-out',
      'portal spam report': 'opted-out',
      'portal bounce': 'bounced',
      'email hard bounce reason': 'bounced',
      "legal basis for processing contact's data": 'opt-in-source',
      'preferred language': 'locale',
    },
    clock: 'own',
  },
  klaviyo: {
    signs: ['klaviyo id', 'email marketing consent', 'email suppressions', '$consent timestamp'],
    columns: {
      'email marketing consent': 'status',
      'email suppressions': 'status',
      'email marketing consent timestamp': 'decided-at',
      '$consent timestamp': 'decided-at',
      $source: 'opt-in-source',
      source: 'opt-in-source',
      'initial source': 'opt-in-source',
    },
    clock: 'utc',
  },
  listmonk: {
    signs: [],
    columns: { status: 'status', 'created at': 'opted-in-at' },
    clock: 'utc',
  },
};

/** What the export of listmonk has besides, all of them: none of its columns is its own. */
const OF_LISTMONK = ['uuid', 'email', 'status', 'attributes', 'created at', 'updated at'];

/** Tells which tool a file was exported from by its header; null where it may be from anywhere. */
export const toolOf = (header: readonly string[]): ExportTool | null => {
  const names = new Set(header.map(plainName));
  const found = ExportTool.options.find((tool) =>
    writings[tool].signs.some((name) => names.has(name)),
  );
  return found ?? (OF_LISTMONK.every((name) => names.has(name)) ? 'listmonk' : null);
};

/** Says whether moments without a zone in an export of a tool are in the operator's own. */
export const isInOwnZone = (tool: ExportTool | null): boolean =>
  tool !== null && writings[tool].clock === 'own';

const OPTED_OUT_OF = /^opted out of email (.+)$/;
/** In this export of HubSpot a yes to a subscription type says that it was left. */
const OF_THOSE_WHO_LEFT = 'portal unsubscribe';

const typeNamed = (name: string, lists: WholeLists): string | undefined =>
  lists['subscription-types'].find(({ key, texts }) =>
    [key, ...Object.values(texts).map((of) => of.name ?? '')].some(
      (each) => plainName(each) === name,
    ),
  )?.key;

/**
 * Says what the columns of a tool's export hold, where their names alone would say something else. Two columns of
 * one meaning, of which the later adds nothing, are one.
 */
export const columnsOf = (
  tool: ExportTool,
  header: readonly string[],
  guessed: readonly Column[],
  lists: WholeLists,
): Column[] => {
  const names = header.map(plainName);
  const haveLeft = tool === 'hubspot' && names.includes(OF_THOSE_WHO_LEFT);
  return names.map((name, at) => {
    const own = writings[tool].columns[name];
    if (own !== undefined) return own;
    const left = tool === 'hubspot' ? (OPTED_OUT_OF.exec(name)?.[1] ?? (haveLeft ? name : '')) : '';
    const type = left === '' ? undefined : typeNamed(left, lists);
    return type === undefined ? (guessed[at] ?? '') : `opted-out:${type}`;
  });
};
