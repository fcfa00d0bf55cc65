import type { LogState } from '../../contract/log.ts';
import type { Copy } from '../../log/outside.ts';
import type { LastSent } from '../../log/send-copies.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Fact, Table, Time } from '../kit/parts.tsx';
import { fill, formatNumber, localeOf, localised } from '../kit/words.ts';
import { logWords } from './log-words.ts';

const WitnessTable = ({
  c,
  witnesses,
}: {
  c: ConsoleContext;
  witnesses: LogState['witnesses'];
}) => {
  const own = localised(c, logWords);
  return (
    <Table label={own.witness} head={[own.witness, own.size, own.cosigned]}>
      {witnesses.map(({ vkey, size, at }) => (
        <tr>
          <td>
            <code class="long">{vkey.split('+')[0]}</code>
          </td>
          <td class="number">{formatNumber(c, size)}</td>
          <td>
            <Time at={at} locale={localeOf(c)} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

const ReceiverTable = ({ c, sent }: { c: ConsoleContext; sent: readonly LastSent[] }) => {
  const own = localised(c, logWords);
  return (
    <Table label={own.receiver} head={[own.receiver, own.size, own.sent]}>
      {sent.map(({ receiver, size, at }) => (
        <tr>
          <td>{receiver}</td>
          <td class="number">{formatNumber(c, size)}</td>
          <td>
            <Time at={at} locale={localeOf(c)} />
          </td>
        </tr>
      ))}
    </Table>
  );
};

/** Who has seen the log: `copy` is undefined where there is nowhere to keep it, `sent` is what receivers were sent. */
export type Seen = {
  state: LogState;
  copy: Copy | null | undefined;
  sent: readonly LastSent[];
};

const copyText = (c: ConsoleContext, copy: Seen['copy']): string => {
  const own = localised(c, logWords);
  if (copy === undefined) return own.copyUnbound;
  return copy === null ? own.copyNone : fill(own.copySize, { n: formatNumber(c, copy.size) });
};

const isAlone = ({ state: { witnesses, timestamp }, copy, sent }: Seen): boolean =>
  !copy && timestamp === null && [...witnesses, ...sent].every(({ size }) => size === 0);

/** Shows who else has seen the log, without whom it proves less. */
export const LogSeen = ({ c, seen }: { c: ConsoleContext; seen: Seen }) => {
  const own = localised(c, logWords);
  const { timestamp, witnesses } = seen.state;
  return (
    <section>
      <h2>{own.copies}</h2>
      {isAlone(seen) ? <p role="note">{own.alone}</p> : null}
      <dl class="facts">
        <Fact term={own.copy}>{copyText(c, seen.copy)}</Fact>
        <Fact term={own.timestamp}>
          <Time at={timestamp?.at ?? null} locale={localeOf(c)} />
        </Fact>
      </dl>
      {witnesses.length > 0 ? <WitnessTable c={c} witnesses={witnesses} /> : null}
      {seen.sent.length > 0 ? <ReceiverTable c={c} sent={seen.sent} /> : null}
    </section>
  );
};
