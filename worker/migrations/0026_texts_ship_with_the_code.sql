-- Emails ship in worker/locales; this table holds only what an operator wrote in their place. Every
-- save is in the audit log, which only grows, so a row that the log does not name is a shipped one.
DELETE FROM mail_text
WHERE NOT EXISTS (
  SELECT 1 FROM audit
  WHERE act = 'mail.texts' AND object = mail_text.template || '/' || mail_text.locale
);
