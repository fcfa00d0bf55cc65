-- The number of the request that a letter is about: what else a letter told is forgotten once it is sent.
ALTER TABLE outbox ADD COLUMN request INTEGER;

UPDATE outbox SET request = json_extract(facts, '$.request')
WHERE template LIKE 'request-%' AND json_extract(facts, '$.request') IS NOT NULL;
