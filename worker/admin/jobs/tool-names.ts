import type { ExportTool } from '../../contract/jobs.ts';

/** What mailing tools call themselves. */
export const toolNames: Readonly<Record<ExportTool, string>> = {
  mailchimp: 'Mailchimp',
  brevo: 'Brevo',
  hubspot: 'HubSpot',
  klaviyo: 'Klaviyo',
  listmonk: 'listmonk',
};
