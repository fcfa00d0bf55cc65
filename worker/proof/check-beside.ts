import canonicalize from 'canonicalize';
import type { ProofFile } from '../contract/proof.ts';
import { consentReceipt } from './consent-receipt.ts';
import { shownWords } from './shown-words.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
};

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of a page, as far as it takes to find words in it. */
const textOf = (html: string): string =>
  squeezed(
    html
      .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/g, '')
      .replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity),
  );

/** Says whether how a statement looked shows what it asked for, word for word. */
export const showsItsWords = ({ content, html }: ProofFile['statements'][number]): boolean => {
  const purposes = shownWords(content)?.purposes ?? [];
  const said = purposes.flatMap(({ text, description, privacyTitle, subscriptions }) => [
    text,
    description,
    privacyTitle,
    ...subscriptions.flatMap((type) => [type.name, type.description]),
  ]);
  const text = textOf(html);
  return said.length > 0 && said.every((each) => text.includes(squeezed(each)));
};

/**
 * Says whether the clicks of a file are those that its records tell of: each submission of a record has its own,
 * sent when its first record was made, and confirmed when what was asked was given.
 */
export const clicksFit = ({ submissions, records }: ProofFile): boolean =>
  submissions.every(({ id, sent, confirmed }) => {
    const own = records.flatMap(({ content }) => (content.submission === id ? [content] : []));
    const given = own.filter(
      ({ decision, recordedAt }) => decision === 'given' && recordedAt > sent.at,
    );
    return (
      own.some(({ recordedAt }) => recordedAt === sent.at) &&
      given.every(({ recordedAt }) => recordedAt === confirmed?.at)
    );
  });

/** Says whether the consent receipt of a file is the one that follows from the rest of it. */
export const receiptFollows = (file: ProofFile): boolean =>
  canonicalize(file.receipt) === canonicalize(consentReceipt(file));
