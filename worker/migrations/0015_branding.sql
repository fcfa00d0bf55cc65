-- How hosted pages and letters look, and what the preference centre says above itself, as data.
INSERT INTO setting (key, value) VALUES
  ('branding', '{"logo":"","accent":null,"width":36,"texts":{}}');
