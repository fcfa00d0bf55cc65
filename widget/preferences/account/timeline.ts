import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryLine } from '../../../worker/contract/preferences.ts';
import type { Choosing } from '../choosing.ts';
import type { AccountWords } from '../words/words.ts';
import { proof } from './menu.ts';

/** What was decided in one moment. */
type Moment = { recordedAt: number; lines: HistoryLine[] };

const momentsOf = (history: readonly HistoryLine[]): Moment[] => {
  const moments: Moment[] = [];
  for (const line of history) {
    const last = moments.at(-1);
    if (last?.recordedAt === line.recordedAt) last.lines.push(line);
    else moments.push({ recordedAt: line.recordedAt, lines: [line] });
  }
  return moments;
};

const line = ({ kind, title, locale, decision }: HistoryLine, { say }: Choosing) =>
  html`<li><b lang=${locale}>${title}</b>: ${say.decided(kind, decision)}</li>`;

const moment = (
  { recordedAt, lines }: Moment,
  choosing: Choosing,
  words: AccountWords,
): TemplateResult => {
  const { view, say } = choosing;
  const { locale } = view;
  const [{ source = '', sourceLocale = '', page = null, statement = null, record } = {}] = lines;
  return html`
    <li>
      <time datetime=${new Date(recordedAt).toISOString()}>${say.moment(recordedAt)}</time>
      <small><span lang=${sourceLocale}>${source}</span>${page ? html`${' · '}<bdi>${page.replace(/^https?:\/\//, '')}</bdi>` : nothing}</small>
      <ul>${lines.map((each) => line(each, choosing))}</ul>
      <p class="buttons">
        ${statement ? html`<a class="quiet" href="${choosing.host}shown/${statement}?locale=${locale}" target="_blank" rel="noopener">${words.look}</a>` : nothing}
        ${proof(choosing, words, record)}
      </p>
    </li>`;
};

/** Everything that was decided, moment by moment, the newest first. */
export const timeline = (choosing: Choosing, words: AccountWords): TemplateResult => {
  const { history = [], actions } = choosing;
  return html`
    <details class="more" @toggle=${actions?.open}>
      <summary>${words.history}</summary>
      <ol class="timeline">${momentsOf(history).map((each) => moment(each, choosing, words))}</ol>
    </details>`;
};
