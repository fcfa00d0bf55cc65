import type { ConnectorKey } from '../../worker/contract/connections.ts';
import * as brevo from './brevo.ts';
import type { FarSide } from './far-side.ts';
import * as listmonk from './listmonk.ts';
import * as mailchimp from './mailchimp.ts';
import type { Served } from './server.ts';

/** A stand-in for each tool, by a clock of its own, and what it is connected with. */
export const standIns: Readonly<
  Record<
    ConnectorKey,
    { settings: Record<string, string>; serve: (clock: () => number) => Served & FarSide }
  >
> = {
  listmonk: { settings: listmonk.settings, serve: listmonk.listmonkServer },
  mailchimp: { settings: mailchimp.settings, serve: mailchimp.mailchimpServer },
  brevo: { settings: brevo.settings, serve: brevo.brevoServer },
};
