-- What the console's settings decide, and the indexes that its questions need.
INSERT INTO setting (key, value) VALUES
  ('preferences-days', '21'),      -- how long the link to the preference centre in a letter's footer is good
  ('mailing-rule', '"consent"'),   -- consent: purpose and subscription must stand; subscription: that suffices
  ('default-legal-basis', '"61F"'),-- of people who are registered by hand or imported
  ('submission-days', '0'),        -- after so many days a submission is deleted; 0 keeps it
  ('stale-days', '0'),             -- people without consent and activity for so long are erased; 0 keeps them
  ('notice-days', '30'),           -- until when somebody must have been told (GDPR art. 14(3)(a))
  ('redirect-hosts', '[]');        -- where forms may lead to after they were sent

CREATE INDEX person_by_age ON person (created_at, id);
CREATE INDEX standing_by_age ON standing (item_kind, item, decision, since);
CREATE INDEX standing_by_source ON standing (source, person);
CREATE INDEX standing_by_legal_basis ON standing (legal_basis, person);
CREATE INDEX submission_by_age ON submission (recorded_at, id);
CREATE INDEX submission_by_form ON submission (form, recorded_at, id);
