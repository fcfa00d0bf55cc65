import type { ProofFile } from '../contract/proof.ts';
import {
  CONTEXT,
  consentStates,
  legalBases,
  personalData,
  RECEIPT_PROFILE,
  RECORD_PROFILE,
} from './consent-terms.ts';
import { byItem, purposeOf } from './items.ts';
import { type ShownWords, shownOf, type WordsOf, wordsIn } from './shown-words.ts';

/** What a receipt is made of: nothing but what its file says besides. */
export type ReceiptSource = Pick<ProofFile, 'id' | 'made' | 'records' | 'statements' | 'stated'>;

type Content = ProofFile['records'][number]['content'];
type Node = Record<string, unknown>;

const time = (at: number): string => new Date(at).toISOString();

const withoutEmpty = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== '' && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

const controllerOf = ({ stated }: ReceiptSource): Node => {
  const { name, address, email, url, officer } = stated.controller;
  return withoutEmpty({
    '@id': stated.url,
    '@type': 'dpv:DataController',
    'dct:identifier': stated.url,
    'dpv:hasName': name,
    'schema:address': address,
    'schema:contactPoint': email ? { '@type': 'schema:ContactPoint', 'schema:email': email } : null,
    'schema:url': url,
    'dpv:hasDataProtectionOfficer': officer,
  });
};

const noticeOf = ({ statement, locale }: Content, { stated }: ReceiptSource): Node | null =>
  statement === null
    ? null
    : {
        '@id': `${stated.url}/v1/statements/${statement}`,
        '@type': 'dpv:ConsentNotice',
        'dct:identifier': statement,
        'dct:language': locale,
      };

const dataIn = (words: ShownWords | null): unknown[] => {
  const fields = words?.fields ?? [];
  const terms = new Set(fields.flatMap(({ kind }) => personalData[kind] ?? []));
  const others = fields
    .filter(({ kind }) => !personalData[kind])
    .map(({ label }) => ({ '@type': 'dpv:PersonalData', 'dct:description': label }));
  return [...new Set(['pd:EmailAddress', ...terms]), ...others];
};

const durationOf = (days: number | null): Node =>
  days === null
    ? { '@type': 'dpv:UntilEventDuration', 'dct:description': 'Until consent is withdrawn' }
    : {
        '@type': 'dpv:TemporalDuration',
        'dct:extent': { '@type': 'xsd:duration', '@value': `P${days}D` },
      };

const statedOf = (content: Content, { stated }: ReceiptSource) => {
  const purpose = purposeOf(content, stated);
  return stated.purposes.find(({ key }) => key === purpose);
};

const processOf = (content: Content, source: ReceiptSource, wordsOf: WordsOf): Node => {
  const { stated } = source;
  const words = wordsOf(content);
  const shown = shownOf(words, content);
  const own = statedOf(content, source);
  const item = content.purpose ?? content.subscription ?? '';
  return withoutEmpty({
    '@type': 'dpv:Process',
    'dpv:hasPurpose': withoutEmpty({
      '@type': 'dpv:Purpose',
      'dct:identifier': item,
      'dct:title': shown?.name ?? item,
      'dct:description': shown?.text ?? '',
    }),
    'dpv:hasPersonalData': dataIn(words),
    'dpv:hasLegalBasis': legalBases[content.legalBasis] ?? content.legalBasis,
    'dpv:hasDataController': { '@id': stated.url },
    'dpv:hasRecipient': (own?.recipients ?? []).map((name) => ({
      '@type': 'dpv:Recipient',
      'dpv:hasName': name,
    })),
    'dpv:hasStorageCondition': [
      ...(own?.storage ? [{ '@type': 'dpv:StorageLocation', 'dpv:hasLocation': own.storage }] : []),
      { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': durationOf(own?.retentionDays ?? null) },
    ],
    'dpv:hasJurisdiction': stated.jurisdiction ? { '@id': `loc:${stated.jurisdiction}` } : null,
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dpv:isExercisedAt': `${stated.url}/preferences`,
    },
    'dpv:hasRight': { '@id': 'eu-gdpr:A7-3', 'dpv:isExercisedAt': `${stated.url}/preferences` },
  });
};

const methodOf = ({ source, form, version, page }: Content): string =>
  [source, form === null ? null : `form ${form}, version ${version}`, page]
    .filter((part) => part !== null)
    .join('; ');

const statusOf = (content: Content, state: string, source: ReceiptSource): Node => ({
  '@type': state === 'dpv:ConsentGiven' ? [state, 'dpv:ExpressedConsent'] : state,
  'dct:identifier': content.id,
  'dpv:isIndicatedBy': {
    '@id': content.actor === 'person' ? 'dpv:DataSubject' : 'dpv:DataController',
  },
  'dpv:isIndicatedAtTime': {
    '@type': 'xsd:dateTime',
    '@value': time(content.decidedAt ?? content.recordedAt),
  },
  'dpv:hasIndicationMethod': methodOf(content),
  'dpv:hasDuration': durationOf(statedOf(content, source)?.retentionDays ?? null),
});

/** Makes the consent record of one purpose or subscription type: the first of its events names what was shown. */
const consentRecordOf = (
  contents: readonly [Content, ...Content[]],
  source: ReceiptSource,
  wordsOf: WordsOf,
): Node[] => {
  const statuses = contents.flatMap((content) => {
    const state = consentStates[content.decision];
    return state ? [statusOf(content, state, source)] : [];
  });
  const [first] = contents;
  if (statuses.length === 0) return [];
  return [
    withoutEmpty({
      '@type': 'dpv:ConsentRecord',
      'dct:identifier': first.id,
      'dct:conformsTo': RECORD_PROFILE,
      'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': first.subject },
      'dpv:hasNotice': contents.flatMap((content) => noticeOf(content, source) ?? []),
      'dct:language': first.locale,
      'dpv:hasProcess': [processOf(first, source, wordsOf)],
      'dpv:hasConsentStatus': statuses,
    }),
  ];
};

/**
 * Makes a consent receipt (ISO/IEC TS 27560:2023, with the terms of the Data Privacy Vocabulary) of what a proof
 * file says: a function of the file alone, so that anyone who has it can make the receipt again.
 */
export const consentReceipt = (source: ReceiptSource): Node => {
  const contents = source.records.map(({ content }) => content);
  const wordsOf = wordsIn(source.statements);
  return {
    '@context': CONTEXT,
    '@id': `urn:uuid:${source.id}`,
    '@type': 'dpv:ConsentReceipt',
    'dct:identifier': source.id,
    'dct:conformsTo': RECEIPT_PROFILE,
    'dct:created': { '@type': 'xsd:dateTime', '@value': time(source.made) },
    'dct:publisher': { '@id': source.stated.url },
    'schema:recipient': { '@id': 'dpv:DataSubject' },
    'dpv:hasEntity': [controllerOf(source)],
    'dpv:hasRecordOfActivity': byItem(contents).flatMap((each) =>
      consentRecordOf(each, source, wordsOf),
    ),
  };
};
