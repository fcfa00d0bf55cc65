import type { ProviderState } from '../../contract/signals.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { Table, Time } from '../kit/parts.tsx';
import { fill, formatNumber, localeOf, localised } from '../kit/words.ts';

const signalWords = {
  en: {
    title: 'Reports from your email provider',
    intro:
      'Your email provider can report bounces, spam complaints and unsubscribes. Paste the address into its settings for webhooks, and choose only those events. A complaint or an unsubscribe withdraws consent; a bounce marks the address as undeliverable.',
    provider: 'Provider',
    address: 'Address to paste',
    lastEvent: 'Last event',
    reports: 'Reports',
    setSecret: 'Set the secret {name} first.',
    ses: 'Value: the ARN of your SNS topic. Subscribe the address to the topic by HTTPS.',
    postmark: 'Value: a password that you make up; write it in place of SECRET.',
    brevo: 'Value: a password that you make up; write it in place of SECRET.',
    mailgun: 'Value: the HTTP webhook signing key.',
    sendgrid: 'Value: the verification key of the signed event webhook.',
    resend: 'Value: the signing secret of the webhook, which begins with whsec_.',
    cloudflare: 'No address: its events come by a queue that this Worker reads.',
    one: 'Add ?subscription=newsletter where unsubscribes are about one subscription type only.',
  },
  da: {
    title: 'Meldinger fra din e-mailudbyder',
    intro:
      'Din e-mailudbyder kan melde om afviste e-mails, spamklager og afmeldinger. Indsæt adressen i udbyderens indstillinger for webhooks, og vælg kun de hændelser. En klage eller afmelding trækker samtykket tilbage; en afvisning markerer adressen, så den ikke får flere e-mails.',
    provider: 'Udbyder',
    address: 'Adresse til indsættelse',
    lastEvent: 'Seneste hændelse',
    reports: 'Meldinger',
    setSecret: 'Sæt først hemmeligheden {name}.',
    ses: 'Værdi: ARN for dit SNS-emne. Tilmeld adressen til emnet med HTTPS.',
    postmark: 'Værdi: en adgangskode, du selv finder på; skriv den i stedet for SECRET.',
    brevo: 'Værdi: en adgangskode, du selv finder på; skriv den i stedet for SECRET.',
    mailgun: 'Værdi: nøglen “HTTP webhook signing key”.',
    sendgrid: 'Værdi: nøglen “verification key” for den signerede event-webhook.',
    resend: 'Værdi: webhookens “signing secret”, som begynder med whsec_.',
    cloudflare: 'Ingen adresse: hændelserne kommer gennem en kø, som denne Worker læser.',
    one: 'Tilføj ?subscription=newsletter, hvis afmeldinger kun gælder én abonnementstype.',
  },
};

const ProviderRow = ({ c, state }: { c: ConsoleContext; state: ProviderState }) => {
  const own = localised(c, signalWords);
  const { provider, name, address, secret, isSet, receivedAt, taken } = state;
  return (
    <tr>
      <td>{name}</td>
      <td>
        {address === null ? null : <code class="long">{address}</code>}
        <p>
          <small>
            {isSet || secret === null ? null : `${fill(own.setSecret, { name: secret })} `}
            {own[provider]}
          </small>
        </p>
      </td>
      <td>
        <Time at={receivedAt} locale={localeOf(c)} />
      </td>
      <td class="number">{formatNumber(c, taken)}</td>
    </tr>
  );
};

/** Shows where each provider of email posts its events, and when the last one came. */
export const Signals = ({
  c,
  providers,
}: {
  c: ConsoleContext;
  providers: readonly ProviderState[];
}) => {
  const own = localised(c, signalWords);
  return (
    <section id="signals">
      <h2>{own.title}</h2>
      <p class="intro">{own.intro}</p>
      <Table label={own.title} head={[own.provider, own.address, own.lastEvent, own.reports]}>
        {providers.map((state) => (
          <ProviderRow c={c} state={state} />
        ))}
      </Table>
      <p>
        <small>{own.one}</small>
      </p>
    </section>
  );
};
