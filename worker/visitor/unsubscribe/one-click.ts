// How a request or an email to unsubscribe is understood: mail programs write both in ways of their own.
import type { Caller } from '../../platform/caller.ts';
import { leavingBy, ourLink, stopOne } from './unsubscribe.ts';

/** What a request asks for: `one-click` (RFC 8058) by a mail program, the others by the page's buttons. */
export type Asked = 'one-click' | 'this' | 'everything';

/**
 * Reads what the body of a request asks for, whatever its content type. A body that is empty, or says
 * `List-Unsubscribe` in any case and spelling, is a mail program's. Null where it says something else.
 */
export const askedIn = (body: string): Asked | null => {
  const text = body.toLowerCase().trim();
  const letters = text.replace(/%..|[^a-z]/g, '');
  if (text === '' || letters.includes('listunsubscribe')) return 'one-click';
  const what = new URLSearchParams(text).get('what') ?? /name="what"\s+(\w+)/.exec(text)?.[1];
  return what === 'this' || what === 'everything' ? what : null;
};

/** Ends a subscription for a mail program. False for a link that is not ours; a person erased since has left. */
export const stopByOneClick = async (
  caller: Pick<Caller, 'env' | 'db' | 'now'>,
  token: string,
): Promise<boolean> => {
  const link = await ourLink(caller, token);
  const leaving = link && (await leavingBy(caller, link));
  if (leaving) await stopOne(caller, leaving, 'e-mail');
  return link !== null;
};

const bytesOf = (encoding: string, text: string): Uint8Array => {
  const binary =
    encoding.toLowerCase() === 'b'
      ? atob(text)
      : text
          .replaceAll('_', ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          );
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};

/** Decodes the encoded words of a header (RFC 2047); the white space between two of them is none. */
const decoded = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi, (word, named: string, encoding, text) => {
      try {
        // A language may follow the charset: `utf-8*da` (RFC 2231).
        const [charset] = named.split('*');
        return new TextDecoder(charset).decode(bytesOf(encoding, text));
      } catch {
        return word;
      }
    });

/** How each of our tokens begins: the header of a JWT in base64url. */
const TOKEN_BEGINS = 'eyJ';

/**
 * Finds what may be a token in the subject of an email: one of its words, or all of them joined, as a mail
 * program may have folded a long subject.
 */
export const tokensIn = (subject: string): string[] => {
  const words = decoded(subject).split(/\s+/);
  return [...words, words.join('')]
    .filter((word) => word.includes(TOKEN_BEGINS))
    .map((word) => word.slice(word.indexOf(TOKEN_BEGINS)));
};
