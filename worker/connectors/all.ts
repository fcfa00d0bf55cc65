import type { ConnectorKey } from '../contract/connections.ts';
import { brevo } from './brevo/brevo.ts';
import { customerio } from './customerio/customerio.ts';
import { hubspot } from './hubspot/hubspot.ts';
import type { Connector } from './kit/connector.ts';
import { klaviyo } from './klaviyo/klaviyo.ts';
import { listmonk } from './listmonk/listmonk.ts';
import { mailchimp } from './mailchimp/mailchimp.ts';
import { superoffice } from './superoffice/superoffice.ts';

/** Every tool that can be connected. */
export const connectors: Readonly<Record<ConnectorKey, Connector>> = {
  listmonk,
  mailchimp,
  brevo,
  customerio,
  superoffice,
  hubspot,
  klaviyo,
};
