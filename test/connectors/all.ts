import type { ConnectorKey } from '../../worker/contract/connections.ts';
import * as brevo from './brevo.ts';
import * as customerio from './customerio.ts';
import type { FarSide } from './far-side.ts';
import * as hubspot from './hubspot.ts';
import * as klaviyo from './klaviyo.ts';
import * as listmonk from './listmonk.ts';
import * as mailchimp from './mailchimp.ts';
import type { Served } from './server.ts';
import { superofficeServer } from './superoffice.ts';
import { settings as superofficeSettings } from './superoffice-sign-in.ts';

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
  customerio: { settings: customerio.settings, serve: customerio.customerioServer },
  superoffice: { settings: superofficeSettings, serve: superofficeServer },
  hubspot: { settings: hubspot.settings, serve: hubspot.hubspotServer },
  klaviyo: { settings: klaviyo.settings, serve: klaviyo.klaviyoServer },
};
