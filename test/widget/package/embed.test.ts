import { describe, expect, test } from 'vitest';
import { fetchEmbed } from '../../../widget/package/embed.ts';

const host = 'https://consent.example.com';

/** A Worker that answers like this, and the address that it was asked for. */
const answering = (answer: () => Promise<Response>) => {
  const asked: string[] = [];
  return {
    asked,
    fetch: (url: string) => {
      asked.push(url);
      return answer();
    },
  };
};

describe('a form for a page that a server renders', () => {
  test('is the HTML that the Worker gives, for the language and the page', async () => {
    const { asked, fetch } = answering(async () => new Response('<samtykke-form>'));
    const options = { locale: 'da', page: 'https://example.com/?a=1&b=2', fetch };
    expect(await fetchEmbed(`${host}/`, 'news letter', options)).toBe('<samtykke-form>');
    expect(asked).toEqual([
      `${host}/f/news%20letter/embed?locale=da&page=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D2`,
    ]);
  });

  const failures: [string, () => Promise<Response>][] = [
    ['refuses', async () => new Response('{}', { status: 404 })],
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
  ];
  test.each(failures)('is the tag of the form where the Worker %s', async (_, answer) => {
    const { fetch } = answering(answer);
    const options = { locale: 'da', link: 'Get <news> & "more"', fetch };
    expect(await fetchEmbed(host, 'newsletter', options)).toBe(
      `<script async src="${host}/f/newsletter.js?locale=da"></script><samtykke-form form="newsletter"><a href="${host}/f/newsletter">Get &lt;news> &amp; &quot;more&quot;</a></samtykke-form>`,
    );
  });

  test('is the tag of the form where the Worker does not answer in time', async () => {
    const silent = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    expect(await fetchEmbed(host, 'newsletter', { timeout: 10, fetch: silent })).toBe(
      `<script async src="${host}/f/newsletter.js"></script><samtykke-form form="newsletter"></samtykke-form>`,
    );
  });
});
